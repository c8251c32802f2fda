import { requireWholeNumber } from './domain.ts'
import { kOfN } from './k-of-n.ts'
import { type Probability } from './probability.ts'
import { series } from './series.ts'

const MOST_COPIES = 1_000_000

/**
 * How often a read from a partial quorum is fresh: not older than the last `versions` writes.
 *
 * Each write is on `write` of the n copies and spreads no further, each read asks `read` of them,
 * all chosen evenly and independently. A read misses all of the versions with probability
 * (C(n-w, r) / C(n, r))^k. Where r + w > n it never does.
 *
 * @param quorum.n number of copies, a whole number from 1 to 1,000,000
 * @param quorum.read copies asked by a read, a whole number from 0 to n
 * @param quorum.write copies that took a write, a whole number from 0 to n
 * @param quorum.versions how many of the last writes count as fresh, a whole number from 1 to 1,000,000; 1 by default
 * @returns `reliability` is the probability of a fresh read, `unreliability` that of a stale one
 * @throws RangeError if a field is out of its range
 * @category quorums
 * @formula P_{\mathrm{stale}} = \left(\frac{\binom{n-w}{r}}{\binom{n}{r}}\right)^{k}
 * @where n copies; w written; r read; k versions
 * @assumes A write stays on the copies that took it: no read repair, no gossip. So this is the worst
 *   case.
 * @assumes Copies are chosen evenly and independently.
 * @source bailis-2012
 * @example freshRead({ n: 3, read: 1, write: 1 }) // reliability 1/3, unreliability 2/3
 */
export function freshRead(quorum: {
  readonly n: number
  readonly read: number
  readonly write: number
  readonly versions?: number
}): Probability {
  const n = requireWholeNumber(quorum.n, 1, MOST_COPIES, 'n', 'freshRead')
  const read = requireWholeNumber(quorum.read, 0, n, 'read', 'freshRead')
  const write = requireWholeNumber(quorum.write, 0, n, 'write', 'freshRead')
  const versions = quorum.versions ?? 1
  requireWholeNumber(versions, 1, MOST_COPIES, 'versions', 'freshRead')
  // The same whether the read must miss the written copies or the write those read; fewer steps.
  const fewer = Math.min(read, write)
  const more = Math.max(read, write)
  if (read + write > n) return { reliability: 1, unreliability: 0 }
  const missesOne = series(
    Array.from({ length: fewer }, (_, asked) => ({
      reliability: (n - more - asked) / (n - asked),
      unreliability: more / (n - asked),
    })),
  )
  const { reliability: stale, unreliability: fresh } = kOfN(versions, versions, missesOne)
  return { reliability: fresh, unreliability: stale }
}
