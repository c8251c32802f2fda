import * as m from '#messages/messages.js'
import type { Timeline } from '../../frame/contract.ts'
import type { Failure, TrafficNote } from '../../systems/traffic/world.ts'
import { FALL, PATIENCE_MS } from './fixed.ts'
import type { Lane, PairModel } from './model.ts'
import { seconds, server, whole } from './words.ts'

function failure(why: Failure, request: string): string | undefined {
  switch (why) {
    case 'cut':
      return m.aa_event_cut({ request })
    case 'refused':
      return m.aa_event_refused({ request })
    case 'timed-out':
      return m.aa_event_timed_out({ request, seconds: seconds(PATIENCE_MS) })
    case 'error':
      return undefined
  }
}

/** An event in words; nothing for those that a reader of the table would not miss. */
function sentence(note: TrafficNote): string | undefined {
  if (note.kind === 'balancer')
    return note.up ? m.aa_event_balancer_up() : m.aa_event_balancer_down()
  if (note.kind === 'attempt-failed') return failure(note.why, whole(note.request + 1))
  if (!('server' in note) || note.server === undefined) return undefined
  const name = { server: server(note.server) }
  switch (note.kind) {
    case 'struck':
      return note.fault === 'hang' ? m.aa_event_silent(name) : m.aa_event_crash(name)
    case 'suspected':
      return m.aa_event_suspected({ ...name, count: whole(note.against), all: whole(FALL) })
    case 'taken-out':
      return m.aa_event_taken_out(name)
    case 'brought-back':
      return m.aa_event_back(name)
    case 'phase':
      return {
        deciding: m.aa_event_deciding,
        promoting: m.aa_event_promoting,
        warming: m.aa_event_warming,
        serving: m.aa_event_serving,
      }[note.phase](name)
    case 'lost':
      return m.aa_event_lost({ ...name, count: note.requests.length })
    case 'draining':
      return m.aa_event_draining(name)
    case 'maintained':
      return m.aa_event_maintained(name)
    case 'maintenance-over':
      return m.aa_event_over(name)
    default:
      return undefined
  }
}

/** How the run lies in time: at rest it is over, and the whole of it can be read. */
export function timeline({ passive, active, lengthMs }: PairModel): Timeline {
  const rows = ({ entries }: Lane, lane: string) =>
    entries.flatMap(({ atMs, note }) => {
      const what = sentence(note)
      return what === undefined ? [] : [{ atMs, text: m.aa_event_in({ lane, what }) }]
    })
  return {
    lengthMs,
    restMs: lengthMs,
    pace: 2000,
    entries: [...rows(passive, m.aa_lane_passive()), ...rows(active, m.aa_lane_active())].toSorted(
      (first, second) => first.atMs - second.atMs,
    ),
  }
}
