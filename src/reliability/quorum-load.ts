import { requireProbability, requireWholeNumber } from './domain.ts'

/** What {@link quorumLoad} is asked about. */
export interface QuorumSizes {
  /** Number of copies, a whole number from 1 to 1,000,000. */
  readonly n: number
  /** Copies asked by a read, a whole number from 0 to n. */
  readonly read: number
  /** Copies that take a write, a whole number from 0 to n. */
  readonly write: number
  /** Share of operations that are reads, in [0, 1]; one half by default. */
  readonly readShare?: number
}

/** What {@link quorumLoad} answers. */
export interface QuorumLoad {
  /** Share of all operations that each copy takes part in. */
  readonly load: number
  /** Operations that all copies together manage, in those that one copy does; Infinity where none is needed. */
  readonly capacity: number
}

const MOST_COPIES = 1_000_000

/**
 * How much work a quorum system leaves to each of its copies, with quorums chosen so that all are
 * asked equally often. No other choice keeps the busiest copy less busy.
 *
 * Majorities have read and write of n/2 + 1, rounded down, and a load just above one half however many
 * copies there are. A grid of r rows and c columns has n = rc, a read of c and a write of c + r - 1, so
 * its load falls as 1/√n. No system in which all quorums meet can do better than 1/√n.
 *
 * @param sizes copies, and how many of them an operation takes; see {@link QuorumSizes} for the range of each
 * @throws RangeError if a field is out of its range
 * @category quorums
 * @formula L = \frac{f r + (1-f) w}{n}, \qquad \text{capacity} = \frac{1}{L}
 * @where L load; f readShare; r read; w write
 * @assumes Copies are alike and the system treats them alike: any copy can stand for any other.
 * @assumes Every copy is up, and a read costs a copy as much as a write.
 * @source naor-wool-1998
 * @example quorumLoad({ n: 9, read: 3, write: 5, readShare: 0.5 }) // load 0.4444, capacity 2.25: a grid of three by three
 */
export function quorumLoad(sizes: QuorumSizes): QuorumLoad {
  const { readShare = 0.5 } = sizes
  const n = requireWholeNumber(sizes.n, 1, MOST_COPIES, 'n', 'quorumLoad')
  const read = requireWholeNumber(sizes.read, 0, n, 'read', 'quorumLoad')
  const write = requireWholeNumber(sizes.write, 0, n, 'write', 'quorumLoad')
  requireProbability(readShare, 'readShare', 'quorumLoad')
  const copies = readShare * read + (1 - readShare) * write
  return { load: copies / n, capacity: n / copies }
}
