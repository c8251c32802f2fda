import * as m from '#messages/messages.js'
import type { Timeline } from '../../frame/contract.ts'
import type { ReplicationNote } from '../../systems/replication/world.ts'
import { longestWaitMs, staleOf } from './describe.ts'
import { HEALED_MS, LENGTH_MS, STRUCK_MS } from './fixed.ts'
import { flightName } from './flight-words.ts'
import type { ReplicationModel } from './model.ts'
import { promiseName, whole, writesList } from './words.ts'

const SERVER_EVENTS = {
  killed: m.replication_event_killed,
  restarted: m.replication_event_restarted,
  paused: m.replication_event_paused,
  resumed: m.replication_event_resumed,
  isolated: m.replication_event_isolated,
  rejoined: m.replication_event_rejoined,
  stopped: m.replication_event_stopped,
  'applies-again': m.replication_event_applies,
  fenced: m.replication_event_fenced,
  suspected: m.replication_event_suspected,
  nobody: m.replication_event_nobody,
  promoting: m.replication_event_promoting,
  promoted: m.replication_event_promoted,
  'not-promoted': m.replication_event_not_promoted,
  redirected: m.replication_event_redirected,
} as const

/** An event in words; nothing for those that a reader of the table would not miss. */
function sentence(note: ReplicationNote): string | undefined {
  switch (note.kind) {
    case 'sent':
    case 'arrived':
    case 'written':
    case 'acknowledged':
    case 'refused':
    case 'read':
      return undefined
    case 'died':
      return m.replication_event_died({ what: flightName(note.flight) })
    case 'delayed':
      return m.replication_event_delayed({ what: flightName(note.flight) })
    case 'gave-up':
      return m.replication_event_gave_up({ write: whole(note.write) })
    case 'cut':
      return m.replication_event_cut({ one: note.one, other: note.other })
    case 'mended':
      return m.replication_event_mended({ one: note.one, other: note.other })
    case 'lost':
      return m.replication_event_lost({
        count: note.writes.length,
        writes: writesList(note.writes),
      })
    case 'breach':
      return m.replication_event_breach({ promise: promiseName(note.promise) })
    default:
      return SERVER_EVENTS[note.kind]({ server: note.server })
  }
}

/** The moment that makes the point: a broken promise, a new primary at work, or writes that wait. */
function restOf(model: ReplicationModel): number {
  const { oneHistory, durable, ownWrites, monotonic } = model.last.breaches
  const [takeover] = model.takeovers
  if (durable && !oneHistory) return durable.atMs
  if (takeover) return takeover.phases.at(-1)?.toMs ?? LENGTH_MS
  // By then there is something to look at beside the first writes.
  const stale = staleOf(model).find(({ atMs }) => atMs >= STRUCK_MS)
  if (ownWrites ?? monotonic) return stale?.atMs ?? (ownWrites ?? monotonic)?.atMs ?? LENGTH_MS
  return longestWaitMs(model) > (HEALED_MS - STRUCK_MS) / 2 ? HEALED_MS - 1 : LENGTH_MS
}

/** How the run lies in time. */
export const timeline = (model: ReplicationModel): Timeline => ({
  lengthMs: LENGTH_MS,
  restMs: Math.min(LENGTH_MS, restOf(model)),
  pace: 150,
  entries: model.entries.flatMap(({ atMs, note }) => {
    const text = sentence(note)
    return text === undefined ? [] : [{ atMs, text }]
  }),
})
