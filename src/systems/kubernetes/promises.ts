import type {
  Deployment,
  IntOrString,
  Labels,
  Pod,
  PodDisruptionBudget,
  ReplicaSet,
  Resource,
} from './objects.ts'
import type { Change, ClusterEvent, World } from './world.ts'

/**
 * What the cluster promises whatever is done to it. Written apart from the code that keeps it, and
 * in the plainest way: a promise that used the scheduler's own sums would prove nothing.
 */
export const PROMISES = [
  'no eviction breaks a budget',
  'a rollout keeps within its surge',
  'a rollout keeps enough available',
  'every pod has its owner',
  'endpoints are ready pods',
  'no node is promised more than it has',
] as const

export type PromiseName = (typeof PROMISES)[number]

/** The first promise that was broken, when, and by what. */
export interface Breach {
  readonly promise: PromiseName
  readonly atMs: number
  readonly what: string
}

/** How old news may be that a controller acts on. */
const NEWS_MS = 1500

/** How long an orphan may go on until the collector has looked at it. */
const ORPHAN_MS = 5000

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  m: 1e-3,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
}

function amount(quantity = '0'): number {
  const [, digits, unit] = /^([\d.]+)([a-zA-Z]*)$/.exec(quantity) ?? []
  return Number(digits) * (UNITS[unit ?? ''] ?? Number.NaN)
}

const share = (value: IntOrString, of: number, round: (exact: number) => number): number =>
  typeof value === 'number' ? value : round((Number.parseInt(value, 10) * of) / 100)

const matches = (labels: Labels | undefined, wanted: Labels | undefined): boolean =>
  Object.entries(wanted ?? {}).every(([key, value]) => labels?.[key] === value)

const ready = ({ status }: Pod): boolean =>
  status.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') ?? false

const going = ({ metadata }: Pod): boolean => metadata.deletionTimestamp !== undefined

const over = ({ status }: Pod): boolean => status.phase === 'Succeeded' || status.phase === 'Failed'

const values = <T>(table: Readonly<Record<string, T>>): readonly T[] => Object.values(table)

const ownerUid = (object: Pod | ReplicaSet): string | undefined =>
  object.metadata.ownerReferences?.find(({ controller }) => controller === true)?.uid

/** How many pods a budget wants healthy, by the scale of the Deployments whose pods it covers. */
function wanted(world: World, budget: PodDisruptionBudget, covered: readonly Pod[]): number {
  const { minAvailable, maxUnavailable } = budget.spec
  if (typeof minAvailable === 'number') return minAvailable
  const sets = new Set(covered.map(ownerUid))
  const above = new Set(
    values(world.store.tables.replicasets)
      .filter(({ metadata }) => sets.has(metadata.uid))
      .map(ownerUid),
  )
  const expected = values(world.store.tables.deployments)
    .filter(({ metadata }) => above.has(metadata.uid))
    .reduce((sum, { spec }) => sum + spec.replicas, 0)
  return minAvailable === undefined
    ? Math.max(0, expected - share(maxUnavailable ?? 0, expected, Math.ceil))
    : share(minAvailable, expected, Math.ceil)
}

/** The pods that a budget's status says were let go by this change. */
function letGo({ resource, object, before }: Change): readonly string[] {
  if (resource !== 'poddisruptionbudgets' || before === undefined) return []
  const of = (one: Change['object']) =>
    Object.keys((one as PodDisruptionBudget).status.disruptedPods ?? {})
  const earlier = of(before)
  return of(object).filter((name) => !earlier.includes(name))
}

function brokenBudget(world: World, change: Change): string | undefined {
  const gone = letGo(change)
  const budget = world.store.tables.poddisruptionbudgets[change.key]
  if (gone.length === 0 || !budget) return undefined
  const { namespace } = budget.metadata
  const covered = values(world.store.tables.pods).filter(
    ({ metadata }) =>
      metadata.namespace === namespace &&
      matches(metadata.labels, budget.spec.selector?.matchLabels),
  )
  const healthy = covered.filter((pod) => ready(pod) && !going(pod)).length
  const need = wanted(world, budget, covered)
  return healthy >= need
    ? undefined
    : `${budget.metadata.name} wants ${need} healthy, ${healthy} are after ${gone.join(', ')} went`
}

