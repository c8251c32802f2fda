import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import { requestsTable } from '../../frame/requests-table.ts'
import type { HaFtModel } from './model.ts'

/** What became of each request in both designs. */
export const data = ({ available, tolerant }: HaFtModel): DataTable =>
  requestsTable([
    { design: m.haft_lane_available(), fates: available.report.fates },
    { design: m.haft_lane_tolerant(), fates: tolerant.report.fates },
  ])
