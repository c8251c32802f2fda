import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import type { RaftModel } from './model.ts'
import { spellName } from './words.ts'

/** What each server was, and when. */
export const data = ({ ids, lives }: RaftModel): DataTable => ({
  columns: [
    m.raft_data_server(),
    m.raft_data_from(),
    m.raft_data_to(),
    m.raft_data_state(),
    m.raft_data_term(),
  ],
  rows: ids.flatMap((id) =>
    (lives[id] ?? []).map(({ state, term, fromMs, toMs }) => [
      id,
      fromMs,
      toMs,
      spellName(state),
      term,
    ]),
  ),
})
