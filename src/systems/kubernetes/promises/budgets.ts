import type { Deployment, Pod, PodDisruptionBudget } from '../objects.ts'
import type { Change, World } from '../world.ts'
import { going, matches, ownerUid, ready, share, values } from './plainly.ts'

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

const evicted = ({ status }: Pod): boolean =>
  status.conditions?.some(({ reason }) => reason === 'EvictionByEvictionAPI') ?? false

/** Whether a change is the eviction of a pod that was healthy, whatever budgets say of it. */
function losesOne({ resource, object, before }: Change): boolean {
  if (resource !== 'pods' || before === undefined) return false
  const [now, was] = [object as Pod, before as Pod]
  return evicted(now) && !evicted(was) && ready(was) && !going(was)
}

const covers = ({ metadata: { namespace }, spec }: PodDisruptionBudget, { metadata }: Pod) =>
  metadata.namespace === namespace && matches(metadata.labels, spec.selector?.matchLabels)

/** The budgets that an eviction took something from, or should have, and whom it let go. */
export function strained({ store: { tables } }: World, change: Change) {
  const budgets = values(tables.poddisruptionbudgets)
  if (losesOne(change)) {
    const pod = change.object as Pod
    return budgets
      .filter((one) => covers(one, pod))
      .map((budget) => ({ budget, gone: [pod.metadata.name] }))
  }
  const budget = tables.poddisruptionbudgets[change.key]
  const gone = letGo(change)
  return gone.length === 0 || !budget ? [] : [{ budget, gone }]
}

/** How a budget is short of healthy pods after an eviction. */
export function brokenBudget(
  world: World,
  { budget, gone }: { readonly budget: PodDisruptionBudget; readonly gone: readonly string[] },
): string | undefined {
  const covered = values(world.store.tables.pods).filter((pod) => covers(budget, pod))
  const healthy = covered.filter((pod) => ready(pod) && !going(pod)).length
  const need = wanted(world, budget, covered)
  return healthy >= need
    ? undefined
    : `${budget.metadata.name} wants ${need} healthy, ${healthy} are after ${gone.join(', ')} went`
}

/** Whether a change could have made a budget's status out of date, other than an eviction. */
export function disturbs({ resource, object, before, type }: Change): boolean {
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
