import { timeOf } from '../api/client.ts'
import type { Condition } from '../objects.ts'
import type { Turn } from '../turn.ts'

/** The condition of a type, where there is one. */
export const conditionOf = (
  conditions: readonly Condition[] | undefined,
  type: string,
): Condition | undefined => conditions?.find((one) => one.type === type)

/** The conditions without that of a type. */
export const without = (
  conditions: readonly Condition[] | undefined,
  type: string,
): readonly Condition[] => (conditions ?? []).filter((one) => one.type !== type)

/**
 * The conditions with this one in the last place, said now. One that holds already for the same
 * reason is left as it is; where only the reason is new, the status keeps its time.
 */
export function withCondition(
  turn: Turn,
  conditions: readonly Condition[] | undefined,
  {
    type,
    status,
    reason,
    message,
  }: Required<Pick<Condition, 'type' | 'status' | 'reason' | 'message'>>,
): readonly Condition[] {
  const held = conditionOf(conditions, type)
  if (held?.status === status && held.reason === reason) return conditions ?? []
  const now = timeOf(turn)
  const since = held?.status === status ? (held.lastTransitionTime ?? now) : now
  return [
    ...without(conditions, type),
    { type, status, lastUpdateTime: now, lastTransitionTime: since, reason, message },
  ]
}
