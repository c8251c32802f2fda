import * as m from '#messages/messages.js'
import { smallShareStops, type NumberParameter, type ValuesOf } from '../../frame/parameters.ts'
import { betaFactor } from '../../reliability/beta-factor.ts'
import { downtime, HOURS_PER_YEAR } from '../../reliability/downtime.ts'

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

const share = (
  label: () => string,
  usual: number,
  stops: readonly [number, ...number[]],
): NumberParameter => ({ ...count(label, usual, stops), unit: 'share' })

export const MOST_SPARES = 6

const MOST_UNAVAILABLE = 0.2

/** Money is in dollars a year, except for the price of an hour. */
export const parameters = {
  needed: count(m.price_needed, 4, [1, 2, 3, 4, 5, 6, 8, 10, 15, 20]),
  spares: count(m.price_spares, 3, [0, 1, 2, 3, 4, 5, MOST_SPARES]),
  server: count(
    m.price_server,
    12_000,
    [100, 500, 1000, 2400, 5000, 12_000, 20_000, 48_000, 100_000],
  ),
  machinery: count(m.price_machinery, 30_000, [0, 5000, 10_000, 20_000, 30_000, 60_000, 200_000]),
  hour: count(
    m.price_hour,
    3000,
    [0, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000, 300_000, 1_000_000],
  ),
  unavailable: share(m.price_unavailable, 0.01, [
    0,
    ...smallShareStops(4).filter((stop) => stop > 0 && stop <= MOST_UNAVAILABLE),
  ]),
  shared: share(m.price_shared, 0.1, [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1]),
} as const satisfies Record<string, NumberParameter>

export type PriceValues = ValuesOf<typeof parameters>

/** What one number of spares costs in a year, in dollars, and what it leaves of the downtime. */
export interface SparesCost {
  readonly spares: number
  readonly servers: number
  readonly spareServers: number
  readonly machinery: number
  /** Loss while too few servers work by their own failures, and by the cause that all share. */
  readonly ownLoss: number
  readonly sharedLoss: number
  readonly total: number
  readonly downHours: number
}

export interface PriceModel {
  readonly values: PriceValues
  /** One entry for each number of spares from 0 to {@link MOST_SPARES}. */
  readonly costs: readonly SparesCost[]
  readonly current: SparesCost
  readonly least: SparesCost
  /** Hours of downtime a year that are left with any number of spares. */
  readonly floorHours: number
}

/** What is spent on it, whether or not anything fails. */
export const spent = ({ servers, spareServers, machinery }: SparesCost) =>
  servers + spareServers + machinery

export const lost = ({ ownLoss, sharedLoss }: SparesCost) => ownLoss + sharedLoss

function costOf(values: PriceValues, spares: number): SparesCost {
  const { needed, unavailable, shared } = values
  const system = betaFactor({
    n: needed + spares,
    k: needed,
    unreliability: unavailable,
    beta: shared,
  })
  const common = shared * unavailable
  const servers = needed * values.server
  const spareServers = spares * values.server
  const machinery = spares === 0 ? 0 : values.machinery
  const ownLoss =
    downtime({
      reliability: system.reliability + common,
      // Rounding may leave the sum of both a hair below its larger part.
      unreliability: Math.max(0, system.unreliability - common),
    }).hours * values.hour
  const sharedLoss = common * HOURS_PER_YEAR * values.hour
  return {
    spares,
    servers,
    spareServers,
    machinery,
    ownLoss,
    sharedLoss,
    total: servers + spareServers + machinery + ownLoss + sharedLoss,
    downHours: downtime(system).hours,
  }
}

/**
 * What a year costs with each number of spares: the servers, the machinery that makes spares useful,
 * and the downtime that is left. A cause that all servers share sets a floor under the downtime.
 *
 * @param values sound values of {@link parameters}
 * @source fleming-1975
 */
export function price(values: PriceValues): PriceModel {
  const costs = Array.from({ length: MOST_SPARES + 1 }, (_, spares) => costOf(values, spares))
  return {
    values,
    costs,
    current: costOf(values, values.spares),
    least: costs.reduce((best, cost) => (cost.total < best.total ? cost : best)),
    floorHours: values.shared * values.unavailable * HOURS_PER_YEAR,
  }
}

/** The reader's guess: the number of spares that costs least. */
export type GuessMark = number
