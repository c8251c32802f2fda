import type { Part } from '../../question.ts'

type Needing = Pick<Part, 'id' | 'needs' | 'anyOf'>

/**
 * The parts, each after everything that it needs.
 *
 * @throws RangeError if two have one id, one needs what does not exist, or they need one another
 */
function suppliersFirst(parts: readonly Needing[]): readonly Needing[] {
  const byId = new Map(parts.map((part) => [part.id, part]))
  if (byId.size < parts.length) throw new RangeError('lostWith: two parts have one id')
  const sorted: Needing[] = []
  const done = new Set<string>()
  const visit = (id: string, path: readonly string[]) => {
    if (done.has(id)) return
    const part = byId.get(id)
    if (!part) throw new RangeError(`lostWith: ${path.at(-1)} needs ${id}, which is no part`)
    if (path.includes(id))
      throw new RangeError(`lostWith: parts need one another: ${[...path, id].join(', ')}`)
    for (const supplier of [...part.needs, ...part.anyOf]) visit(supplier, [...path, id])
    done.add(id)
    sorted.push(part)
  }
  for (const { id } of parts) visit(id, [])
  return sorted
}

/**
 * What stops when one part is lost, that part among it. A part works if it is not lost itself, all
 * that it needs works and, where any of several will do, one of those does.
 *
 * @param parts a system in which everything works; what a part needs is among them
 * @param lost the id of the one that is lost
 * @returns ids in the order of `parts`
 * @throws RangeError if `lost` is no part, a part needs what does not exist, or parts need one another
 * @example
 * lostWith([{ id: 'power', needs: [], anyOf: [] }, { id: 'disk', needs: ['power'], anyOf: [] }], 'power')
 * // ['power', 'disk']
 */
export function lostWith(parts: readonly Needing[], lost: string): string[] {
  if (!parts.some(({ id }) => id === lost)) throw new RangeError(`lostWith: ${lost} is no part`)
  const works = new Set<string>()
  for (const { id, needs, anyOf } of suppliersFirst(parts)) {
    const supplied =
      needs.every((supplier) => works.has(supplier)) &&
      (anyOf.length === 0 || anyOf.some((supplier) => works.has(supplier)))
    if (id !== lost && supplied) works.add(id)
  }
  return parts.flatMap(({ id }) => (works.has(id) ? [] : [id]))
}

/**
 * The parts of which the loss of one alone stops everything that is served. What is served is not
 * among them: that its own loss stops it needs no diagram.
 *
 * @param parts a system in which everything works
 * @param served ids of at least one of them
 * @returns ids in the order of `parts`
 * @throws RangeError as `lostWith`, and if nothing is served or something that is no part
 */
export function sharedCauses(parts: readonly Needing[], served: readonly string[]): string[] {
  if (served.length === 0) throw new RangeError('sharedCauses: nothing is served')
  const unknown = served.find((one) => !parts.some(({ id }) => id === one))
  if (unknown !== undefined)
    throw new RangeError(`sharedCauses: ${unknown} is served, which is no part`)
  return parts
    .map(({ id }) => id)
    .filter((id) => {
      if (served.includes(id)) return false
      const lost = lostWith(parts, id)
      return served.every((one) => lost.includes(one))
    })
}
