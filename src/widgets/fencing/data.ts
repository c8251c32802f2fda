import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import type { FencingModel } from './model.ts'
import type { Spell } from './spells.ts'
import { nameOf } from './words.ts'

const STATES: Readonly<Record<Spell['state'], () => string>> = {
  believes: m.fence_data_believes,
  waits: m.fence_waits,
  idle: m.fence_data_idle,
  paused: m.fence_paused,
  down: m.fence_down,
}

/** What each process was, and every write that reached the store. */
export const data = ({ ids, lives, last }: FencingModel): DataTable => ({
  columns: [
    m.fence_data_who(),
    m.fence_data_what(),
    m.fence_data_token(),
    m.fence_data_from(),
    m.fence_data_to(),
  ],
  rows: [
    ...ids.flatMap((id, index) =>
      (lives[index] ?? []).map(({ state, token, fromMs, toMs }) => [
        nameOf(id),
        STATES[state](),
        token,
        fromMs,
        toMs,
      ]),
    ),
    ...last.landed.map(({ atMs, from, token, accepted, late }) => [
      nameOf(from),
      accepted ? (late ? m.fence_late() : m.fence_accepted()) : m.fence_refused(),
      token,
      atMs,
      atMs,
    ]),
  ],
})
