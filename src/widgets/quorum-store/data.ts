import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import type { Operation } from '../../systems/quorum-store/world.ts'
import type { QuorumModel } from './model.ts'
import { spellName, versionName } from './words.ts'

function outcomeOf({ kind, outcome, result, due }: Operation): string {
  if (outcome === 'failed') return m.quorum_store_no_answer()
  if (outcome === 'open') return m.quorum_store_open()
  return kind === 'read' && (result ?? due) < due
    ? m.quorum_store_data_stale()
    : m.quorum_store_answered()
}

/** Every write and read, and what each machine held. */
export const data = ({ ids, lives, operations, lengthMs }: QuorumModel): DataTable => ({
  columns: [
    m.quorum_store_data_who(),
    m.quorum_store_data_what(),
    m.quorum_store_data_version(),
    m.quorum_store_data_from(),
    m.quorum_store_data_to(),
    m.quorum_store_data_quorum(),
  ],
  rows: [
    ...operations.map((operation) => [
      operation.kind === 'write' ? m.quorum_store_data_write() : m.quorum_store_data_read(),
      outcomeOf(operation),
      versionName(operation.result ?? operation.version),
      operation.startMs,
      operation.endMs ?? lengthMs,
      operation.quorum.join(' '),
    ]),
    ...ids.flatMap((id) =>
      (lives[id] ?? []).map(({ state, version, fromMs, toMs }) => [
        id,
        spellName(state),
        versionName(version),
        fromMs,
        toMs,
        '',
      ]),
    ),
  ],
})
