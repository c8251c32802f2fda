import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import { requestsTable } from '../../frame/requests-table.ts'
import type { PairModel } from './model.ts'

/** What became of each request in both designs. */
export const data = ({ passive, active }: PairModel): DataTable =>
  requestsTable([
    { design: m.aa_lane_passive(), fates: passive.fates },
    { design: m.aa_lane_active(), fates: active.fates },
  ])
