import type { Deployment } from '../objects.ts'
import { fencepostsOf, type Fenceposts } from './rolling.ts'

/** How far a Deployment may be above and below its size; nothing where it does not roll. */
export function limitsOf({ spec }: Deployment): Fenceposts {
  if (spec.strategy.type !== 'RollingUpdate') return { surge: 0, unavailable: 0 }
  const { maxSurge, maxUnavailable } = spec.strategy.rollingUpdate ?? {}
  const { surge, unavailable } = fencepostsOf(maxSurge, maxUnavailable, spec.replicas)
  return { surge, unavailable: Math.min(unavailable, spec.replicas) }
}

/**
 * Whether lack of progress counts: no deadline is written as none, or as the largest number there is.
 */
export const hasDeadline = ({ spec }: Deployment): boolean =>
  spec.progressDeadlineSeconds !== undefined && spec.progressDeadlineSeconds !== 2_147_483_647