/** Whether a change could have made a budget's status out of date, other than an eviction. */
function disturbs({ resource, object, before, type }: Change): boolean {
  if (resource === 'deployments' || resource === 'replicasets')
    return (
      (before as Deployment | undefined)?.spec.replicas !== (object as Deployment).spec.replicas
    )
  if (resource === 'poddisruptionbudgets')
    return (
      before === undefined ||
      JSON.stringify((before as PodDisruptionBudget).spec) !==
        JSON.stringify((object as PodDisruptionBudget).spec)
    )
  if (resource !== 'pods') return false
  const was = before as Pod | undefined
  return type === 'DELETED' || (was !== undefined && ready(was) && !ready(object as Pod))
}

/** A Deployment with the replica sets it owns, as they are and as they were. */
interface Rollout {
  readonly deployment: Deployment
  readonly sets: readonly { readonly now: ReplicaSet; readonly was: number }[]
}

function rolloutsOf(world: World, changes: readonly Change[]): readonly Rollout[] {
  const was = new Map<string, number>()
  for (const { resource, before, object } of changes)
    if (resource === 'replicasets')
      was.set(
        object.metadata.uid,
        was.get(object.metadata.uid) ?? (before as ReplicaSet | undefined)?.spec.replicas ?? 0,
      )
  if (was.size === 0) return []
  return values(world.store.tables.deployments).map((deployment) => ({
    deployment,
    sets: values(world.store.tables.replicasets)
      .filter((set) => ownerUid(set) === deployment.metadata.uid)
      .map((now) => ({ now, was: was.get(now.metadata.uid) ?? now.spec.replicas })),
  }))
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

function brokenSurge({ deployment, sets }: Rollout): string | undefined {
  const { replicas, strategy } = deployment.spec
  const surge = share(strategy.rollingUpdate?.maxSurge ?? 0, replicas, Math.ceil)
  const now = total(sets.map(({ now: { spec } }) => spec.replicas))
  const before = total(sets.map((set) => set.was))
  return now > before && now > replicas + surge
    ? `${deployment.metadata.name} has ${now} of ${replicas} + ${surge}`
    : undefined
}

function brokenAvailability({ deployment, sets }: Rollout): string | undefined {
  const { replicas, strategy } = deployment.spec
  if (strategy.type !== 'RollingUpdate') return undefined
  const surge = share(strategy.rollingUpdate?.maxSurge ?? 0, replicas, Math.ceil)
  const asked = share(strategy.rollingUpdate?.maxUnavailable ?? 0, replicas, Math.floor)
  const least = replicas - (surge === 0 && asked === 0 ? 1 : asked)
  const available = ({ status }: ReplicaSet): number => status.availableReplicas ?? 0
  const before = total(sets.map(({ now, was }) => Math.min(available(now), was)))
  // Whoever is not available goes first, so a set keeps as many available as it may.
  const after = total(sets.map(({ now }) => Math.min(available(now), now.spec.replicas)))
  return after < before && after < Math.min(least, before)
    ? `${deployment.metadata.name} goes from ${before} to ${after} available, ${least} are needed`
    : undefined
}

function overcommitted(world: World): string | undefined {
  const used = new Map<string, { cpu: number; memory: number }>()
  for (const pod of values(world.store.tables.pods)) {
    const { nodeName } = pod.spec
    if (nodeName === undefined || over(pod)) continue
    const sum = used.get(nodeName) ?? { cpu: 0, memory: 0 }
    for (const { resources } of pod.spec.containers) {
      sum.cpu += amount(resources?.requests?.['cpu'])
      sum.memory += amount(resources?.requests?.['memory'])
    }
    used.set(nodeName, sum)
  }
  for (const [name, { cpu, memory }] of used) {
    const has = world.store.tables.nodes[name]?.status.allocatable
    if (has && (cpu > amount(has['cpu']) + 1e-9 || memory > amount(has['memory'])))
      return `${name} has promised ${cpu} CPU and ${memory} bytes`
  }
  return undefined
}

/** Something that should not be and may be for a while: since when it has been so, by name. */
function lasting(since: Map<string, number>, now: ReadonlySet<string>, atMs: number): void {
  for (const name of since.keys()) if (!now.has(name)) since.delete(name)
  for (const name of now) if (!since.has(name)) since.set(name, atMs)
}

function orphans({ store: { tables } }: World): ReadonlySet<string> {
  const sets = new Set(values(tables.replicasets).map(({ metadata }) => metadata.uid))
  return new Set(
    values(tables.pods)
      .filter((pod) => {
        const owner = ownerUid(pod)
        return owner !== undefined && !sets.has(owner) && !going(pod)
      })
      .map(({ metadata }) => metadata.name),
  )
}

function wrongEndpoints({ store: { tables } }: World): ReadonlySet<string> {
  const good = new Set(
    values(tables.pods)
      .filter((pod) => ready(pod) && !going(pod))
      .map(({ status }) => status.podIP),
  )
  return new Set(
    values(tables.endpointslices).flatMap(({ metadata, endpoints }) =>
      endpoints
        // The API's own Service leads to the control plane, which is no pod.
        .filter(({ targetRef }) => targetRef?.kind === 'Pod')
        .filter(({ conditions, addresses }) => conditions.ready && !good.has(addresses[0]))
        .map(({ addresses }) => `${metadata.name} ${addresses[0] ?? ''}`),
    ),
  )
}

/**
 * Watches a run for broken promises. Shown every world in turn, it says what the last event broke.
 *
 * @returns a function of the world after an event, the time, and the event itself, if it was one
 */
export function promiseKeeper(): (
  world: World,
  nowMs: number,
  event?: ClusterEvent,
) => Breach | undefined {
  let seen = 0
  let disturbedMs = -Infinity
  const orphaned = new Map<string, number>()
  const stale = new Map<string, number>()
  return (world, nowMs, event) => {
    const changes = world.store.log.filter(({ revision }) => revision > seen)
    seen = world.store.revision
    const breach = (promise: PromiseName, what: string | undefined): Breach | undefined =>
      what === undefined ? undefined : { promise, atMs: nowMs, what }
    const late = (since: ReadonlyMap<string, number>, mayLastMs: number): string | undefined =>
      [...since].find(([, sinceMs]) => nowMs - sinceMs > mayLastMs)?.[0]
    const quiet = nowMs - disturbedMs > NEWS_MS
    if (changes.some(disturbs)) disturbedMs = nowMs
    const touched = (...resources: readonly Resource[]): boolean =>
      changes.some(({ resource }) => resources.includes(resource))
    if (touched('pods', 'replicasets')) lasting(orphaned, orphans(world), nowMs)
    if (touched('pods', 'endpointslices')) lasting(stale, wrongEndpoints(world), nowMs)
    const own = event?.kind === 'sync' && event.controller === 'deployment'
    const rollouts = own ? rolloutsOf(world, changes) : []
    const first = (says: readonly (string | undefined)[]): string | undefined =>
      says.find((one) => one !== undefined)
    return (
      breach(
        'no eviction breaks a budget',
        quiet ? first(changes.map((change) => brokenBudget(world, change))) : undefined,
      ) ??
      breach('a rollout keeps within its surge', first(rollouts.map(brokenSurge))) ??
      breach('a rollout keeps enough available', first(rollouts.map(brokenAvailability))) ??
      breach('every pod has its owner', late(orphaned, ORPHAN_MS)) ??
      breach('endpoints are ready pods', late(stale, NEWS_MS)) ??
      breach(
        'no node is promised more than it has',
        touched('pods', 'nodes') ? overcommitted(world) : undefined,
      )
    )
  }
}
