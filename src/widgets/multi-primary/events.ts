import * as m from '#messages/messages.js'
import type { Timeline } from '../../frame/contract.ts'
import { INVARIANTS, type MultiPrimaryNote } from '../../systems/multi-primary/world.ts'
import { LENGTH_MS, REST_AFTER_MS } from './fixed.ts'
import { type MultiPrimaryModel, agree } from './model.ts'
import { invariantName, writeName } from './words.ts'

/** What a site made of a message. */
function arrival(from: string, to: string, outcome: string): string | undefined {
  const sites = { from, to }
  switch (outcome) {
    case 'taken':
      return m.multi_primary_event_taken(sites)
    case 'conflict':
      return m.multi_primary_event_conflict(sites)
    case 'overwrote':
      return m.multi_primary_event_overwrote(sites)
    case 'discarded':
      return m.multi_primary_event_discarded(sites)
    default:
      return undefined
  }
}

/** An event in words; nothing for those that a reader of the table would not miss. */
function sentence({ last }: MultiPrimaryModel, note: MultiPrimaryNote): string | undefined {
  switch (note.kind) {
    case 'written': {
      const write = last.writes[note.write]
      if (!write) return undefined
      const facts = { site: write.site, what: writeName(write) }
      return note.shadowed
        ? m.multi_primary_event_shadowed(facts)
        : m.multi_primary_event_written(facts)
    }
    case 'arrived':
      return arrival(note.from, note.to, note.outcome)
    case 'gone': {
      const write = last.writes[note.write]
      return write && m.multi_primary_event_gone({ site: write.site, what: writeName(write) })
    }
    case 'dropped':
      return m.multi_primary_event_dropped({ from: note.from, to: note.to })
    case 'delayed':
      return m.multi_primary_event_delayed({ from: note.from, to: note.to })
    case 'cut':
      return m.multi_primary_event_cut({ one: note.one, other: note.other })
    case 'mended':
      return m.multi_primary_event_mended({ one: note.one, other: note.other })
    case 'breach':
      return m.multi_primary_event_breach({ rule: invariantName(note.invariant) })
  }
}

/** The moment that makes the point: something is broken, or else the sites have just agreed. */
function restOf({ last, differ }: MultiPrimaryModel): number {
  const broken = INVARIANTS.flatMap((invariant) => last.breaches[invariant] ?? [])
  const telling = broken.length > 0 ? Math.min(...broken) : agree(last) && differ.at(-1)?.toMs
  return telling ? Math.min(LENGTH_MS, telling + REST_AFTER_MS) : LENGTH_MS
}

/** How the run lies in time. */
export const timeline = (model: MultiPrimaryModel): Timeline => ({
  lengthMs: LENGTH_MS,
  restMs: restOf(model),
  pace: 400,
  chance: true,
  entries: model.entries.flatMap(({ atMs, note }) => {
    const text = sentence(model, note)
    return text === undefined ? [] : [{ atMs, text }]
  }),
})
