import { requireDuration, requireProbability } from './domain.ts'
import { type Component, toProbability } from './probability.ts'

/**
 * What a better coverage of the failover is worth, for example one found by drills: the loss it
 * avoids, (after - before)(1 - a)b · loss.
 *
 * The pair is that of `failoverCoverage`. Negative where coverage has fallen, as it does where
 * nobody drills.
 *
 * @param drill.a the primary; a bare number is a reliability in [0, 1]
 * @param drill.b the backup, independent of it; likewise
 * @param drill.before coverage without the drill, in [0, 1]
 * @param drill.after coverage with it, in [0, 1]
 * @param drill.lossWhileDown loss if the pair were down for a whole period, finite, at least 0, in any currency
 * @returns what it saves in a period, in that currency
 * @throws RangeError if a field is out of its range
 * @category economics
 * @formula V = (c_1 - c_0)\,(1-a)\,b\,L
 * @where a, b the reliability of A and B; c_0, c_1 the coverage before and after; L lossWhileDown
 * @assumes As for {@link failoverCoverage}.
 * @source dugan-trivedi-1989
 * @example drillValue({ a: 0.75, b: 0.5, before: 0.5, after: 1, lossWhileDown: 16 }) // 1
 */
export function drillValue(drill: {
  readonly a: Component
  readonly b: Component
  readonly before: number
  readonly after: number
  readonly lossWhileDown: number
}): number {
  const a = toProbability(drill.a, 'drillValue', 'a')
  const b = toProbability(drill.b, 'drillValue', 'b')
  const before = requireProbability(drill.before, 'before', 'drillValue')
  const after = requireProbability(drill.after, 'after', 'drillValue')
  const loss = requireDuration(drill.lossWhileDown, 'lossWhileDown', 'drillValue')
  // + 0: a fall in coverage that costs nothing is 0, not -0.
  return (after - before) * (a.unreliability * b.reliability) * loss + 0
}
