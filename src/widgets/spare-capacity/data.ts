import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import type { SpareModel } from './model.ts'

/** What each number of lost servers leaves the others with. */
export const data = ({ losses, servers }: SpareModel): DataTable => ({
  columns: [m.spare_data_out(), m.spare_data_left(), m.spare_data_each(), m.spare_data_wait()],
  rows: losses.map(({ out, perSurvivor, meanWait }) => [
    out,
    servers.length - out,
    perSurvivor,
    // A queue that only grows has no mean wait.
    Number.isFinite(meanWait) ? meanWait : '',
  ]),
})
