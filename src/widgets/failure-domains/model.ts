import * as m from '#messages/messages.js'
import { type Course, targetOf } from '../../frame/course.ts'
import type { ChoiceParameter, NumberParameter, ValuesOf } from '../../frame/parameters.ts'
import { downtime } from '../../reliability/downtime.ts'
import type { MonteCarloOutcome } from '../../reliability/monte-carlo.ts'
import { type Host, domainOf, hostOf } from '../../systems/failure-domains/estate.ts'
import { type Policy, placed } from '../../systems/failure-domains/placement.ts'
import {
  type Assessment,
  type Service,
  type Unavailability,
  assess,
  majorityOf,
  simulate,
} from '../../systems/failure-domains/service.ts'
import { type Slot, drillOf } from './drill.ts'
import { MOST_REPLICAS, SNAPSHOTS } from './fixed.ts'

const policy: ChoiceParameter<Policy> = {
  kind: 'choice',
  label: m.domains_policy,
  default: 'one-rack',
  options: {
    'one-rack': m.domains_policy_one_rack,
    racks: m.domains_policy_racks,
    'two-zones': m.domains_policy_two_zones,
    zones: m.domains_policy_zones,
    'zones-versions': m.domains_policy_zones_versions,
    regions: m.domains_policy_regions,
    everything: m.domains_policy_everything,
  },
}

const needed: ChoiceParameter<'one' | 'majority'> = {
  kind: 'choice',
  label: m.domains_needed,
  default: 'one',
  options: { one: m.domains_needed_one, majority: m.domains_needed_majority },
}

const replicas: NumberParameter = {
  kind: 'number',
  unit: 'count',
  label: m.domains_replicas,
  default: 3,
  minimum: 3,
  maximum: MOST_REPLICAS,
  stops: [3, 4, 5, 6],
}

/** The digits 1 to 9 of each decade from a millionth on, up to a tenth. */
const STOPS: readonly number[] = [
  0,
  ...[-6, -5, -4, -3, -2].flatMap((decade) =>
    Array.from({ length: 9 }, (_, digit) => Number(`${digit + 1}e${decade}`)),
  ),
  0.1,
]

const share = (label: () => string, usual: number): NumberParameter => ({
  kind: 'number',
  unit: 'share',
  label,
  default: usual,
  minimum: 0,
  maximum: 0.1,
  stops: STOPS,
})

export const parameters = {
  policy,
  replicas,
  needed,
  host: share(m.domains_host_share, 1e-3),
  rack: share(m.domains_rack_share, 5e-4),
  zone: share(m.domains_zone_share, 1e-4),
  region: share(m.domains_region_share, 1e-5),
  feed: share(m.domains_feed_share, 1e-4),
  version: share(m.domains_version_share, 3e-4),
}

export type DomainsValues = ValuesOf<typeof parameters>

/** A domain that the reader keeps down. */
export interface Hold {
  readonly id: string
  readonly fromMs: number
  readonly toMs: number
}

export interface DomainsModel extends Assessment {
  readonly values: DomainsValues
  readonly service: Service
  readonly unavailability: Unavailability
  readonly simulated: MonteCarloOutcome
  readonly downHours: number
  readonly independentDownHours: number
  readonly drill: readonly Slot[]
  readonly holds: readonly Hold[]
  /** The replica that a click on a host moves, counted from 0. */
  readonly chosen: number
  /** Whether the reader has moved any. */
  readonly moved: boolean
}

/** What the deeds of a reader come to; those that name nothing that exists are passed over. */
function deedsOf({ deeds }: Course, first: readonly Host[]) {
  const hosts = [...first]
  const holds: Hold[] = []
  let chosen = 0
  const release = (id: string, atMs: number): void => {
    const index = holds.findIndex((hold) => hold.id === id && hold.toMs === Infinity)
    const hold = holds[index]
    if (hold) holds[index] = { ...hold, toMs: atMs }
  }
  for (const { atMs, action } of deeds) {
    const down = domainOf(targetOf('down', action) ?? '')
    const up = domainOf(targetOf('up', action) ?? '')
    const host = hostOf(targetOf('put', action) ?? '')
    const replica = Number(/^[1-9]$/.exec(targetOf('choose', action) ?? '')?.[0] ?? 0) - 1
    if (down && !holds.some(({ id, toMs }) => id === down.id && toMs === Infinity))
      holds.push({ id: down.id, fromMs: atMs, toMs: Infinity })
    if (up) release(up.id, atMs)
    if (replica >= 0 && replica < hosts.length) chosen = replica
    if (host) hosts[chosen] = host
  }
  return { hosts, holds, chosen, moved: hosts.some((host, replica) => host !== first[replica]) }
}

/**
 * Replicas in an estate of domains that cross each other: what is true of them exactly, by chance and
 * by the claim of independence, and a drill that pulls down one domain after the other.
 *
 * @param values sound values of {@link parameters}
 * @param course its seed is that of the simulation; its deeds move replicas, for the whole drill, and
 *   hold domains down from their time on
 */
export function failureDomains(values: DomainsValues, course: Course): DomainsModel {
  const { hosts, holds, chosen, moved } = deedsOf(course, placed(values.policy, values.replicas))
  const service: Service = {
    hosts,
    needed: values.needed === 'one' ? 1 : majorityOf(hosts.length),
  }
  const { host, rack, zone, region, feed, version } = values
  const unavailability = { host, rack, zone, region, feed, version }
  const assessment = assess(service, unavailability)
  return {
    ...assessment,
    values,
    service,
    unavailability,
    simulated: simulate(service, unavailability, {
      seed: course.seed,
      snapshots: SNAPSHOTS,
      fewestLosses: assessment.fewestLosses,
    }),
    downHours: downtime(assessment.exact).hours,
    independentDownHours: downtime(assessment.independent).hours,
    drill: drillOf(service, holds),
    holds,
    chosen,
    moved,
  }
}

/** The reader's guess: how many nines, from and to. */
export type GuessMark = readonly [from: number, to: number]
