import { compensatedSum } from './compensated-sum.ts'
import { requireDuration, requireWholeNumber } from './domain.ts'
import { kOfN } from './k-of-n.ts'
import { type Probability, fromBothSides } from './probability.ts'

/** What {@link electionCollision} answers. */
export interface ElectionCollision {
  /** `reliability`: one candidate is so far ahead that no vote splits. */
  readonly clean: Probability
  /** Mean number of elections until a clean one; Infinity where none can be. */
  readonly expectedRounds: number
  /** Mean time until the first candidate stands, in the unit of the timeouts. */
  readonly meanFirst: number
}

const MOST_CANDIDATES = 1_000_000

/**
 * Raft's randomised election timeouts: how often the first candidate is ahead of the second by more
 * than it takes to ask for votes, (1 - spread/width)^n.
 *
 * A second candidate within `spread` is counted as a split vote, so the rounds are an upper bound.
 * A single server has nobody to collide with; equal timeouts (low = high) always collide.
 *
 * @param election.candidates number of servers that may stand, a whole number from 1 to 1,000,000
 * @param election.low shortest timeout, finite, at least 0, in any unit
 * @param election.high longest timeout, finite, at least `low`, in the same unit
 * @param election.spread time for a request for votes to reach the others, finite, at least 0, in the same unit
 * @throws RangeError if a field is out of its range
 * @category quorums
 * @formula P = \Bigl(1 - \frac{\delta}{h-l}\Bigr)^{n}
 * @where δ the spread; l and h the shortest and the longest timeout; n candidates
 * @assumes Timeouts are even on [low, high] and independent, and every server may stand.
 * @assumes A second candidate within the spread counts as a split vote although it may still lose.
 * @source ongaro-2014
 * @example electionCollision({ candidates: 2, low: 150, high: 300, spread: 15 }).clean.reliability // 0.81
 */
export function electionCollision(election: {
  readonly candidates: number
  readonly low: number
  readonly high: number
  readonly spread: number
}): ElectionCollision {
  const n = requireWholeNumber(
    election.candidates,
    1,
    MOST_CANDIDATES,
    'candidates',
    'electionCollision',
  )
  const low = requireDuration(election.low, 'low', 'electionCollision')
  const high = requireDuration(election.high, 'high', 'electionCollision')
  const spread = requireDuration(election.spread, 'spread', 'electionCollision')
  if (high < low) {
    throw new RangeError(`electionCollision: high must be at least low ${low}, got ${high}`)
  }
  const width = high - low
  const left = compensatedSum([high, -low, -spread])
  const apart =
    spread < width
      ? fromBothSides((left.high + left.low) / width, spread / width)
      : fromBothSides(0, 1)
  const clean = n === 1 ? fromBothSides(1, 0) : kOfN(n, n, apart)
  return {
    clean,
    expectedRounds: 1 / clean.reliability,
    meanFirst: low + width / (n + 1),
  }
}
