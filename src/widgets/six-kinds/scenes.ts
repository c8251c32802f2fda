import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './parameters.ts'

/** What all six were bought for, then the pitfall of each, and the guards against them. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'bought-for', label: m.kinds_scene_usual, values: { happening: 'usual', count: 2 } },
  { id: 'one-circuit', label: m.kinds_scene_circuit, values: { count: 2 } },
  { id: 'one-database', label: m.kinds_scene_database, values: { kind: 'software' } },
  { id: 'lag', label: m.kinds_scene_lag, values: { kind: 'data' } },
  { id: 'far', label: m.kinds_scene_far, values: { kind: 'place' } },
  { id: 'storm', label: m.kinds_scene_storm, values: { kind: 'time', count: 4 } },
  { id: 'two-flips', label: m.kinds_scene_flips, values: { kind: 'information' } },
  { id: 'guarded', label: m.kinds_scene_guarded, values: { guard: 'guarded', count: 2 } },
]
