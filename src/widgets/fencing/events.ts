import * as m from '#messages/messages.js'
import type { Timeline } from '../../frame/contract.ts'
import type { LeaseNote } from '../../systems/lease/world.ts'
import { LENGTH_MS } from './fixed.ts'
import type { FencingModel } from './model.ts'
import { nameOf, whole } from './words.ts'

/** An event in words; nothing for those that a reader of the table would not miss. */
function sentence(note: LeaseNote): string | undefined {
  switch (note.kind) {
    case 'granted':
      return m.fence_event_granted({ who: nameOf(note.holder), token: whole(note.token) })
    case 'late':
      return m.fence_event_late({ who: nameOf(note.from), token: whole(note.token) })
    case 'fenced': {
      const refused = note.replaced ? m.fence_event_fenced_higher : m.fence_event_fenced
      return refused({ who: nameOf(note.from), token: whole(note.token) })
    }
    case 'paused':
      return m.fence_event_paused({ who: nameOf(note.holder) })
    case 'resumed':
      return m.fence_event_resumed({ who: nameOf(note.holder) })
    case 'crashed':
      return m.fence_event_crashed({ who: nameOf(note.holder) })
    case 'restarted':
      return m.fence_event_restarted({ who: nameOf(note.holder) })
    case 'powered-off':
      return m.fence_event_off({ who: nameOf(note.holder) })
    case 'accepted':
      return undefined
  }
}

/** So much after a write the playhead stands beside its mark, and not on it. */
const BESIDE_MS = 125

/** At rest it stands just after the first write that nobody should have taken. */
function restOf({ last }: FencingModel): number {
  const odd = last.landed.find(({ late, accepted }) => late || !accepted)
  return odd ? Math.min(LENGTH_MS, odd.atMs + BESIDE_MS) : LENGTH_MS
}

/** How the run lies in time. */
export const timeline = (model: FencingModel): Timeline => ({
  lengthMs: LENGTH_MS,
  restMs: restOf(model),
  pace: 600,
  entries: model.entries
    .filter(({ atMs }) => atMs <= LENGTH_MS)
    .flatMap(({ atMs, note }) => {
      const text = sentence(note)
      return text === undefined ? [] : [{ atMs, text }]
    }),
})
