import { type SiteId, type VersionVector, countOf } from './version-vector.ts'

/** What can be put into a basket. */
export const GOODS = ['bread', 'tea', 'milk', 'eggs', 'rice', 'jam', 'salt', 'soap'] as const
export type Good = (typeof GOODS)[number]

/**
 * Something in a basket, and the write that put it there: the nth of its site. The same good put in
 * twice is told apart by that.
 */
export interface Item {
  readonly good: Good
  readonly site: SiteId
  readonly count: number
}

export type Basket = readonly Item[]

/** What lies in it, in the order of {@link GOODS}, each good once. */
export const goodsIn = (basket: Basket): readonly Good[] =>
  GOODS.filter((good) => basket.some((item) => item.good === good))

export const without = (basket: Basket, good: Good): Basket =>
  basket.filter((item) => item.good !== good)

/** Puts a good in; what was there of it before counts no more. */
export const withItem = (basket: Basket, item: Item): Basket => [
  ...without(basket, item.good),
  item,
]

const sameItem = (one: Item, other: Item): boolean =>
  one.site === other.site && one.count === other.count

const holds = (basket: Basket, item: Item): boolean => basket.some((one) => sameItem(one, item))

/** Both baskets poured together: a good that one of them had thrown out is in it again. */
export const poured = (one: Basket, other: Basket): Basket => [
  ...one,
  ...other.filter((item) => !holds(one, item)),
]

/** Whether a vector has seen the write that put an item in. */
const hasSeen = (vector: VersionVector, { site, count }: Item): boolean =>
  countOf(vector, site) >= count

/**
 * Two baskets joined as an observed-remove set: an item that one of them lacks though it has seen it
 * put in was thrown out there, and stays out; one that it has not seen is new, and is added. Putting
 * in wins over throwing out where neither knew of the other.
 *
 * @source shapiro-2011
 */
export const joined = (
  [one, seenByOne]: readonly [Basket, VersionVector],
  [other, seenByOther]: readonly [Basket, VersionVector],
): Basket => [
  ...one.filter((item) => holds(other, item) || !hasSeen(seenByOther, item)),
  ...other.filter((item) => !holds(one, item) && !hasSeen(seenByOne, item)),
]
