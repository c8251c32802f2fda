import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import type { ElectionTimeModel } from './model.ts'
import { STEP, TRIALS } from './ranges.ts'

/** The curves of the chosen half of the figure. */
export const data = ({ family }: ElectionTimeModel): DataTable => ({
  columns: [
    m.election_time_data_low(),
    m.election_time_data_high(),
    m.election_time_data_share(),
    m.election_time_data_within(),
  ],
  rows: family.flatMap(({ lowMs, highMs, ms }) =>
    ms.map((withinMs, index) => [lowMs, highMs, ((index + 1) * STEP) / TRIALS, withinMs]),
  ),
})
