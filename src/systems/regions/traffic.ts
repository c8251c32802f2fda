import { passes } from '../../simulation/network.ts'
import { type Service, serversNow, serviceOf } from './capacity.ts'
import { isWritable } from './lease.ts'
import { ACCESS_MS, othersOf, REGIONS, type RegionId, roundTripMs } from './parameters.ts'
import { sentTo } from './steering.ts'
import type { PerRegion, RegionsView, Traffic } from './world.ts'

export const perRegion = <Value>(value: (id: RegionId) => Value): PerRegion<Value> => ({
  america: value('america'),
  europe: value('europe'),
  asia: value('asia'),
})

const sum = (values: PerRegion<number>): number =>
  REGIONS.reduce((total, id) => total + values[id], 0)

/** The primary that a region's servers write to, or nothing where they cannot. */
export function writesTo(world: RegionsView, id: RegionId, nowMs: number): RegionId | undefined {
  const primary = world.regions[id].follows
  return passes(world.network, id, primary) && isWritable(world, primary, nowMs)
    ? primary
    : undefined
}

/** From the primary to the second region that has the write, and back, where anybody waits for that. */
function confirmMs({ parameters, regions, network }: RegionsView, primary: RegionId): number {
  if (parameters.replication === 'async') return 0
  const [nearest] = othersOf(primary).filter(
    (other) => regions[other].up && passes(network, primary, other),
  )
  return nearest ? roundTripMs(primary, nearest) : 0
}

/** Where all users are sent at this moment, and what becomes of them. */
export function trafficOf(world: RegionsView, nowMs: number): Traffic {
  const { parameters, steering, resolvers, regions } = world
  const counts = perRegion(() => ({ america: 0, europe: 0, asia: 0 }))
  for (const resolver of resolvers)
    counts[resolver.home][sentTo(parameters, steering, resolver, nowMs)] += 1
  const sent = perRegion((home) => perRegion((to) => counts[home][to] / resolvers.length))
  const offered = perRegion((to) => REGIONS.reduce((total, home) => total + sent[home][to], 0))
  const service: PerRegion<Service | undefined> = perRegion((id) =>
    regions[id].up
      ? serviceOf(serversNow(parameters, id, regions[id], nowMs), offered[id])
      : undefined,
  )
  const primary = perRegion((id) => (regions[id].up ? writesTo(world, id, nowMs) : undefined))
  const admitted = perRegion((id) => offered[id] * (service[id]?.admitted ?? 0))
  const mean = (home: RegionId, ms: (at: RegionId, by: Service) => number | undefined) => {
    let [weight, total] = [0, 0]
    for (const at of REGIONS) {
      const by = service[at]
      const took = by && ms(at, by)
      if (!by || took === undefined) continue
      weight += sent[home][at] * by.admitted
      total += sent[home][at] * by.admitted * took
    }
    return weight > 0 ? total / weight : undefined
  }
  const reads = (home: RegionId) => (at: RegionId, by: Service) =>
    ACCESS_MS + roundTripMs(home, at) + by.responseMs
  return {
    atMs: nowMs,
    sent,
    utilisation: perRegion((id) => service[id]?.utilisation ?? 0),
    served: perRegion((id) => (primary[id] ? admitted[id] : 0)),
    readOnly: sum(perRegion((id) => (primary[id] ? 0 : admitted[id]))),
    turnedAway: sum(perRegion((id) => (service[id] ? offered[id] - admitted[id] : 0))),
    deadEnd: sum(perRegion((id) => (regions[id].up ? 0 : offered[id]))),
    readMs: perRegion((home) => mean(home, reads(home))),
    writeMs: perRegion((home) =>
      mean(home, (at, by) => {
        const to = primary[at]
        return to && reads(home)(at, by) + roundTripMs(at, to) + confirmMs(world, to)
      }),
    ),
  }
}

/** The share of all users that can read and write, in [0, 1]. */
export const servedShare = ({ served }: Traffic): number => sum(served)
