import type { Deployment, Pod } from '../../systems/kubernetes/objects.ts'
import type { ClusterAction, World } from '../../systems/kubernetes/world.ts'
import type { Evidence } from './mission.ts'

// Small facts of which goals are made.

/** Where something is: its namespace and the name that it shares with its label `app`. */
export interface Place {
  readonly namespace: string
  readonly app: string
}

export const keyOf = ({ namespace, app }: Place): string => `${namespace}/${app}`

/** A line typed at the first terminal. */
export const type = (text: string): ClusterAction => ({ do: 'type', shell: '1', text })

/** Pods of an app that are not about to end. */
export const podsOf = ({ store }: World, { namespace, app }: Place): readonly Pod[] =>
  Object.values(store.tables.pods).filter(
    ({ metadata }) =>
      metadata.namespace === namespace &&
      metadata.labels?.['app'] === app &&
      metadata.deletionTimestamp === undefined,
  )

export const isReady = ({ status }: Pod): boolean =>
  status.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false

/** Pods of an app that are ready as far as the API knows. */
export const readyPods = (world: World, place: Place): readonly Pod[] =>
  podsOf(world, place).filter((pod) => isReady(pod))

export const deploymentOf = ({ store }: World, place: Place): Deployment | undefined =>
  store.tables.deployments[keyOf(place)]

/** Whether as many pods are ready as the Deployment wants, no other is left, and it wants any. */
export function isWhole(world: World, place: Place): boolean {
  const wanted = deploymentOf(world, place)?.spec.replicas ?? 0
  return (
    wanted > 0 &&
    podsOf(world, place).length === wanted &&
    readyPods(world, place).length === wanted
  )
}

/** How many different nodes, or zones by `of`, these pods run on. */
export const countOf = (
  pods: readonly Pod[],
  of: (node: string) => string | undefined = (node) => node,
): number => new Set(pods.flatMap(({ spec }) => of(spec.nodeName ?? '') ?? [])).size

/** The zone of a node, by its label. */
export const zoneOf = ({ store }: World, node: string): string | undefined =>
  store.tables.nodes[node]?.metadata.labels?.['topology.kubernetes.io/zone']

/** How many pods of an app there are in each zone of the cluster, those without any included. */
export function perZone(world: World, pods: readonly Pod[]): readonly number[] {
  const zones = new Set(Object.keys(world.store.tables.nodes).map((node) => zoneOf(world, node)))
  return [...zones].map(
    (zone) => pods.filter(({ spec }) => zoneOf(world, spec.nodeName ?? '') === zone).length,
  )
}

/** Whether a node takes no pods and none of the app is left on it, not even one that ends. */
export const isDrained = ({ store }: World, node: string, { namespace, app }: Place): boolean =>
  store.tables.nodes[node]?.spec.unschedulable === true &&
  Object.values(store.tables.pods).every(
    ({ metadata, spec }) =>
      metadata.namespace !== namespace ||
      metadata.labels?.['app'] !== app ||
      spec.nodeName !== node,
  )

/** How many endpoints a Service had over time: each value holds until the next, in order. */
export const endpointsOver = (
  { entries }: Evidence,
  key: string,
): readonly { readonly atMs: number; readonly ready: number }[] =>
  entries.flatMap(({ atMs, note }) =>
    note.note === 'endpoints' && note.key === key ? [{ atMs, ready: note.ready }] : [],
  )

/** The fewest ready endpoints that a Service had from a time on. */
export function fewestReady(evidence: Evidence, key: string, fromMs: number): number {
  const over = endpointsOver(evidence, key)
  const before = over.findLast(({ atMs }) => atMs <= fromMs)?.ready ?? 0
  return Math.min(before, ...over.filter(({ atMs }) => atMs > fromMs).map(({ ready }) => ready))
}

/** How many requests to a Service were sent and how many failed, from a time on, to the second. */
export function requestsSince(
  { traffic }: World,
  key: string,
  fromMs: number,
): { readonly sent: number; readonly failed: number } {
  const { older, seconds } = traffic.services[key]?.series ?? { older: [], seconds: [] }
  let sent = 0
  let failed = 0
  for (const one of [...older, ...seconds]) {
    if (one.atS * 1000 < fromMs) continue
    sent += one.sent
    failed += one.refused + one.timeout + one.reset
  }
  return { sent, failed }
}

/** Whether requests were sent for so long up to now and every one was answered. */
export function answersAll({ world, nowMs }: Evidence, key: string, forMs: number): boolean {
  const { sent, failed } = requestsSince(world, key, nowMs - forMs)
  return (world.traffic.loads[key] ?? 0) > 0 && sent > 0 && failed === 0
}

/** Nodes without power, and since when. */
export function nodesOff({
  world,
  entries,
}: Evidence): readonly { readonly node: string; readonly sinceMs: number }[] {
  return Object.values(world.machines)
    .filter(({ on }) => !on)
    .flatMap(({ name }) => {
      const last = entries.findLast(({ note }) => note.note === 'power' && note.node === name)
      return last ? [{ node: name, sinceMs: last.atMs }] : []
    })
}
