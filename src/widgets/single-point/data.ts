import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import { requestsTable } from '../../frame/requests-table.ts'
import type { SpofModel } from './model.ts'

/** What became of each request in both designs. */
export const data = ({ single, pair }: SpofModel): DataTable =>
  requestsTable([
    { design: m.spof_lane_single(), fates: single.fates },
    { design: m.spof_lane_pair(), fates: pair.fates },
  ])
