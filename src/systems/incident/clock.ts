/** The clock of the story, in seconds since 1 March, 00:00. It has no year and no summer time. */
export const DAY = 86_400

/** A moment of the story. @param day days after 1 March; hours and minutes of that day follow */
export const moment = (day: number, hours: number, minutes = 0): number =>
  day * DAY + hours * 3600 + minutes * 60

/** 14 March, 12:00: the standby begins to fall behind. */
export const FALLS_BEHIND = moment(13, 12)
/** 15 October, 02:14: the disk controller of the primary dies. */
export const FAILS = moment(228, 2, 14)
/** How far the standby is behind when the primary dies: 6 h 23 min 17 s. */
export const LAG_SECONDS = 6 * 3600 + 23 * 60 + 17
/** The lag of a standby that keeps up. */
export const USUAL_LAG_SECONDS = 0.2
/** What the standby lost in each second: it took in a little less than was written. */
export const LAG_PER_SECOND = LAG_SECONDS / (FAILS - FALLS_BEHIND)
/** Transactions acknowledged in those hours, which the standby had not received. */
export const TRANSACTIONS = 847
export const PER_SECOND = TRANSACTIONS / LAG_SECONDS
/** The lag at which the alert has always fired, in seconds. */
export const ALERT_SECONDS = 60
/** The objective that they have since, in seconds. */
export const OBJECTIVE_SECONDS = 1
/** A write that waits for so long is reported by its user, in seconds. */
export const FELT_SECONDS = 2
/** From an alert to somebody at work on it, in seconds. */
export const ANSWERED_SECONDS = 900
/** From the failure to the page of the engineer on call, in seconds. */
export const PAGED_SECONDS = 60
/** How long a program waits before it promotes, in seconds. */
export const AUTOMATIC_SECONDS = 30
/** What a look at the standby takes before it is promoted, in seconds. */
export const LOOK_SECONDS = 60
/** What fitting another controller takes, with the data still on the disks, in seconds. */
export const CONTROLLER_SECONDS = 3 * 3600
/** How many seconds of received log a standby applies in one second. */
export const REPLAY_SPEED = 40
/** From the promotion to the first calls of customers, in seconds. */
export const CALLS_SECONDS = 28 * 60
/** From those to the look that somebody then takes, in seconds. */
export const UNDERSTOOD_SECONDS = 5 * 60

const two = (value: number): string => String(value).padStart(2, '0')

/** The time of day of a moment, to the second: 19:50:43. */
export function timeOfDay(at: number): string {
  const seconds = ((Math.round(at) % DAY) + DAY) % DAY
  return [seconds / 3600, (seconds % 3600) / 60, seconds % 60]
    .map((part) => two(Math.floor(part)))
    .join(':')
}
