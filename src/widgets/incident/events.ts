import * as m from '#messages/messages.js'
import type { Timeline } from '../../frame/contract.ts'
import { FAILS, FALLS_BEHIND } from '../../systems/incident/clock.ts'
import { BILL_MS, filmMs, storyAt, type IncidentModel } from './model.ts'
import { billName, clock, dayOf, dollars, finderName, span, whole } from './words.ts'

/** One event of the story, at a moment of it. */
export interface Happening {
  readonly at: number
  readonly text: string
}

/** What happens before the night. */
export function monthsOf({ run }: IncidentModel): readonly Happening[] {
  const { found, alertAt, circumstances } = run
  const mailbox = circumstances.pages ? m.incident_event_pages() : m.incident_event_mailbox()
  return [
    { at: FALLS_BEHIND, text: m.incident_event_behind() },
    ...(alertAt === undefined ? [] : [{ at: alertAt, text: mailbox }]),
    ...(found
      ? [{ at: found.at, text: m.incident_event_found({ by: finderName(found.by) }) }]
      : []),
  ].toSorted((one, other) => one.at - other.at)
}

/** What happens in the night. */
export function nightOf({ run }: IncidentModel): readonly Happening[] {
  const { lost, calledOff, restoredAt, callsAt, understoodAt, missingSeconds } = run
  const restored = calledOff
    ? m.incident_event_controller()
    : lost > 0
      ? m.incident_event_promoted()
      : m.incident_event_whole()
  return [
    { at: FAILS, text: m.incident_event_fails() },
    ...(calledOff
      ? [
          {
            at: FAILS + (run.circumstances.automatic ? 90 : 120),
            text: m.incident_event_called_off({ lag: span(missingSeconds) }),
          },
        ]
      : []),
    { at: restoredAt, text: restored },
    ...(callsAt === undefined ? [] : [{ at: callsAt, text: m.incident_event_calls() }]),
    ...(understoodAt === undefined
      ? []
      : [{ at: understoodAt, text: m.incident_event_understood({ lost: whole(lost) }) }]),
  ]
}

/** The story's own time at a moment of the film: a day, then a time of that night, then no more. */
export function shownAt({ months, night, billsMs }: IncidentModel, atMs: number): string {
  if (atMs < months.toMs) return dayOf(storyAt(months, atMs))
  return atMs < billsMs ? clock(storyAt(night, atMs)) : m.incident_clock_after()
}

/** How the film lies in time: at rest it is over, and all of it can be read. */
export function timeline(model: IncidentModel): Timeline {
  const { months, night, billsMs, lengthMs, run } = model
  const before = monthsOf(model).map(({ at, text }) => ({
    atMs: filmMs(months, at),
    text,
  }))
  const after = nightOf(model).map(({ at, text }) => ({
    atMs: filmMs(night, at),
    text,
  }))
  const bills = run.bills.map((bill, index) => ({
    atMs: billsMs + (index + 1) * BILL_MS,
    text: m.incident_event_bill({ what: billName(bill), cost: dollars(bill.dollars) }),
  }))
  return {
    lengthMs,
    restMs: lengthMs,
    pace: 1000,
    clock: (atMs) => shownAt(model, atMs),
    entries: [...before, ...after, ...bills],
  }
}
