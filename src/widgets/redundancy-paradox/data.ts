import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import type { ParadoxModel } from './model.ts'

/** Both curves of the plot, with A alone as the line to beat. */
export const data = ({ rescue, path, outcome }: ParadoxModel): DataTable => ({
  columns: [
    m.paradox_data_works(),
    m.paradox_data_beside(),
    m.paradox_data_inside(),
    m.paradox_data_alone(),
  ],
  // Both curves are drawn through the same places.
  rows: rescue.points.map(({ works, unreliability }, index) => [
    works,
    unreliability,
    path.points[index]?.unreliability ?? '',
    outcome.alone.unreliability,
  ]),
})
