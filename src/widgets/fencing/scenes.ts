import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './model.ts'

/** From a nap that is long enough to what makes it harmless. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'a-nap', label: m.fence_scene_nap, values: {} },
  { id: 'tokens', label: m.fence_scene_tokens, values: { protection: 'fencing' } },
  { id: 'power-off', label: m.fence_scene_power_off, values: { protection: 'power-off' } },
  { id: 'short-nap', label: m.fence_scene_short, values: { napMs: 500 } },
  {
    id: 'short-lease',
    label: m.fence_scene_lease,
    values: { napMs: 750, ttlMs: 500 },
  },
  {
    id: 'slow-clock',
    label: m.fence_scene_clock,
    values: { planned: 'nothing', clock: 50, marginMs: 0, ttlMs: 500 },
  },
  { id: 'crash', label: m.fence_scene_crash, values: { planned: 'crash' } },
  { id: 'your-turn', label: m.fence_scene_yours, values: { planned: 'nothing' } },
]
