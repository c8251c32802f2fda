import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import { type Fate, NODES } from '../../systems/split-brain/world.ts'
import type { SplitBrainModel } from './model.ts'
import { nodeName, stateName } from './names.ts'
import { entryName } from './words.ts'

export type End = 'answered' | 'unanswered' | 'lost'

/** What a write came to, for its client. */
export const endOf = ({ answeredMs, discardedMs }: Fate): End =>
  answeredMs === undefined ? 'unanswered' : discardedMs === undefined ? 'answered' : 'lost'

export const endName = (end: End): string =>
  ({
    answered: m.split_brain_key_answered,
    unanswered: m.split_brain_key_unanswered,
    lost: m.split_brain_key_lost,
  })[end]()

/** What each node was, and what became of every write. */
export const data = ({ lives, last }: SplitBrainModel): DataTable => ({
  columns: [
    m.split_brain_data_who(),
    m.split_brain_data_what(),
    m.split_brain_data_write(),
    m.split_brain_data_from(),
    m.split_brain_data_to(),
  ],
  rows: [
    ...NODES.flatMap((id) =>
      lives[id].map(({ state, fromMs, toMs }) => [
        nodeName(id),
        stateName(state),
        '',
        fromMs,
        toMs,
      ]),
    ),
    ...last.fates.map((fate) => [
      m.split_brain_clients_of({ node: nodeName(fate.side) }),
      endName(endOf(fate)),
      entryName(fate),
      fate.sentMs,
      fate.answeredMs ?? '',
    ]),
  ],
})
