import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './model.ts'

/** From what a breaker is for to the ways in which it is set wrongly. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'long-outage', label: m.breaker_scene_outage, values: {} },
  { id: 'blip', label: m.breaker_scene_blip, values: { trouble: 'blip', inRow: false } },
  { id: 'too-jumpy', label: m.breaker_scene_jumpy, values: { trouble: 'none', failures: 1 } },
  {
    id: 'too-sluggish',
    label: m.breaker_scene_sluggish,
    values: { inRow: false, window: 50, threshold: 0.9, openSeconds: 50 },
  },
  {
    id: 'brown-out',
    label: m.breaker_scene_brown,
    values: { trouble: 'brown-out', library: 'resilience4j', threshold: 0.3, fallback: 'cached' },
  },
  {
    id: 'flapping',
    label: m.breaker_scene_flapping,
    values: { trouble: 'flapping', library: 'opossum', openSeconds: 5 },
  },
  { id: 'slow-ignored', label: m.breaker_scene_slow, values: { trouble: 'slow', givesUp: false } },
  {
    id: 'bulkhead',
    label: m.breaker_scene_bulkhead,
    values: { trouble: 'slow', givesUp: false, bulkhead: true },
  },
  {
    id: 'slow-counted',
    label: m.breaker_scene_slow_counted,
    values: { trouble: 'slow', library: 'resilience4j' },
  },
]
