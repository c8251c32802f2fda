import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import { SIDE, type TrioModel } from './model.ts'

/** Every drawn moment at which something was down. */
export const data = ({ moments }: TrioModel): DataTable => ({
  columns: [
    m.trio_data_row(),
    m.trio_data_column(),
    m.trio_data_downs(),
    m.trio_data_pair(),
    m.trio_data_shared(),
  ],
  rows: moments.map(({ at, downs, namedPair, sharedCause }) => [
    Math.floor(at / SIDE) + 1,
    (at % SIDE) + 1,
    downs,
    namedPair ? 1 : 0,
    sharedCause ? 1 : 0,
  ]),
})
