import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './model.ts'

/** From what retries do at their worst to what makes them harmless, and what they are for. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'storm', label: m.storm_scene_storm, values: {} },
  { id: 'budget', label: m.storm_scene_budget, values: { budget: true } },
  { id: 'one-layer', label: m.storm_scene_one, values: { layers: 1 } },
  { id: 'slow', label: m.storm_scene_slow, values: { trouble: 'slow', layers: 1 } },
  {
    id: 'deadline',
    label: m.storm_scene_deadline,
    values: { trouble: 'slow', layers: 1, drops: true },
  },
  { id: 'light-load', label: m.storm_scene_light, values: { load: 10 } },
  {
    id: 'no-jitter',
    label: m.storm_scene_waves,
    values: { trouble: 'burst', wait: 'exponential', layers: 1, baseMs: 1000, load: 20 },
  },
  {
    id: 'jitter',
    label: m.storm_scene_jitter,
    values: { trouble: 'burst', wait: 'jitter', layers: 1, baseMs: 1000, load: 20 },
  },
  {
    id: 'bad-luck',
    label: m.storm_scene_luck,
    values: { trouble: 'chance', layers: 1, retries: 2 },
  },
]
