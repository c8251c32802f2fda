/** The name of a site: A, B, C. */
export type SiteId = string

/**
 * How many writes of each site somebody has taken into account; a site that is not named has 0.
 * @source parker-1983
 */
export type VersionVector = Readonly<Record<SiteId, number>>

export const countOf = (vector: VersionVector, site: SiteId): number => vector[site] ?? 0

const sitesOf = (one: VersionVector, other: VersionVector): readonly SiteId[] =>
  Object.keys({ ...one, ...other })

/**
 * Whether one has taken all into account that the other has: the partial order of the vectors.
 *
 * @example includes({ A: 2, B: 1 }, { A: 1 }) // true
 */
export const includes = (one: VersionVector, other: VersionVector): boolean =>
  Object.entries(other).every(([site, count]) => countOf(one, site) >= count)

export type Order = 'equal' | 'before' | 'after' | 'concurrent'

/**
 * How one vector stands to another. Neither includes the other where the writes happened without
 * knowing of each other: `concurrent`. As every write counts up, the order of the vectors is that of
 * what happened before what.
 *
 * @example compare({ A: 2 }, { A: 1, B: 1 }) // 'concurrent'
 * @source parker-1983
 * @source mattern-1989
 */
export function compare(one: VersionVector, other: VersionVector): Order {
  const [above, below] = [includes(one, other), includes(other, one)]
  if (above && below) return 'equal'
  if (above) return 'after'
  return below ? 'before' : 'concurrent'
}

/**
 * The least vector that includes both.
 *
 * @example join({ A: 2 }, { A: 1, B: 1 }) // { A: 2, B: 1 }
 */
export const join = (one: VersionVector, other: VersionVector): VersionVector =>
  Object.fromEntries(
    sitesOf(one, other).map((site) => [site, Math.max(countOf(one, site), countOf(other, site))]),
  )

/** The vector of the next write at a site that has taken this one into account. */
export const next = (vector: VersionVector, site: SiteId): VersionVector => ({
  ...vector,
  [site]: countOf(vector, site) + 1,
})
