import * as m from '#messages/messages.js'
import { evenStops, type NumberParameter, type ValuesOf } from '../../frame/parameters.ts'
import { latentFault } from '../../reliability/latent-fault.ts'
import { type History, historyOf } from './history.ts'

const count = (
  label: () => string,
  usual: number,
  stops: readonly [number, ...number[]],
): NumberParameter => ({
  kind: 'number',
  unit: 'count',
  label,
  default: usual,
  minimum: stops[0],
  maximum: Math.max(...stops),
  stops,
})

export const LONGEST_INTERVAL = 3650

/** Times are in days, rates by the year, money in dollars. */
export const parameters = {
  interval: count(m.untested_interval, 365, [
    1,
    2,
    3,
    5,
    7,
    10,
    14,
    21,
    30,
    45,
    60,
    90,
    120,
    180,
    270,
    365,
    730,
    1825,
    LONGEST_INTERVAL,
  ]),
  life: count(m.untested_life, 365, [30, 60, 90, 180, 365, 730, 1825, 3650]),
  failovers: count(m.untested_failovers, 1, [0, 1, 2, 3, 4, 6, 12]),
  loss: count(
    m.untested_loss,
    80_000,
    [0, 1000, 5000, 10_000, 20_000, 40_000, 80_000, 200_000, 1_000_000, 10_000_000],
  ),
  price: count(m.untested_price, 500, [0, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000]),
  harm: {
    kind: 'number',
    unit: 'share',
    label: m.untested_harm,
    default: 0.002,
    minimum: 0,
    maximum: 0.2,
    stops: [0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2],
  },
  luck: count(m.untested_luck, 5, [1, ...evenStops(2, 20, 1)]),
} as const satisfies Record<string, NumberParameter>

export type UntestedValues = ValuesOf<typeof parameters>

export const DAYS_PER_YEAR = 365

/** What one interval between tests brings. */
export interface IntervalCost {
  /** Days between tests; Infinity where there is none. */
  readonly interval: number
  /** Share of failovers that find the standby dead. */
  readonly dead: number
  /** Dollars a year: the tests, what they break, and failovers that find the standby dead. */
  readonly testing: number
  readonly broken: number
  readonly failing: number
  readonly total: number
}

export interface UntestedModel {
  readonly values: UntestedValues
  readonly current: IntervalCost
  readonly least: IntervalCost
  readonly never: IntervalCost
  /** Intervals in days, rising, and what each brings: the curve of the plot. */
  readonly curve: readonly IntervalCost[]
  /** λT/2, the usual approximation, which no failover interferes with. */
  readonly approximation: number
  readonly history: History
}

/**
 * The share of failovers that find the standby dead.
 *
 * The standby fails unseen at rate λ; the next test finds it, every `interval`, or the next failover,
 * at rate δ. From a test on, it is dead at time t with λ/(λ + δ) · (1 - e^(-(λ+δ)t)), whose mean over
 * the interval is λ/(λ + δ) of a latent fault at rate λ + δ. Failovers that come at random see that mean.
 *
 * @source trivedi-2001
 */
function deadShare({ life, failovers }: UntestedValues, interval: number): number {
  const hidden = 1 / life
  const needed = failovers / DAYS_PER_YEAR
  const found = hidden + needed
  const unseen = Number.isFinite(interval) ? latentFault(found, interval).unreliability : 1
  return (hidden / found) * unseen
}

export function costOf(values: UntestedValues, interval: number): IntervalCost {
  const tests = DAYS_PER_YEAR / interval
  const dead = deadShare(values, interval)
  const testing = tests * values.price
  const broken = tests * values.harm * values.loss
  const failing = values.failovers * dead * values.loss
  return { interval, dead, testing, broken, failing, total: testing + broken + failing }
}

/** Whole days from 1 to the longest interval, each a thirtieth or so longer than the one before. */
const INTERVALS: readonly number[] = [
  ...new Set(
    Array.from({ length: 250 }, (_, index) => Math.round(LONGEST_INTERVAL ** (index / 249))),
  ),
]

/**
 * How often a standby that fails unseen is found dead when it is needed, what tests at an interval cost
 * and save, and one history of it that chance might bring.
 *
 * @param values sound values of {@link parameters}
 */
export function untested(values: UntestedValues): UntestedModel {
  const curve = INTERVALS.map((interval) => costOf(values, interval))
  const never = costOf(values, Infinity)
  const current = costOf(values, values.interval)
  return {
    values,
    curve,
    current,
    never,
    // The longest of those that cost the same: what saves nothing need not be done.
    least: [...curve, current, never].reduce((best, cost) =>
      cost.total < best.total || (cost.total === best.total && cost.interval > best.interval)
        ? cost
        : best,
    ),
    approximation: values.interval / values.life / 2,
    history: historyOf(values),
  }
}

/** The reader's guess: the share of failovers that find the standby dead. */
export type GuessMark = number
