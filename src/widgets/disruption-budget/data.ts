import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import type { EvictionModel } from './model.ts'

/** Every pod at every step; a pod without a node has none in its column. */
export const data = ({ steps }: EvictionModel): DataTable => ({
  columns: [m.evict_data_step(), m.evict_data_pod(), m.evict_data_node()],
  rows: steps.flatMap(({ pods }, step) =>
    pods.map(({ id, node }) => [step, id, node === undefined ? '' : node + 1]),
  ),
})
