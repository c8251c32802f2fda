import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './model.ts'

/** The states worth linking to, in the order in which they tell the story. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'yearly', label: m.untested_scene_yearly, values: {} },
  { id: 'never', label: m.untested_scene_never, values: { interval: 3650 } },
  { id: 'best', label: m.untested_scene_best, values: { interval: 60 } },
  { id: 'daily', label: m.untested_scene_daily, values: { interval: 1 } },
  { id: 'safe-tests', label: m.untested_scene_safe, values: { interval: 7, price: 10, harm: 0 } },
]
