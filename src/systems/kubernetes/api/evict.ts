import type { Condition, Labels, Pod, PodDisruptionBudget } from '../objects.ts'
import type { ProfileName } from '../resources.ts'
import { selects } from '../selectors.ts'
import { listed, type Turn } from '../turn.ts'
import { keyOfObject, read, timeOf } from './client.ts'
import { forbidden, notFound } from './refusals.ts'
import { remove, type RemoveOptions } from './remove.ts'
import { ApiError } from './status.ts'
import { updateStatus } from './write.ts'

/** More pods that were let go but still count, and the server thinks that nobody keeps the books. */
const MOST_DISRUPTED = 2000

const conditionOf = (conditions: readonly Condition[] | undefined, type: string) =>
  conditions?.find((one) => one.type === type)

/** Whether no budget is asked: the pod serves nobody yet, or no longer. */
function countsNowhere({ metadata, status }: Pod, profile: ProfileName): boolean {
  if (profile === '1.33' && metadata.deletionTimestamp !== undefined) return true
  return status.phase === 'Pending' || status.phase === 'Succeeded' || status.phase === 'Failed'
}

/** The beta's empty selector selected nothing; that of v1 selects everything. */
function covers({ spec }: PodDisruptionBudget, labels: Labels | undefined, profile: ProfileName) {
  const { matchLabels = {}, matchExpressions = [] } = spec.selector ?? {}
  const empty = Object.keys(matchLabels).length === 0 && matchExpressions.length === 0
  return empty && profile === '1.20' ? false : selects(spec.selector, labels)
}

/** Today a pod that does not work may go where it takes nothing from those that do. */
function mayGoUnready({ status }: Pod, budget: PodDisruptionBudget): boolean {
  if (conditionOf(status.conditions, 'Ready')?.status === 'True') return false
  if (budget.spec.unhealthyPodEvictionPolicy === 'AlwaysAllow') return true
  const { currentHealthy, desiredHealthy } = budget.status
  return currentHealthy >= desiredHealthy && desiredHealthy > 0
}

function tooManyRequests(cause: string, retryAfterSeconds: number): ApiError {
  return new ApiError({
    code: 429,
    reason: 'TooManyRequests',
    message: "Cannot evict pod as it would violate the pod's disruption budget.",
    details: {
      causes: [{ reason: 'DisruptionBudget', message: cause }],
      ...(retryAfterSeconds > 0 ? { retryAfterSeconds } : {}),
    },
  })
}

/** @throws ApiError 429 where the budget has nothing left, 403 where its status makes no sense */
function spend({ metadata, status }: PodDisruptionBudget): void {
  const { name, generation = 0 } = metadata
  if ((status.observedGeneration ?? 0) < generation)
    throw tooManyRequests(
      `The disruption budget ${name} is still being processed by the server.`,
      10,
    )
  if (status.disruptionsAllowed < 0)
    throw forbidden('poddisruptionbudgets', name, 'pdb disruptions allowed is negative')
  if (Object.keys(status.disruptedPods ?? {}).length > MOST_DISRUPTED)
    throw forbidden(
      'poddisruptionbudgets',
      name,
      'DisruptedPods map too big - too many evictions not confirmed by PDB controller',
    )
  if (status.disruptionsAllowed === 0)
    throw tooManyRequests(
      `The disruption budget ${name} needs ${status.desiredHealthy} healthy pods and has ${status.currentHealthy} currently`,
      0,
    )
}

/**
 * The budget that an eviction takes one disruption from; none where no budget is asked.
 *
 * @param budgets those of the pod's namespace
 * @throws ApiError 500 where more than one budget covers the pod, 429 where its budget says no
 * @source k8s-disruptions
 */
export function budgetSpent(
  pod: Pod,
  budgets: readonly PodDisruptionBudget[],
  profile: ProfileName,
): PodDisruptionBudget | undefined {
  if (countsNowhere(pod, profile)) return undefined
  const covering = budgets.filter((one) => covers(one, pod.metadata.labels, profile))
  if (covering.length > 1)
    throw new ApiError({
      code: 500,
      reason: 'InternalError',
      message:
        'This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.',
    })
  const [budget] = covering
  if (!budget || (profile === '1.33' && mayGoUnready(pod, budget))) return undefined
  spend(budget)
  return budget
}

/** Writes on the pod why it goes, as today's server does. */
function markDisrupted(turn: Turn, pod: Pod): void {
  const told: Condition = {
    type: 'DisruptionTarget',
    status: 'True',
    reason: 'EvictionByEvictionAPI',
    message: 'Eviction API: evicting',
    lastProbeTime: null,
    lastTransitionTime: timeOf(turn),
  }
  const others = (pod.status.conditions ?? []).filter(({ type }) => type !== told.type)
  updateStatus(turn, 'pods', {
    ...pod,
    status: { ...pod.status, conditions: [...others, told] },
  })
}

/**
 * Evicts a pod: deletes it if its disruption budget, where it has one, lets it go.
 *
 * @param key the pod's `namespace/name`
 * @throws ApiError 404, 429 where the budget says no, 500 where more than one budget covers the pod
 * @source k8s-disruptions
 */
export function evict(turn: Turn, key: string, options: RemoveOptions = {}): void {
  const pod = read(turn, 'pods', key)
  if (!pod) throw notFound('pods', key.split('/').at(-1) ?? key)
  const { profile, store } = turn.world()
  const budgets = listed(store, 'poddisruptionbudgets', pod.metadata.namespace)
  const budget = budgetSpent(pod, budgets, profile)
  const { dryRun = false } = options
  if (budget && !dryRun) {
    const { status } = budget
    turn.write('poddisruptionbudgets', keyOfObject(budget), {
      ...budget,
      metadata: { ...budget.metadata, resourceVersion: String(turn.nextRevision()) },
      status: {
        ...status,
        disruptionsAllowed: status.disruptionsAllowed - 1,
        disruptedPods: { ...status.disruptedPods, [pod.metadata.name]: timeOf(turn) },
      },
    })
  }
  if (profile === '1.33' && !dryRun && pod.metadata.deletionTimestamp === undefined)
    markDisrupted(turn, pod)
  remove(turn, 'pods', key, options)
}
