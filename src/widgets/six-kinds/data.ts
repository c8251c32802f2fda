import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import type { KindsModel } from './model.ts'
import { effort, eventName, fateName, guardName, kindName } from './names.ts'

/** The six kinds in this situation. */
export const data = ({ all, values }: KindsModel): DataTable => ({
  columns: [
    m.kinds_data_kind(),
    m.kinds_data_happens(),
    m.kinds_data_guard(),
    m.kinds_data_fate(),
    m.kinds_data_cost(),
    m.kinds_data_effort(),
  ],
  rows: all.map(({ kind, fate, cost }) => [
    kindName(kind),
    eventName(kind, values.happening, values.count),
    guardName(kind, values.guard, values.count),
    fateName(fate),
    cost,
    effort(kind),
  ]),
})
