import { requireProbability } from './domain.ts'
import {
  type Component,
  type Probability,
  fromBothSides,
  fromReliability,
  toProbability,
} from './probability.ts'

/** A primary A, a backup B, the logic between them, and what they share. */
export interface FailoverDesign {
  /** The primary; a bare number is a reliability in [0, 1]. */
  readonly a: Component
  /** The backup; likewise. */
  readonly b: Component
  /** Probability that a handover, needed or not, is made and succeeds, in [0, 1]. */
  readonly coverage: number
  /** Probability that the logic hands over although A works, in [0, 1]; 0 by default. */
  readonly spurious?: number
  /** The logic, where every request must pass it; a component. By default it is not in the path. */
  readonly path?: Component
  /**
   * Share in [0, 1] of the smaller of the two unreliabilities that is one event taking both down;
   * 0 by default. Unlike the beta factor it leaves the reliability of A and of B as given.
   */
  readonly shared?: number
}

/** What became of the requests: probabilities over all of them, which add up to 1. */
export interface FailoverBranches {
  /** Lost: the logic in the path did not pass it on. */
  readonly lostInPath: number
  /** Lost: the shared cause took down A and B together. */
  readonly lostToSharedCause: number
  /** Served: A worked and kept it. */
  readonly servedByA: number
  /** Served: A worked, the logic handed over all the same, and B worked. */
  readonly needlesslyHandedOverAndServed: number
  /** Lost: A worked, the logic handed over all the same, and the handover failed. */
  readonly needlesslyHandedOverAndDropped: number
  /** Lost: A worked, the logic handed over all the same, and B was down. */
  readonly needlesslyHandedOverToDeadBackup: number
  /** Served: A was down, the handover succeeded, and B worked. */
  readonly rescued: number
  /** Lost: A was down and no handover was made or it failed. */
  readonly neverHandedOver: number
  /** Lost: A was down, the handover succeeded, and B was down too. */
  readonly handedOverToDeadBackup: number
}

/** What `failoverPair` answers. */
export interface FailoverOutcome {
  /** The pair as a whole. */
  readonly system: Probability
  /** A with no pair around it: the line to beat. */
  readonly alone: Probability
  /** Reliability of the pair minus that of A; its terms are never taken from 1, so nines are kept. */
  readonly gainOverA: number
  /**
   * How many times fewer failures than A alone: unreliability of A over that of the pair. Above 1
   * the pair is better. Infinity where only the pair never fails, 1 where neither does.
   */
  readonly ratio: number
  readonly branches: FailoverBranches
}

/** A design read and taken apart into events whose probabilities multiply. */
export interface FailoverEvents {
  readonly a: Probability
  readonly path: Probability
  readonly coverage: number
  readonly spurious: number
  /** Probability of the shared cause. */
  readonly sharedCause: number
  /** Probability that A is down for a reason of its own, without the shared cause. */
  readonly aDownAlone: number
  /** B, given that the shared cause did not strike. */
  readonly backup: Probability
  /** A handover that also finds B working, given that the shared cause did not strike. */
  readonly handover: Probability
}

/** How much less often `first` is down than `second`, from whichever side of them is small. */
function advantage(first: Probability, second: Probability): number {
  return Math.min(first.unreliability, second.unreliability) < 0.5
    ? second.unreliability - first.unreliability
    : first.reliability - second.reliability
}

/**
 * Validates a design and computes its independent events, each on the side that keeps its digits.
 *
 * With z the probability of the shared cause, B works with b' = b / (1 - z) given that it did not
 * strike, so that B works with b over all, as the design says.
 *
 * @param design the pair
 * @param functionName the public function that was called, for the message
 * @throws RangeError if a field of the design is not a probability
 * @example failoverEvents({ a: 0.5, b: 0.5, coverage: 1, shared: 1 }, 'failoverPair').sharedCause // 0.5
 */
export function failoverEvents(design: FailoverDesign, functionName: string): FailoverEvents {
  const a = toProbability(design.a, functionName, 'a')
  const b = toProbability(design.b, functionName, 'b')
  const path = toProbability(design.path ?? 1, functionName, 'path')
  const coverage = requireProbability(design.coverage, 'coverage', functionName)
  const spurious = requireProbability(design.spurious ?? 0, 'spurious', functionName)
  const shared = requireProbability(design.shared ?? 0, 'shared', functionName)

  const aheadOfB = advantage(a, b)
  const better = aheadOfB >= 0 ? a : b
  const sharedCause = shared * better.unreliability
  // What is left is a sum: each fails as the better one does apart from the shared cause, and the
  // worse one more often than that.
  const ownOfBetter = (1 - shared) * better.unreliability
  const aDownAlone = ownOfBetter + Math.max(0, -aheadOfB)
  const bDownAlone = ownOfBetter + Math.max(0, aheadOfB)
  const spared = 1 - shared + shared * better.reliability
  // A shared cause that always strikes leaves nothing to be conditional on; B is down then.
  const backup =
    spared === 0 ? fromReliability(0) : fromBothSides(b.reliability / spared, bDownAlone / spared)
  return {
    a,
    path,
    coverage,
    spurious,
    sharedCause,
    aDownAlone,
    backup,
    handover: fromBothSides(
      coverage * backup.reliability,
      1 - coverage + coverage * backup.unreliability,
    ),
  }
}
