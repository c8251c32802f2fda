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
 * Where the users of a region are led: to their own where it is healthy, to the nearest and the other
 * one where not; where one region serves all, to that. Where none is healthy they stay.
 */
export function ledTo(
  { strategy }: Pick<RegionsParameters, 'strategy'>,
  { healthy, site }: Pick<Steering, 'healthy' | 'site'>,
  home: RegionId,
): readonly [RegionId, RegionId] {
  if (strategy !== 'active-active') return [site, site]
  const left = healthy.includes(home) ? [home] : othersOf(home).filter((id) => healthy.includes(id))
  return [left[0] ?? home, left.at(-1) ?? home]
}

const target = ({ to }: Steering, { home, pick }: Resolver, toNearest: number): RegionId =>
  to[home][pick < toNearest ? 0 : 1]

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
    return target(saidAt(steering, heardMs), resolver, parameters.toNearest)
  }
  const period = keepsMs(parameters, resolver)
  const age = (((nowMs - resolver.phase * period) % period) + period) % period
  return target(saidAt(steering, nowMs - age), resolver, parameters.toNearest)
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
