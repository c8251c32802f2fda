import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './model.ts'

/** Each failure as it was; the switch shows what prevents it. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'correlated', label: m.five_scene_correlated, values: {} },
  { id: 'split-brain', label: m.five_scene_split_brain, values: { failure: 'split-brain' } },
  { id: 'lag', label: m.five_scene_lag, values: { failure: 'lag' } },
  { id: 'untested', label: m.five_scene_untested, values: { failure: 'untested' } },
  { id: 'drift', label: m.five_scene_drift, values: { failure: 'drift' } },
]
