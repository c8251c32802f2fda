import * as m from '#messages/messages.js'
import type { Timeline } from '../../frame/contract.ts'
import type { RaftNote } from '../../systems/raft/world.ts'
import { breachesOf } from './describe.ts'
import { DELAY_MS, LENGTH_MS, STRUCK_MS } from './fixed.ts'
import { type RaftModel, worldAt } from './model.ts'
import { flightName } from './subjects.ts'
import { walkOf } from './walk.ts'
import { invariantName, milliseconds, whole } from './words.ts'

/** What a message was that is no longer on its way, or is late: as it stood in the list. */
function messageAt(model: RaftModel, atMs: number, number: number): string {
  const world = worldAt(model, atMs - 1)
  const flight = world.flights.find((one) => one.number === number)
  return flight ? flightName(world, flight) : m.raft_message_unnamed()
}

/** An event in words; nothing for those that a reader of the table would not miss. */
function sentence(model: RaftModel, atMs: number, note: RaftNote): string | undefined {
  const { rule } = model.values
  switch (note.kind) {
    case 'stands':
      return m.raft_event_stands({ server: note.server, term: whole(note.term) })
    case 'voted':
      return m.raft_event_voted({
        server: note.server,
        candidate: note.candidate,
        term: whole(note.term),
      })
    case 'elected':
      return m.raft_event_elected({ server: note.server, term: whole(note.term) })
    case 'steps-down':
      return m.raft_event_steps_down({ server: note.server, term: whole(note.term) })
    case 'makes-way':
      return m.raft_event_makes_way({ server: note.server, term: whole(note.term) })
    case 'crashed':
      return m.raft_event_crashed({ server: note.server })
    case 'restarted':
      return rule === 'forgets-votes'
        ? m.raft_event_restarted_forgetful({ server: note.server })
        : m.raft_event_restarted({ server: note.server })
    case 'paused':
      return m.raft_event_paused({ server: note.server })
    case 'resumed':
      return m.raft_event_resumed({ server: note.server })
    case 'partitioned':
      return m.raft_event_partitioned()
    case 'healed':
      return m.raft_event_healed()
    case 'overwritten': {
      const said = { server: note.server, count: note.count, index: whole(note.index) }
      return rule === 'all' ? m.raft_event_overwritten(said) : m.raft_event_given_up(said)
    }
    case 'cut':
      return m.raft_event_cut({ from: note.from, to: note.to })
    case 'mended':
      return m.raft_event_mended({ from: note.from, to: note.to })
    case 'dropped':
      return m.raft_event_dropped({ message: messageAt(model, atMs, note.flight) })
    case 'delayed':
      return m.raft_event_delayed({
        message: messageAt(model, atMs, note.flight),
        time: milliseconds(DELAY_MS),
      })
    case 'breach':
      return m.raft_event_breach({ rule: invariantName(note.invariant) })
    default:
      return undefined
  }
}

/** The moment that makes the point: a rule is broken, or else the first votes are on their way. */
function restOf(model: RaftModel): number {
  const [breach] = breachesOf(model)
  if (breach) return breach.atMs
  const vote = model.letters.find(({ kind, sentMs }) => kind === 'vote' && sentMs > STRUCK_MS)
  return vote ? Math.min(LENGTH_MS, Math.round((vote.sentMs + vote.arrivesMs) / 2)) : LENGTH_MS
}

/** How the run lies in time. */
export function timeline(model: RaftModel): Timeline {
  const walk = walkOf(model)
  return {
    lengthMs: LENGTH_MS,
    restMs: restOf(model),
    pace: 150,
    chance: true,
    ...(walk && { walk }),
    entries: model.entries.flatMap(({ atMs, note }) => {
      const text = sentence(model, atMs, note)
      return text === undefined ? [] : [{ atMs, text }]
    }),
  }
}
