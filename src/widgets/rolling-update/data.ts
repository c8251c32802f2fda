import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import type { RolloutModel } from './model.ts'

/** Every pod at every step; a pod without a node has none in its column. */
export const data = ({ steps }: RolloutModel): DataTable => ({
  columns: [
    m.rollout_data_step(),
    m.rollout_data_pod(),
    m.rollout_data_new(),
    m.rollout_data_node(),
  ],
  rows: steps.flatMap(({ pods }, step) =>
    pods.map(({ id, version, node }) => [
      step,
      id,
      version === 'new' ? 1 : 0,
      node === undefined ? '' : node + 1,
    ]),
  ),
})
