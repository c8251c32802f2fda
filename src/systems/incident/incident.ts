import { writesLost } from '../../reliability/replication-lag.ts'
import { BILLS, type Bill } from './bills.ts'
import {
  ALERT_SECONDS,
  ANSWERED_SECONDS,
  AUTOMATIC_SECONDS,
  CALLS_SECONDS,
  CONTROLLER_SECONDS,
  DAY,
  FAILS,
  FALLS_BEHIND,
  FELT_SECONDS,
  LAG_PER_SECOND,
  LOOK_SECONDS,
  OBJECTIVE_SECONDS,
  PAGED_SECONDS,
  PER_SECOND,
  REPLAY_SPEED,
  UNDERSTOOD_SECONDS,
  USUAL_LAG_SECONDS,
  moment,
} from './clock.ts'

/** What the people of the story do differently. */
export interface Safeguards {
  /** A failover on purpose, on the first day of each month at 10:00. */
  readonly drills: boolean
  /** The alert wakes the engineer on call; without this it goes to a mailbox that nobody reads. */
  readonly pages: boolean
  /** An objective for the lag, looked at each Monday at 09:00. */
  readonly objective: boolean
  /** Nobody is promoted before the lag was looked at. */
  readonly looks: boolean
  /** Each commit waits until the standby has flushed it. */
  readonly synchronous: boolean
  /** A program promotes. */
  readonly automatic: boolean
}

export interface Circumstances extends Safeguards {
  /** What the standby is behind with: log that it never received, or log that it has not applied. */
  readonly behind: 'receiving' | 'applying'
  /** When a person has promoted it, in minutes after the failure, at least 1. */
  readonly promoteMinutes: number
}

export type Finder = 'drill' | 'page' | 'review' | 'users'

/** How the fault of the standby was found before it mattered. */
export interface Found {
  readonly by: Finder
  readonly at: number
}

/** A run of the story. Times are those of clock.ts; nothing where it did not come about. */
export interface Incident {
  readonly circumstances: Circumstances
  readonly found: Found | undefined
  /** When the alert began to fire. */
  readonly alertAt: number | undefined
  /** How far the standby is behind at the failure, in seconds. */
  readonly lagSeconds: number
  /** The part of it that the standby never received: the recovery point, in seconds. */
  readonly missingSeconds: number
  /** Acknowledged transactions that the new primary does not have, in whole ones. */
  readonly lost: number
  /** Whether the promotion was called off because of what the standby lacks. */
  readonly calledOff: boolean
  /** When writes are taken again. */
  readonly restoredAt: number
  readonly outageSeconds: number
  /** Transactions that could not be made meanwhile, in expectation. */
  readonly refused: number
  readonly callsAt: number | undefined
  readonly understoodAt: number | undefined
  readonly bills: readonly Bill[]
}

/** First days of months, in days after 1 March: April to October. */
const FIRSTS = [31, 61, 92, 122, 153, 184, 214] as const
/** The first Monday after the standby has begun to fall behind, in days after 1 March. */
const MONDAY = 16

function foundBy({ drills, pages, objective, synchronous, behind }: Circumstances) {
  const reached = (lag: number): number => FALLS_BEHIND + lag / LAG_PER_SECOND
  const firedAt = reached(objective ? OBJECTIVE_SECONDS : ALERT_SECONDS)
  // A commit waits for the log to be on the standby's disk, so it feels only what is not received.
  const feels = synchronous && behind === 'receiving'
  const ways: readonly (readonly [boolean, Found])[] = [
    [feels, { by: 'users', at: reached(FELT_SECONDS) }],
    // Where commits wait, nothing is written that the standby lacks: no lag, and no alert.
    [pages && !feels, { by: 'page', at: firedAt + ANSWERED_SECONDS }],
    [objective && !feels, { by: 'review', at: moment(MONDAY, 9) }],
    [drills, { by: 'drill', at: moment(FIRSTS[0], 10) }],
  ]
  const found = ways.filter(([on]) => on).map(([, way]) => way)
  const first = found.toSorted((one, other) => one.at - other.at)[0]
  const fires = !feels && (first === undefined || first.at >= firedAt)
  return { found: first, alertAt: fires ? firedAt : undefined }
}

/** How far the standby is behind at a moment of a run, in seconds. */
export function lagAt(
  { found, circumstances }: Pick<Incident, 'found' | 'circumstances'>,
  at: number,
): number {
  const waits = circumstances.synchronous && circumstances.behind === 'receiving'
  if (waits || at <= FALLS_BEHIND || (found && at >= found.at)) return USUAL_LAG_SECONDS
  return Math.max(USUAL_LAG_SECONDS, (at - FALLS_BEHIND) * LAG_PER_SECOND)
}

/** When a person or a program would have it promoted, in seconds after the failure. */
const promotedSeconds = (circumstances: Circumstances, lagSeconds: number): number => {
  const { automatic, promoteMinutes, looks, behind } = circumstances
  const decided = automatic ? AUTOMATIC_SECONDS : promoteMinutes * 60
  const applying = behind === 'applying' ? lagSeconds / REPLAY_SPEED : 0
  return decided + applying + (looks ? LOOK_SECONDS : 0)
}

/**
 * What follows from the circumstances: a standby that takes in a little less than is written for
 * seven months, an alert, people, and a controller that dies in the night.
 */
export function incidentOf(circumstances: Circumstances): Incident {
  const { looks, automatic, synchronous, behind } = circumstances
  const { found, alertAt } = foundBy(circumstances)
  const lagSeconds = lagAt({ found, circumstances }, FAILS)
  const missingSeconds = behind === 'applying' || synchronous ? 0 : lagSeconds
  const wouldLose = Math.round(writesLost(missingSeconds, PER_SECOND))
  const calledOff = looks && wouldLose > 0
  const lookedSeconds = (automatic ? AUTOMATIC_SECONDS : PAGED_SECONDS) + LOOK_SECONDS
  const outageSeconds = calledOff
    ? lookedSeconds + CONTROLLER_SECONDS
    : promotedSeconds(circumstances, lagSeconds)
  const lost = calledOff ? 0 : wouldLose
  const restoredAt = FAILS + outageSeconds
  const callsAt = lost > 0 ? restoredAt + CALLS_SECONDS : undefined
  return {
    circumstances,
    found,
    alertAt,
    lagSeconds,
    missingSeconds,
    lost,
    calledOff,
    restoredAt,
    outageSeconds,
    refused: outageSeconds * PER_SECOND,
    callsAt,
    understoodAt: callsAt === undefined ? undefined : callsAt + UNDERSTOOD_SECONDS,
    bills: lost > 0 ? BILLS : [],
  }
}

/** How many drills there were before the night. */
export const drillsHeld = (drills: boolean): number => (drills ? FIRSTS.length : 0)

/** As it happened: nothing was done differently. */
export const AS_IT_WAS: Circumstances = {
  drills: false,
  pages: false,
  objective: false,
  looks: false,
  synchronous: false,
  automatic: false,
  behind: 'receiving',
  promoteMinutes: 5,
}

/** Days for which the alert fired before the night, as calendar days. */
export const alertDays = ({ alertAt }: Incident): number =>
  alertAt === undefined ? 0 : Math.floor(FAILS / DAY) - Math.floor(alertAt / DAY)
