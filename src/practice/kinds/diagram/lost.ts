import type { Part } from '../../question.ts'

type Needy = Pick<Part, 'id' | 'needs' | 'anyOf'>

/**
 * What stops when one part is lost: the part itself, and everything that cannot do without it.
 *
 * @param parts every part of the system; each works where all of its `needs` do, and one of `anyOf`
 *   where that names any
 * @param part the id of the part that is lost
 * @returns the ids of all parts that stop, in the order of `parts`
 * @throws RangeError where a part needs one that is not there, or needs itself by way of others
 * @example lostWith([{ id: 'a', needs: ['b'], anyOf: [] }, { id: 'b', needs: [], anyOf: [] }], 'b') // ['a', 'b']
 */
export function lostWith(parts: readonly Needy[], part: string): readonly string[] {
  const known = new Map(parts.map((one) => [one.id, one]))
  const works = new Map<string, boolean | 'asked'>()
  const isUp = (id: string): boolean => {
    const before = works.get(id)
    if (before === 'asked') throw new RangeError(`lostWith: ${id} needs itself`)
    if (before !== undefined) return before
    const one = known.get(id)
    if (!one) throw new RangeError(`lostWith: there is no part ${id}`)
    works.set(id, 'asked')
    // All are asked, so that a mistake in the diagram shows whichever part is lost.
    const needs = one.needs.map(isUp)
    const any = one.anyOf.map(isUp)
    const up = id !== part && needs.every(Boolean) && (any.length === 0 || any.some(Boolean))
    works.set(id, up)
    return up
  }
  return parts.map(({ id }) => id).filter((id) => !isUp(id))
}

/**
 * The parts whose loss alone stops everything that is served.
 *
 * @param parts as in {@link lostWith}
 * @param served the ids of what has to be served; they are not among the answer
 * @throws RangeError as {@link lostWith} does
 */
export const sharedCauses = (parts: readonly Needy[], served: readonly string[]): string[] =>
  parts
    .map(({ id }) => id)
    .filter((id) => !served.includes(id))
    .filter((id) => {
      const lost = lostWith(parts, id)
      return served.every((one) => lost.includes(one))
    })
