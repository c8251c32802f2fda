import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './model.ts'

/** Each cause, from the one that the design had in mind to the one that came. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'nothing', label: m.flight_scene_nothing, values: { cause: 'nothing' } },
  { id: 'one-engine', label: m.flight_scene_one_engine, values: { cause: 'one-engine' } },
  { id: 'flock', label: m.flight_scene_flock, values: { cause: 'flock' } },
  { id: 'one-design', label: m.flight_scene_one_design, values: { cause: 'one-design' } },
]
