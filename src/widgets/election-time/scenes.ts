import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './model.ts'

/** From no chance at all to timeouts as short as messages allow. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'a-little', label: m.election_time_scene_little, values: {} },
  { id: 'all-alike', label: m.election_time_scene_none, values: { range: '150-150' } },
  { id: 'twice', label: m.election_time_scene_wide, values: { range: '150-300' } },
  { id: 'short', label: m.election_time_scene_short, values: { range: '12-24' } },
]
