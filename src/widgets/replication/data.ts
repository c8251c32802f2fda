import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import type { Fate } from '../../systems/replication/world.ts'
import type { ReplicationModel } from './model.ts'

const fateName = ({ lost, acknowledgedMs, gaveUpMs }: Fate): string => {
  if (lost) return m.replication_cell_lost()
  if (acknowledgedMs !== undefined) return m.replication_cell_acknowledged()
  return gaveUpMs === undefined ? m.replication_cell_waits() : m.replication_cell_unknown()
}

/** What became of each write, and what each read showed. */
export const data = ({ last }: ReplicationModel): DataTable => ({
  columns: [
    m.replication_data_what(),
    m.replication_data_write(),
    m.replication_data_at(),
    m.replication_data_from(),
    m.replication_data_to(),
    m.replication_data_fate(),
  ],
  rows: [
    ...last.fates.map((fate) => [
      m.replication_data_is_write(),
      fate.write,
      fate.at,
      fate.sentMs,
      fate.acknowledgedMs ?? '',
      fateName(fate),
    ]),
    ...last.reads.map(({ value, at, sentMs, atMs, wrote }) => [
      m.replication_data_is_read(),
      value,
      at,
      sentMs,
      atMs,
      value < wrote ? m.replication_data_stale() : m.replication_data_fresh(),
    ]),
  ],
})
