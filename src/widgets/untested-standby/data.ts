import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import { unused } from './describe.ts'
import type { UntestedModel } from './model.ts'

/** What each interval brings in a year: the curves of the plot. */
export const data = (model: UntestedModel): DataTable => ({
  columns: [
    m.untested_data_interval(),
    unused(model) ? m.untested_data_time() : m.untested_data_dead(),
    m.untested_data_testing(),
    m.untested_data_broken(),
    m.untested_data_failing(),
    m.untested_data_total(),
  ],
  rows: model.curve.map(({ interval, dead, testing, broken, failing, total }) => [
    interval,
    dead,
    testing,
    broken,
    failing,
    total,
  ]),
})
