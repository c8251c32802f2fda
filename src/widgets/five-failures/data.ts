import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import type { FiveModel, Lane, Mark } from './model.ts'

const OUTCOMES: Readonly<Record<Mark['outcome'], () => string>> = {
  served: m.five_key_served,
  failed: m.five_key_failed,
  lost: m.five_key_lost,
}

const rowsOf = ({ guarded, marks }: Lane) =>
  marks.map(({ atMs, outcome }) => [guarded ? 1 : 0, atMs, OUTCOMES[outcome]()])

/** What became of each request, in both runs. */
export const data = ({ bare, safe }: FiveModel): DataTable => ({
  columns: [m.five_data_guarded(), m.five_data_at(), m.five_data_outcome()],
  rows: [...rowsOf(bare), ...rowsOf(safe)],
})
