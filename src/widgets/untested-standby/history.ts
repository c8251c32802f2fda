import { nextUniform, type RandomState, randomState } from '../../reliability/random-source.ts'

/** Days that are shown. */
export const SHOWN_DAYS = 3 * 365

/** A time during which the standby was dead and nobody knew. */
export interface Hidden {
  readonly from: number
  readonly to: number
  /** What ended it; `end` where it outlasts what is shown. */
  readonly found: 'test' | 'failover' | 'end'
}

export interface Failover {
  readonly at: number
  readonly works: boolean
}

/** Three years of one standby, in days. */
export interface History {
  readonly hidden: readonly Hidden[]
  readonly failovers: readonly Failover[]
  readonly tests: readonly number[]
}

interface Chances {
  readonly interval: number
  readonly life: number
  readonly failovers: number
  readonly luck: number
}

const exponential = (state: RandomState, mean: number) => -mean * Math.log1p(-nextUniform(state))

/** Moments that come at random at a mean distance, within what is shown. */
function moments(state: RandomState, mean: number): readonly number[] {
  const found: number[] = []
  for (let at = exponential(state, mean); at < SHOWN_DAYS; at += exponential(state, mean))
    found.push(at)
  return found
}

/**
 * What may become of a standby in three years: it dies unseen, lies dead until the next test or the
 * next failover finds it, and is mended at once. The failovers are those of the same luck at any
 * interval between tests.
 */
export function historyOf({ interval, life, failovers, luck }: Chances): History {
  const demands = failovers === 0 ? [] : moments(randomState(luck), 365 / failovers)
  const tests = Array.from(
    { length: Math.ceil(SHOWN_DAYS / interval) - 1 },
    (_, index) => (index + 1) * interval,
  )
  const lives = randomState(luck + 1_000_000)
  const hidden: Hidden[] = []
  let from = exponential(lives, life)
  while (from < SHOWN_DAYS) {
    const start = from
    const test = tests.find((at) => at > start) ?? Infinity
    const demand = demands.find((at) => at > start) ?? Infinity
    const to = Math.min(test, demand, SHOWN_DAYS)
    hidden.push({
      from,
      to,
      found: to === SHOWN_DAYS ? 'end' : demand < test ? 'failover' : 'test',
    })
    from = to + exponential(lives, life)
  }
  const dead = (at: number) => hidden.some((each) => each.from < at && at <= each.to)
  return { hidden, tests, failovers: demands.map((at) => ({ at, works: !dead(at) })) }
}
