import { inTouch, type LocalPod } from '../kubelet/machine.ts'
import { programOf } from '../kubelet/probes.ts'
import type { EndpointSlice } from '../objects.ts'
import { listed, type Turn } from '../turn.ts'
import type { Change, World } from '../world.ts'
import { send, TICK_MS } from './requests.ts'
import { added, type Counts, emptySeries, NONE, type Series, withCounts } from './series.ts'

/** What came of the requests to one Service. */
export interface ServiceTraffic {
  /** Since its load was first set. */
  readonly totals: Counts
  readonly series: Series
  /** What part of a request is still to be sent, from 0 to 1. */
  readonly carried: number
  /** When a request failed last; nothing where none has for a second. */
  readonly failedMs: number | null
}

const UNLOADED: ServiceTraffic = { totals: NONE, series: emptySeries, carried: 0, failedMs: null }

/** Requests to Services from inside the cluster, and what came of them. */
export interface Traffic {
  /** Requests a second, by `namespace/service`. */
  readonly loads: Readonly<Record<string, number>>
  /** By `namespace/service`; stays when the load ends. */
  readonly services: Readonly<Record<string, ServiceTraffic>>
  /** Where each node's proxy sends requests to, as `address:port`, by node and Service. */
  readonly views: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  /** How many requests a second each pod answers, by address and Service. */
  readonly rates: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** How much work has piled up before each pod, in milliseconds of its time, by address. */
  readonly queues: Readonly<Record<string, number>>
  /** When requests are sent next; nothing without load. */
  readonly tickMs: number | null
}
export const noTraffic: Traffic = {
  loads: {},
  services: {},
  views: {},
  rates: {},
  queues: {},
  tickMs: null,
}

/** What happens to requests by itself. */
export type TrafficEvent =
  /** Those of the last moment are sent. */
  | { readonly kind: 'traffic'; readonly what: 'tick' }
  /** A node's proxy learns of changed endpoints. */
  | {
      readonly kind: 'traffic'
      readonly what: 'view'
      readonly node: string
      readonly service: string
    }

/** From a change of endpoints until a node's proxy has set its rules accordingly. */
const PROXY_MS = { least: 50, most: 500 } as const
/** After so long without a failure a Service counts as answering again. */
const CALM_MS = 1000

const serviceOf = ({ metadata }: EndpointSlice): string =>
  `${metadata.namespace ?? ''}/${metadata.labels?.['kubernetes.io/service-name'] ?? ''}`

/**
 * Where requests to a Service may go as the API has it: ready endpoints, or those that end.
 *
 * @param service `namespace/service`
 * @returns `address:port` of each
 */
export function endpointsNow(world: World, service: string): readonly string[] {
  const [namespace = ''] = service.split('/')
  const slices = listed(world.store, 'endpointslices', namespace).filter(
    (slice) => serviceOf(slice) === service,
  )
  const those = (fits: (one: EndpointSlice['endpoints'][number]['conditions']) => boolean) =>
    slices.flatMap(({ endpoints, ports }) =>
      endpoints
        .filter(({ conditions }) => fits(conditions))
        .flatMap(({ addresses }) => addresses.map((ip) => `${ip}:${ports[0]?.port ?? 0}`)),
    )
  const ready = those((one) => one.ready)
  if (ready.length > 0 || world.profile === '1.20') return ready
  // Better one that is about to end than none, since 1.26.
  return those((one) => one.serving === true && one.terminating === true)
}

function see(turn: Turn, node: string, service: string): void {
  const { traffic } = turn.world()
  turn.put('traffic', {
    ...traffic,
    views: {
      ...traffic.views,
      [node]: { ...traffic.views[node], [service]: endpointsNow(turn.world(), service) },
    },
  })
}

/** The proxies of the nodes hear of endpoints that came or went. */
export function proxiesHear(turn: Turn, changes: readonly Change[]): void {
  const { traffic, machines } = turn.world()
  const services = new Set(
    changes
      .filter(({ resource }) => resource === 'endpointslices')
      .map(({ object }) => serviceOf(object as EndpointSlice))
      .filter((service) => (traffic.loads[service] ?? 0) > 0),
  )
  for (const service of services)
    for (const machine of Object.values(machines))
      if (inTouch(machine)) hears(turn, machine.name, service)
}

