import { type Basket, GOODS, type Good } from './basket.ts'
import { countOf } from './version-vector.ts'
import type { Write } from './world.ts'

/**
 * What writes mean together, from who had heard of what and from nothing that a site holds: a good
 * is in the basket if somebody put it in, and nobody who knew of that threw it out.
 *
 * @param writes all writes of the run, by their number
 * @param history the numbers of those that count
 */
export function meantBy(writes: readonly Write[], history: readonly number[]): Basket {
  const counted = history.flatMap((number) => writes[number] ?? [])
  const thrownOut = counted.filter(({ kind }) => kind === 'remove')
  return counted.flatMap(({ number, kind, good, site, vector }) => {
    const gone = thrownOut.some((other) => other.good === good && other.past.includes(number))
    return kind === 'add' && good && !gone ? [{ good, site, count: countOf(vector, site) }] : []
  })
}

/** Whether neither of two writes had happened before the other. */
export const areConcurrent = (one: Write, other: Write): boolean =>
  one.number !== other.number &&
  !one.past.includes(other.number) &&
  !other.past.includes(one.number)

/** Every pair of concurrent writes, the earlier one first. */
export const concurrentPairs = (
  writes: readonly Write[],
): readonly (readonly [one: Write, other: Write])[] =>
  writes.flatMap((one, index) =>
    writes.slice(index + 1).flatMap((other) => (areConcurrent(one, other) ? [[one, other]] : [])),
  ) as readonly (readonly [Write, Write])[]

/** Those of these writes that happened before none of the others. */
export const headsOf = (
  writes: readonly Write[],
  history: readonly number[],
): readonly number[] => {
  const past = new Set(history.flatMap((number) => writes[number]?.past ?? []))
  return history.filter((number) => !past.has(number))
}

/** The good that nobody has put in for the longest time, or ever; the same for everybody. */
export function nextGood(writes: readonly Write[]): Good {
  const lastOf = (good: Good): number =>
    writes.findLastIndex((write) => write.kind === 'add' && write.good === good)
  return GOODS.reduce((best, good) => (lastOf(good) < lastOf(best) ? good : best))
}
