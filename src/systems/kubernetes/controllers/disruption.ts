import { read, timeOf } from '../api/client.ts'
import { recordEvent } from '../api/record-event.ts'
import { updateStatus } from '../api/write.ts'
import { millisecondsOf } from '../clock.ts'
import type { Condition, Pod, PodDisruptionBudget, Timestamp } from '../objects.ts'
import { selects } from '../selectors.ts'
import { listed, type Turn } from '../turn.ts'
import type { Change, World } from '../world.ts'
import { budgetGoal, disruptionsAllowed } from './budget.ts'
import { conditionOf, without } from './conditions.ts'
import type { Controller } from './controller.ts'
import { controllerOf } from './owner.ts'
import { isReady } from './pod-state.ts'

/** A pod that was evicted and is not even marked by then is counted as healthy again. */
const EVICTION_EXPIRES_MS = 120_000

/** Whether a budget covers a pod. The beta took an empty selector for none at all. */
function covers(world: World, { metadata, spec }: PodDisruptionBudget, pod: Pod): boolean {
  const { matchLabels = {}, matchExpressions = [] } = spec.selector ?? {}
  const empty = Object.keys(matchLabels).length === 0 && matchExpressions.length === 0
  return (
    metadata.namespace === pod.metadata.namespace &&
    !(empty && world.profile === '1.20') &&
    selects(spec.selector, pod.metadata.labels)
  )
}

/** How many pods the owners of these want in all, and the first pod that nobody owns. */
function planned(world: World, pods: readonly Pod[]) {
  const { replicasets, deployments } = world.store.tables
  const plans = new Map<string, number>()
  let unmanaged: Pod | undefined
  for (const pod of pods) {
    const { namespace = '' } = pod.metadata
    const owner = controllerOf(pod.metadata)
    const set = owner?.kind === 'ReplicaSet' ? replicasets[`${namespace}/${owner.name}`] : undefined
    const above = set && controllerOf(set.metadata)
    const deployment =
      above?.kind === 'Deployment' ? deployments[`${namespace}/${above.name}`] : undefined
    const plan = deployment ?? set
    if (plan) plans.set(plan.metadata.uid, plan.spec.replicas)
    else unmanaged ??= pod
  }
  return { total: [...plans.values()].reduce((sum, one) => sum + one, 0), unmanaged }
}

const say = (
  turn: Turn,
  about: PodDisruptionBudget,
  type: 'Normal' | 'Warning',
  reason: string,
  message: string,
): void => recordEvent(turn, { about, type, reason, message, component: 'controllermanager' })

/** Evictions that still count: of pods that are there, not yet ending, and not for too long. */
function stillDisrupted(
  turn: Turn,
  budget: PodDisruptionBudget,
  pods: readonly Pod[],
): Readonly<Record<string, Timestamp>> {
  const { name, namespace = '' } = budget.metadata
  const { disruptedPods = {} } = budget.status
  const kept = pods.flatMap((pod): readonly [string, Timestamp][] => {
    const at = disruptedPods[pod.metadata.name]
    if (at === undefined || pod.metadata.deletionTimestamp !== undefined) return []
    if (millisecondsOf(at) + EVICTION_EXPIRES_MS >= turn.nowMs) return [[pod.metadata.name, at]]
    const message = `Pod was expected by PDB ${namespace}/${name} to be deleted but it wasn't`
    recordEvent(turn, {
      about: pod,
      type: 'Warning',
      reason: 'NotDeleted',
      message,
      component: 'controllermanager',
    })
    return []
  })
  return Object.fromEntries(kept)
}

/** Newer releases say in words whether anything may be evicted. */
function conditionsOf(
  turn: Turn,
  { metadata, status }: PodDisruptionBudget,
  reason: 'SufficientPods' | 'InsufficientPods' | 'SyncFailed',
  message: string,
): readonly Condition[] | undefined {
  if (turn.world().profile === '1.20') return undefined
  const held = conditionOf(status.conditions, 'DisruptionAllowed')
  const holds = reason === 'SufficientPods' ? 'True' : 'False'
  const since = held?.status === holds ? held.lastTransitionTime : undefined
  return [
    ...without(status.conditions, 'DisruptionAllowed'),
    {
      type: 'DisruptionAllowed',
      status: holds,
      observedGeneration: metadata.generation ?? 1,
      lastTransitionTime: since ?? timeOf(turn),
      reason,
      message,
    },
  ]
}