function hears(turn: Turn, node: string, service: string): void {
  turn.schedule(turn.draw.whole('proxy', PROXY_MS.least, PROXY_MS.most), {
    kind: 'traffic',
    what: 'view',
    node,
    service,
  })
}

/** The proxy of a node that was out of touch learns what it missed. */
export function proxyCatchesUp(turn: Turn, node: string): void {
  for (const service of Object.keys(turn.world().traffic.loads)) hears(turn, node, service)
}

/** Requests of one moment are sent and answered, or not. */
export function trafficHappens(turn: Turn, event: TrafficEvent): void {
  const { traffic, machines } = turn.world()
  if (event.what === 'view') {
    const machine = machines[event.node]
    if (machine && inTouch(machine) && traffic.loads[event.service] !== undefined)
      see(turn, event.node, event.service)
    return
  }
  if (traffic.tickMs !== turn.nowMs) return
  const counts = send(turn)
  for (const [service, { now, carried }] of Object.entries(counts))
    count(turn, service, now, { carried, atMs: turn.nowMs - 1 })
  ticksOn(turn)
}

/** Adds up what came of requests, and tells when they begin or cease to fail. */
function count(
  turn: Turn,
  service: string,
  now: Counts,
  { carried, atMs }: { readonly carried: number; readonly atMs: number },
): void {
  const { traffic } = turn.world()
  const before = traffic.services[service] ?? UNLOADED
  const failed = now.refused + now.timeout + now.reset > 0
  const calm = before.failedMs !== null && turn.nowMs - before.failedMs >= CALM_MS
  const failedMs = failed ? turn.nowMs : calm ? null : before.failedMs
  if (failed && before.failedMs === null) turn.note({ note: 'traffic', service, what: 'failing' })
  if (!failed && calm) turn.note({ note: 'traffic', service, what: 'answered' })
  const after: ServiceTraffic = {
    totals: added(before.totals, now),
    series: withCounts(before.series, atMs, now),
    carried,
    failedMs,
  }
  turn.put('traffic', { ...traffic, services: { ...traffic.services, [service]: after } })
}

/** Requests that a pod's process had under way as it ended are lost. */
export function cutOff(turn: Turn, { ip, answerMs, spec }: LocalPod): void {
  const { rates, services } = turn.world().traffic
  const program = spec.containers.flatMap((one) => programOf(one, turn.world().profile) ?? [])[0]
  for (const [service, rate] of Object.entries(rates[ip ?? ''] ?? {})) {
    const before = services[service]
    const last = before?.series.seconds.at(-1)
    if (!before || !last) continue
    const many = (rate * Math.max(answerMs, program?.requestMs ?? 0)) / 1000
    const whole = Math.floor(many)
    const lost = whole + (turn.draw.happens('under way', many - whole) ? 1 : 0)
    if (lost === 0) continue
    const now = { ...NONE, answered: -lost, reset: lost }
    count(turn, service, now, { carried: before.carried, atMs: last.atS * 1000 })
  }
}

/** Has the next requests sent, as long as there is load. */
function ticksOn(turn: Turn): void {
  const { traffic } = turn.world()
  if (Object.keys(traffic.loads).length === 0) {
    turn.put('traffic', { ...traffic, tickMs: null, rates: {} })
    return
  }
  turn.put('traffic', { ...traffic, tickMs: turn.nowMs + TICK_MS })
  turn.schedule(TICK_MS, { kind: 'traffic', what: 'tick' })
}

/**
 * Sets how many requests a second a Service gets.
 *
 * @param key `namespace/service`
 * @param perSecond at least 0; 0 ends them
 * @throws RangeError if it is less, or no number
 */
export function setLoad(turn: Turn, key: string, perSecond: number): void {
  if (!(perSecond >= 0 && perSecond < Infinity))
    throw new RangeError(`setLoad: perSecond must be at least 0, got ${perSecond}`)
  const { traffic, machines } = turn.world()
  const { [key]: before, ...others } = traffic.loads
  turn.put('traffic', {
    ...traffic,
    loads: perSecond === 0 ? others : { ...others, [key]: perSecond },
  })
  if (perSecond === 0) return
  // Proxies have long known the Service; only now does it matter what they know of it.
  if (before === undefined) for (const { name } of Object.values(machines)) see(turn, name, key)
  if (traffic.tickMs === null) ticksOn(turn)
}
