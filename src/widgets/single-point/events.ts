import * as m from '#messages/messages.js'
import type { Timeline } from '../../frame/contract.ts'
import type { TrafficNote } from '../../systems/traffic/world.ts'
import { FALL, LENGTH_MS, REST_MS } from './fixed.ts'
import type { Lane, SpofModel } from './model.ts'
import { seconds, server, whole } from './words.ts'

type Row = Timeline['entries'][number]

/** An event in words; nothing for those that a reader of the table would not miss. */
function sentence(note: TrafficNote, lane: Lane): string | undefined {
  if (note.kind === 'balancer')
    return note.up ? m.spof_event_balancer_up() : m.spof_event_balancer_down()
  if (!('server' in note) || note.server === undefined) return undefined
  const name = { server: server(note.server) }
  if (note.kind === 'struck')
    return note.fault === 'hang' ? m.spof_event_silent(name) : m.spof_event_crash(name)
  if (note.kind === 'healed') return m.spof_event_healed(name)
  // Nobody asks after a lone server: there is no other one to turn to.
  if (lane.design === 'single') return undefined
  switch (note.kind) {
    case 'suspected':
      return m.spof_event_suspected({ ...name, count: whole(note.against), all: whole(FALL) })
    case 'taken-out':
      return m.spof_event_taken_out(name)
    case 'brought-back':
      return m.spof_event_back(name)
    default:
      return undefined
  }
}

/** A repair of what is well, or a blow to what is down, is no event. */
function changesSomething() {
  const down = new Set<string>()
  return (note: TrafficNote): boolean => {
    const part = note.kind === 'balancer' ? 'balancer' : 'server' in note ? `${note.server}` : ''
    const falls = note.kind === 'struck' || (note.kind === 'balancer' && !note.up)
    const rises = note.kind === 'healed' || (note.kind === 'balancer' && note.up)
    if (!falls && !rises) return true
    const changes = down.has(part) !== falls
    if (falls) down.add(part)
    else down.delete(part)
    return changes
  }
}

/** Losses that follow upon one another, as one row: from the first to be known to the last. */
function losses({ fates }: Lane): readonly Row[] {
  const rows: { atMs: number; untilMs: number; count: number; last: number }[] = []
  for (const { request, outcome, endMs } of fates) {
    if (outcome !== 'failed' || endMs === undefined || endMs > LENGTH_MS) continue
    const row = rows.at(-1)
    if (row && request - row.last <= 3) {
      Object.assign(row, { untilMs: Math.max(row.untilMs, endMs), last: request })
      row.count += 1
    } else rows.push({ atMs: endMs, untilMs: endMs, count: 1, last: request })
  }
  return rows.map(({ atMs, untilMs, count }) => ({
    atMs,
    text: m.spof_event_lost({ count, until: seconds(untilMs) }),
  }))
}

function rowsOf(lane: Lane, name: string): readonly Row[] {
  const matters = changesSomething()
  const events = lane.entries.flatMap(({ atMs, note }) => {
    const text = matters(note) ? sentence(note, lane) : undefined
    return text === undefined ? [] : [{ atMs, text }]
  })
  return [...events, ...losses(lane)].map(({ atMs, text }) => ({
    atMs,
    text: m.spof_event_in({ lane: name, what: text }),
  }))
}

/** How the run lies in time: at rest it stands in the middle of the trouble. */
export const timeline = ({ single, pair, values }: SpofModel): Timeline => ({
  lengthMs: LENGTH_MS,
  restMs: REST_MS,
  pace: 1500,
  chance: values.retry,
  entries: [...rowsOf(single, m.spof_lane_single()), ...rowsOf(pair, m.spof_lane_pair())].toSorted(
    (one, other) => one.atMs - other.atMs,
  ),
})
