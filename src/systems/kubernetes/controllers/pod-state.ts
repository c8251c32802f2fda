import { millisecondsOf } from '../clock.ts'
import type { Condition, Pod } from '../objects.ts'

/** Whether a pod still does, or will do, its work: not over, and not told to end. */
export const isActive = ({ metadata, status }: Pod): boolean =>
  metadata.deletionTimestamp === undefined &&
  status.phase !== 'Succeeded' &&
  status.phase !== 'Failed'

/** The condition `Ready`, where it holds. */
export const readyCondition = ({ status }: Pod): Condition | undefined =>
  status.conditions?.find(({ type, status: holds }) => type === 'Ready' && holds === 'True')

/** Whether a pod answers requests, as far as its conditions say. */
export const isReady = (pod: Pod): boolean => readyCondition(pod) !== undefined

/** Since when a pod is ready, in milliseconds of the run; undefined if it is not, or never said so. */
export function readySinceMs(pod: Pod): number | undefined {
  const since = readyCondition(pod)?.lastTransitionTime
  return since === undefined || since === null ? undefined : millisecondsOf(since)
}

/**
 * Whether a pod has been ready for long enough to be counted on.
 *
 * @param minReadySeconds 0 where being ready is enough
 */
export function isAvailable(pod: Pod, minReadySeconds: number, nowMs: number): boolean {
  if (!isReady(pod)) return false
  if (minReadySeconds === 0) return true
  const since = readySinceMs(pod)
  return since !== undefined && since + minReadySeconds * 1000 < nowMs
}
