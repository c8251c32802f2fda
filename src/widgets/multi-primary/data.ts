import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import { type MultiPrimaryModel, isLost } from './model.ts'
import { vectorName, whole, writeName } from './words.ts'

/** Every write, with all that could be known of it; the basket of the beginning as number 0. */
export const data = (model: MultiPrimaryModel): DataTable => ({
  columns: [
    m.multi_primary_data_number(),
    m.multi_primary_data_site(),
    m.multi_primary_data_what(),
    m.multi_primary_data_at(),
    m.multi_primary_data_wall(),
    m.multi_primary_data_lamport(),
    m.multi_primary_data_vector(),
    m.multi_primary_data_past(),
    m.multi_primary_data_fate(),
  ],
  rows: model.last.writes.map((write) => [
    write.number,
    write.site,
    writeName(write),
    write.atMs,
    write.wallMs,
    write.lamport,
    vectorName(write.vector, model.ids),
    write.past.map(whole).join(' '),
    isLost(model, write) ? m.multi_primary_data_lost() : m.multi_primary_data_kept(),
  ]),
})
