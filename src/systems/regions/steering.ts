import { othersOf, type RegionId, type RegionsParameters } from './parameters.ts'
import type { Resolver, Steering } from './world.ts'

/** What was said at a time. What was said first was always said. */
function saidAt(steering: readonly Steering[], atMs: number): Steering {
  for (let index = steering.length - 1; index > 0; index -= 1) {
    const said = steering[index]
    if (said && said.atMs <= atMs) return said
  }
  const [first] = steering
  if (!first) throw new RangeError('regions: something is always said')
  return first
}

/**
 * Where some users are sent by what is said: to their own region where it works, to another where
 * not; where one region serves all, to that. Where none is healthy they stay.
 */
function target(
  { strategy, toNearest }: RegionsParameters,
  { healthy, site }: Steering,
  { home, pick }: Resolver,
): RegionId {
  if (strategy !== 'active-active') return site
  if (healthy.includes(home) || healthy.length === 0) return home
  const left = othersOf(home).filter((other) => healthy.includes(other))
  return (pick < toNearest ? left[0] : left.at(-1)) ?? home
}

/** How long a cache keeps an answer, in milliseconds. */
export const keepsMs = (
  { ttlMs, stubbornFactor }: RegionsParameters,
  { stubborn }: Pick<Resolver, 'stubborn'>,
): number => (stubborn ? ttlMs * stubbornFactor : ttlMs)

/**
 * Where a resolver sends its users now. A cache knows what was said when it last asked, which it did
 * a phase of its period ago; a network hears of a changed route after a part of the convergence.
 *
 * @source mockapetris-1987
 * @source abley-lindqvist-2006
 */
export function sentTo(
  parameters: RegionsParameters,
  steering: readonly Steering[],
  resolver: Resolver,
  nowMs: number,
): RegionId {
  if (parameters.steering === 'anycast') {
    const heardMs = nowMs - resolver.phase * parameters.convergenceMs
    return target(parameters, saidAt(steering, heardMs), resolver)
  }
  const period = keepsMs(parameters, resolver)
  const age = (((nowMs - resolver.phase * period) % period) + period) % period
  return target(parameters, saidAt(steering, nowMs - age), resolver)
}

/**
 * The share of caches that still give an old answer some time after it was changed, where the ages
 * of their answers are uniform: those that keep to the time to live, and those that do not. With
 * routes it is the share of networks that have not heard.
 *
 * @param parameters times and shares
 * @param sinceMs since the change, in milliseconds, at least 0
 * @returns in [0, 1]
 * @example staleShare({ steering: 'dns', ttlMs: 100, stubborn: 0, … }, 25) // 0.75
 */
export function staleShare(
  parameters: Pick<
    RegionsParameters,
    'steering' | 'ttlMs' | 'stubborn' | 'stubbornFactor' | 'convergenceMs'
  >,
  sinceMs: number,
): number {
  const { steering, ttlMs, stubborn, stubbornFactor, convergenceMs } = parameters
  const left = (periodMs: number): number =>
    periodMs === 0 ? 0 : Math.max(0, 1 - sinceMs / periodMs)
  if (steering === 'anycast') return left(convergenceMs)
  return (1 - stubborn) * left(ttlMs) + stubborn * left(ttlMs * stubbornFactor)
}
