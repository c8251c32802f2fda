import * as m from '#messages/messages.js'
import type { Timeline } from '../../frame/contract.ts'
import type { RegionsNote } from '../../systems/regions/world.ts'
import { LENGTH_MS, STRUCK_MS } from './fixed.ts'
import { earlyHandover, firstOf, type RegionsModel, worst } from './model.ts'
import { linkName, nameOf, namesOf, seconds, whole } from './words.ts'

/** An event in words. */
function sentence(note: RegionsNote): string {
  switch (note.kind) {
    case 'region-lost':
      return m.regions_event_lost({ where: nameOf(note.region) })
    case 'region-back':
      return m.regions_event_back({ where: nameOf(note.region) })
    case 'caught-up':
      return m.regions_event_caught_up({ where: nameOf(note.region) })
    case 'suspected':
      return m.regions_event_suspected({ where: nameOf(note.region) })
    case 'decided':
      return m.regions_event_decided({ where: nameOf(note.region) })
    case 'elected':
      return m.regions_event_elected({ where: nameOf(note.region) })
    case 'promoted':
      return m.regions_event_promoted({ where: nameOf(note.region) })
    case 'stepped-down':
      return m.regions_event_stepped_down({ where: nameOf(note.region) })
    case 'abandoned':
      return m.regions_event_abandoned({ where: nameOf(note.region) })
    case 'overloaded':
      return m.regions_event_overloaded({ where: nameOf(note.region) })
    case 'refused':
      return note.why === 'alive'
        ? m.regions_event_refused_alive({ where: nameOf(note.region) })
        : m.regions_event_refused_behind({ where: nameOf(note.region) })
    case 'handing':
      return m.regions_event_handing({ where: nameOf(note.region), to: nameOf(note.to) })
    case 'handed-over':
      return m.regions_event_handed_over({ where: nameOf(note.region), to: nameOf(note.to) })
    case 'link-cut':
      return m.regions_event_cut({ link: linkName(note.link) })
    case 'link-mended':
      return m.regions_event_mended({ link: linkName(note.link) })
    case 'steered':
      return note.to.length === 0
        ? m.regions_event_steered_nowhere()
        : m.regions_event_steered({ where: namesOf(note.to) })
    case 'lost':
      return m.regions_event_writes_lost({ writes: whole(note.writes), from: seconds(note.fromMs) })
    case 'two-primaries':
      return m.regions_event_two({ where: namesOf(note.regions) })
  }
}

/** Traffic is reckoned each second: a moment later it shows what has just happened. */
const LOOK_MS = 1000

/** The moment that makes the point: the first harm, or else when a new primary first writes. */
export function restOf(model: RegionsModel): number {
  const { last, entries, recovery } = model
  if (last.breaches.onePrimary !== undefined) return last.breaches.onePrimary + LOOK_MS
  if (earlyHandover(model))
    return (entries.findLast(({ note }) => note.kind === 'lost')?.atMs ?? 0) + LOOK_MS
  if (last.breaches.notOverloaded !== undefined)
    return worst(model, ({ turnedAway }) => turnedAway).atMs
  const told =
    firstOf(model, 'promoted', recovery?.struckMs ?? STRUCK_MS) ?? firstOf(model, 'refused')
  return told ? told.atMs + LOOK_MS : LENGTH_MS
}

export const timeline = (model: RegionsModel): Timeline => ({
  lengthMs: LENGTH_MS,
  restMs: Math.min(LENGTH_MS, restOf(model)),
  pace: 20_000,
  chance: true,
  entries: model.entries.map(({ atMs, note }) => ({ atMs, text: sentence(note) })),
})