/** Nothing may be evicted while nobody knows how many pods there should be. */
function failSafe(turn: Turn, budget: PodDisruptionBudget, message: string): void {
  say(
    turn,
    budget,
    'Warning',
    'CalculateExpectedPodCountFailed',
    `Failed to calculate the number of expected pods: ${message}`,
  )
  const conditions = conditionsOf(turn, budget, 'SyncFailed', message)
  const status = { ...budget.status, disruptionsAllowed: 0 }
  updateStatus(turn, 'poddisruptionbudgets', {
    ...budget,
    status: conditions ? { ...status, conditions } : status,
  })
}

/** Whether a budget depends on how many pods their owners want. */
const needsPlans = ({ spec }: PodDisruptionBudget): boolean =>
  spec.maxUnavailable !== undefined || typeof spec.minAvailable === 'string'

function sync(turn: Turn, key: string): void {
  const budget = read(turn, 'poddisruptionbudgets', key)
  if (!budget) return
  const world = turn.world()
  const pods = listed(world.store, 'pods', budget.metadata.namespace).filter((pod) =>
    covers(world, budget, pod),
  )
  if (pods.length === 0) say(turn, budget, 'Normal', 'NoPods', 'No matching pods found')
  const { total, unmanaged } = planned(world, pods)
  if (unmanaged && needsPlans(budget) && world.profile === '1.20') {
    failSafe(turn, budget, `found no controller ref for pod "${unmanaged.metadata.name}"`)
    return
  }
  const disruptedPods = stillDisrupted(turn, budget, pods)
  const healthy = pods.filter(
    (pod) =>
      isReady(pod) &&
      pod.metadata.deletionTimestamp === undefined &&
      !Object.hasOwn(disruptedPods, pod.metadata.name),
  ).length
  const goal = budgetGoal(budget.spec, pods.length, total)
  const allowed = disruptionsAllowed(goal, healthy)
  const conditions = conditionsOf(
    turn,
    budget,
    allowed > 0 ? 'SufficientPods' : 'InsufficientPods',
    '',
  )
  updateStatus(turn, 'poddisruptionbudgets', {
    ...budget,
    status: {
      currentHealthy: healthy,
      desiredHealthy: goal.desired,
      disruptionsAllowed: allowed,
      expectedPods: goal.expected,
      observedGeneration: budget.metadata.generation ?? 1,
      ...(Object.keys(disruptedPods).length > 0 ? { disruptedPods } : {}),
      ...(conditions ? { conditions } : {}),
    },
  })
  const ends = Object.values(disruptedPods).map(
    (at) => millisecondsOf(at) + EVICTION_EXPIRES_MS + 1,
  )
  if (ends.length > 0) turn.enqueue('disruption', key, Math.min(...ends) - turn.nowMs)
}

function matters(before: Pod, after: Pod): boolean {
  return (
    isReady(before) !== isReady(after) ||
    before.metadata.deletionTimestamp !== after.metadata.deletionTimestamp ||
    before.metadata.labels !== after.metadata.labels ||
    before.metadata.ownerReferences !== after.metadata.ownerReferences
  )
}

function concerns({ resource, type, key, object, before }: Change, world: World) {
  if (resource === 'poddisruptionbudgets') return type === 'DELETED' ? [] : [key]
  if (resource !== 'pods') return []
  // The resource says of which kind the objects of a change are.
  const after = object as Pod
  const was = before as Pod | undefined
  if (type === 'MODIFIED' && was && !matters(was, after)) return []
  return Object.entries(world.store.tables.poddisruptionbudgets)
    .filter(
      ([, budget]) =>
        covers(world, budget, after) || (was !== undefined && covers(world, budget, was)),
    )
    .map(([one]) => one)
}

/**
 * Counts for every budget how many pods may be evicted now.
 *
 * @source k8s-disruptions
 */
export const disruption: Controller = {
  name: 'disruption',
  hopMs: { least: 5, most: 15 },
  concerns,
  sync,
}
