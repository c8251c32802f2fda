import * as m from '#messages/messages.js'
import {
  type ChoiceParameter,
  type FlagParameter,
  type NumberParameter,
  type Values,
  type ValuesOf,
  evenStops,
} from '../../frame/parameters.ts'
import { DAY, FAILS } from '../../systems/incident/clock.ts'
import { type Incident, incidentOf } from '../../systems/incident/incident.ts'

const flag = (label: () => string): FlagParameter => ({ kind: 'flag', label, default: false })

const behind: ChoiceParameter<'receiving' | 'applying'> = {
  kind: 'choice',
  label: m.incident_behind,
  default: 'receiving',
  options: { receiving: m.incident_behind_receiving, applying: m.incident_behind_applying },
}

/** What finds the fault of a standby that does not receive the log, long before the night. */
const FINDERS = ['drills', 'pages', 'objective', 'synchronous'] as const

/** Whether a person promotes: a program is sooner, and a look at a standby that lacks log calls it off. */
export const personPromotes = (values: Values): boolean =>
  values['automatic'] !== true &&
  !(
    values['looks'] === true &&
    values['behind'] === 'receiving' &&
    FINDERS.every((finder) => values[finder] !== true)
  )

const promoteMinutes: NumberParameter = {
  kind: 'number',
  unit: 'count',
  label: m.incident_promote,
  minimum: 1,
  maximum: 240,
  default: 5,
  stops: [...evenStops(1, 30, 1), ...evenStops(40, 240, 10)],
  only: personPromotes,
}

export const parameters = {
  drills: flag(m.incident_drills),
  pages: flag(m.incident_pages),
  objective: flag(m.incident_objective),
  looks: flag(m.incident_looks),
  synchronous: flag(m.incident_synchronous),
  automatic: flag(m.incident_automatic),
  behind,
  promoteMinutes,
}

export type IncidentValues = ValuesOf<typeof parameters>

/** A part of the film: it has a scale of its own. */
export interface Chapter {
  readonly from: number
  readonly to: number
  /** In milliseconds of the film. */
  readonly fromMs: number
  readonly toMs: number
}

export interface IncidentModel {
  readonly values: IncidentValues
  readonly run: Incident
  readonly months: Chapter
  readonly night: Chapter
  /** When the bills begin to come, in milliseconds of the film. */
  readonly billsMs: number
  readonly lengthMs: number
}

const MONTHS_MS = 10_000
const NIGHT_MS = 10_000
/** From one bill to the next. */
export const BILL_MS = 1000

/** The story as a film in three scales of time: months, minutes, and bills one by one. */
export function incident(values: IncidentValues): IncidentModel {
  const run = incidentOf(values)
  const end = Math.max(FAILS + 46 * 60, (run.understoodAt ?? run.restoredAt) + 8 * 60)
  const billsMs = MONTHS_MS + NIGHT_MS
  return {
    values,
    run,
    months: { from: 0, to: 228 * DAY, fromMs: 0, toMs: MONTHS_MS },
    night: { from: FAILS - 4 * 60, to: end, fromMs: MONTHS_MS, toMs: billsMs },
    billsMs,
    lengthMs: billsMs + 10 * BILL_MS,
  }
}

/** A moment of the story in the film: in a chapter, and at its ends beyond them. */
export function filmMs({ from, to, fromMs, toMs }: Chapter, at: number): number {
  const share = Math.min(1, Math.max(0, (at - from) / (to - from)))
  return Math.round(fromMs + share * (toMs - fromMs))
}

/** The moment of the story that a chapter shows at one of the film, the other way round. */
export const storyAt = ({ from, to, fromMs, toMs }: Chapter, atMs: number): number =>
  from + ((atMs - fromMs) / (toMs - fromMs)) * (to - from)

/** How many bills have come by a moment of the film. */
export const billsBy = ({ run, billsMs }: IncidentModel, atMs: number) =>
  run.bills.slice(0, Math.max(0, Math.floor((atMs - billsMs) / BILL_MS)))
