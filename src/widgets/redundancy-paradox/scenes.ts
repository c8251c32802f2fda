import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './model.ts'

/** The states worth linking to, in the order in which they tell the story. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'a-alone', label: m.paradox_scene_a_alone, values: { failover: 0 } },
  { id: 'failover-90', label: m.paradox_scene_failover_90, values: { failover: 0.9 } },
  { id: 'failover-95', label: m.paradox_scene_failover_95, values: { failover: 0.95 } },
  { id: 'failover-50', label: m.paradox_scene_failover_50, values: { failover: 0.5 } },
  {
    id: 'router-in-path',
    label: m.paradox_scene_router,
    values: { failover: 1, inPath: true, router: 0.95 },
  },
  {
    id: 'jumpy-detector',
    label: m.paradox_scene_jumpy,
    values: { failover: 0.5, falseAlarm: 0.02 },
  },
  { id: 'tenth-shared', label: m.paradox_scene_tenth, values: { failover: 1, shared: 0.1 } },
  { id: 'common-cause', label: m.paradox_scene_common, values: { failover: 1, shared: 1 } },
  {
    id: 'all-at-once',
    label: m.paradox_scene_all,
    values: { failover: 0.9, falseAlarm: 0.01, inPath: true, router: 0.999, shared: 0.1 },
  },
]
