import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './model.ts'

/** From a breaker that nobody thought about to one that was designed, and to an empty table. */
export const scenes: readonly Scene<typeof parameters>[] = [
  {
    id: 'defaults',
    label: m.design_scene_defaults,
    values: { committed: true, library: 'resilience4j', window: 100, openSeconds: 60, probes: 10 },
  },
  {
    id: 'jumpy',
    label: m.design_scene_jumpy,
    values: { committed: true, inRow: true, failures: 1, openSeconds: 30, fallback: 'known' },
  },
  {
    id: 'trusting',
    label: m.design_scene_trusting,
    values: { committed: true, inRow: true, failures: 3, openSeconds: 5, fallback: 'everyone' },
  },
  {
    id: 'sound',
    label: m.design_scene_sound,
    values: { committed: true, inRow: true, failures: 3, openSeconds: 5, fallback: 'known' },
  },
  { id: 'yours', label: m.design_scene_yours, values: {} },
]
