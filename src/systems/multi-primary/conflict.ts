import { type Basket, joined, poured } from './basket.ts'
import { compare, countOf, join } from './version-vector.ts'
import type { ConflictRule, Version } from './world.ts'

/** Two ascending lists of numbers as one. */
export const united = (one: readonly number[], other: readonly number[]): readonly number[] =>
  other.every((number) => one.includes(number))
    ? one
    : [...new Set([...one, ...other])].toSorted((a, b) => a - b)

/** The version with the later stamp; the site's name decides between equal ones, then its count. */
function later(one: Version, other: Version, stamp: (version: Version) => number): Version {
  if (stamp(one) !== stamp(other)) return stamp(one) > stamp(other) ? one : other
  if (one.by !== other.by) return one.by > other.by ? one : other
  return countOf(one.vector, one.by) >= countOf(other.vector, other.by) ? one : other
}

/** Every version that no other one includes, each once; in the order of the sites that wrote them. */
function siblings(mine: readonly Version[], theirs: readonly Version[]): readonly Version[] {
  const kept = mine.filter((one) =>
    theirs.every((other) => compare(one.vector, other.vector) !== 'before'),
  )
  const added = theirs.filter((other) =>
    mine.every((one) => ['before', 'concurrent'].includes(compare(one.vector, other.vector))),
  )
  if (added.length === 0) return mine
  return [...kept, ...added].toSorted((one, other) => (one.by < other.by ? -1 : 1))
}

function joinedVersion(one: Version, other: Version): Version {
  switch (compare(one.vector, other.vector)) {
    case 'equal':
    case 'after':
      return one
    case 'before':
      return other
    case 'concurrent':
      return {
        by: one.by > other.by ? one.by : other.by,
        wallMs: Math.max(one.wallMs, other.wallMs),
        lamport: Math.max(one.lamport, other.lamport),
        vector: join(one.vector, other.vector),
        basket: joined([one.basket, one.vector], [other.basket, other.vector]),
        history: united(one.history, other.history),
      }
  }
}

/**
 * What a site holds after versions have come to it. A site that holds nothing yet takes them.
 *
 * @param mine what it held; one version where the rule keeps no siblings
 * @param theirs what came, or what was just written here
 * @source parker-1983
 * @source decandia-2007
 */
export function merge(
  rule: ConflictRule,
  mine: readonly Version[],
  theirs: readonly Version[],
): readonly Version[] {
  const [one] = mine
  const [other] = theirs
  if (!one || !other) return one ? mine : theirs
  const only = (version: Version): readonly Version[] => (version === one ? mine : [version])
  switch (rule) {
    case 'arrival':
      return theirs
    case 'clock':
      return only(later(one, other, ({ wallMs }) => wallMs))
    case 'lamport':
      return only(later(one, other, ({ lamport }) => lamport))
    case 'siblings':
    case 'union':
      return siblings(mine, theirs)
    case 'or-set':
      return only(joinedVersion(one, other))
  }
}

/** What a customer is shown: a basket, and the writes that went into it. */
export interface Shown {
  readonly basket: Basket
  readonly history: readonly number[]
}

/** What a customer is shown at a site: all siblings, or one basket. */
export function shown(rule: ConflictRule, versions: readonly Version[]): readonly Shown[] {
  if (rule !== 'union') return versions
  const [first, ...others] = versions
  if (!first || others.length === 0) return versions
  return [
    others.reduce<Shown>(
      (all, { basket, history }) => ({
        basket: poured(all.basket, basket),
        history: united(all.history, history),
      }),
      first,
    ),
  ]
}
