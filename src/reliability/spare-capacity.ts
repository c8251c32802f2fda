import { requireDuration, requirePositive, requireWholeNumber } from './domain.ts'

/** What {@link spareCapacity} is asked about. */
export interface Fleet {
  /** Number of replicas, a whole number from 1 to 1,000,000. */
  readonly replicas: number
  /** How many of them fail, a whole number from 0 to `replicas`. */
  readonly failed: number
  /** Load of each replica before, as a share of what one can carry; finite, at least 0, above 1 if overloaded. */
  readonly utilisation: number
  /** Highest share that a replica may be loaded to, finite, above 0; 1 by default. */
  readonly target?: number
}

/** What {@link spareCapacity} answers. */
export interface SpareCapacity {
  /** Load of the whole fleet, in replicas. */
  readonly totalLoad: number
  /** Load of each replica that is left, as a share of what one can carry; Infinity where none is. */
  readonly perSurvivor: number
  /** Highest utilisation before the failure with which the rest stay within the target. */
  readonly maximumUtilisation: number
  /** Whether the rest stay within the target; exactly at the target they do. */
  readonly survives: boolean
  /** N: replicas that the load needs with none failed. */
  readonly needed: number
  /** M: replicas beyond N, the failures that can be tolerated; negative where the fleet is too small already. */
  readonly spare: number
}

const MOST_REPLICAS = 1_000_000

/** Rounding of a load read as a decimal fraction: 2.1 over 0.7 must be 3, not a little more. */
const ROUNDING = 1e-12

function requiredReplicas(load: number, target: number): number {
  return Math.ceil((load / target) * (1 - ROUNDING))
}

/**
 * What happens to a fleet of equal replicas when some fail and the rest take over their load,
 * evenly: the N + M arithmetic.
 *
 * Before a failure each may be loaded to (replicas - failed) / replicas of the target, no more: two
 * replicas at 60 % each do not survive the loss of one. Only load is looked at, not waiting, which
 * rises long before a replica is full: see {@link queue} for that.
 *
 * @param fleet replicas, failures and loads; see {@link Fleet} for the range of each
 * @throws RangeError if a field is out of its range
 * @category capacity
 * @formula u' = \frac{n\,u}{n-f}
 * @formula u_{\max} = \frac{n-f}{n}\ t
 * @where n replicas; f failed; u utilisation; t the target
 * @assumes Replicas are alike, and the load of those that failed spreads evenly and at once.
 * @example spareCapacity({ replicas: 4, failed: 1, utilisation: 0.5 }).perSurvivor // 2/3
 */
export function spareCapacity(fleet: Fleet): SpareCapacity {
  const replicas = requireWholeNumber(fleet.replicas, 1, MOST_REPLICAS, 'replicas', 'spareCapacity')
  const failed = requireWholeNumber(fleet.failed, 0, replicas, 'failed', 'spareCapacity')
  const utilisation = requireDuration(fleet.utilisation, 'utilisation', 'spareCapacity')
  const target = requirePositive(fleet.target ?? 1, 'target', 'spareCapacity')
  const survivors = replicas - failed
  const totalLoad = requireDuration(
    replicas * utilisation,
    'replicas times utilisation',
    'spareCapacity',
  )
  const perSurvivor = survivors === 0 ? Infinity : totalLoad / survivors
  const needed = requiredReplicas(totalLoad, target)
  return {
    totalLoad,
    perSurvivor,
    maximumUtilisation: (survivors / replicas) * target,
    survives: perSurvivor * (1 - ROUNDING) <= target,
    needed,
    spare: replicas - needed,
  }
}

/**
 * The smallest fleet that carries a load within the target after some of it has failed.
 *
 * @param load the load of the whole fleet in replicas, finite, at least 0
 * @param failed how many failures it must survive, a whole number from 0 to 1,000,000
 * @param target highest share that a replica may be loaded to, finite, above 0
 * @returns the number of replicas; for no load, those that may fail
 * @throws RangeError if an argument is out of its range
 * @category capacity
 * @formula N = \Bigl\lceil \frac{L}{t} \Bigr\rceil + f
 * @where L the load in replicas; t the target; f failed
 * @assumes Replicas are alike, and load spreads evenly.
 * @example minimumReplicas(2.1, 1, 0.7) // 4
 */
export function minimumReplicas(load: number, failed: number, target = 1): number {
  requireDuration(load, 'load', 'minimumReplicas')
  requireWholeNumber(failed, 0, MOST_REPLICAS, 'failed', 'minimumReplicas')
  requirePositive(target, 'target', 'minimumReplicas')
  return requiredReplicas(load, target) + failed
}
