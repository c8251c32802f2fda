import { FALSE, TRUE } from './decision-diagram.ts'
import { requireWholeNumber } from './domain.ts'
import type { FaultTreeDiagram } from './fault-tree-diagram.ts'
import type { SetFamily } from './minimal-set-family.ts'

/** A basic event by its name, happening, or not happening. */
export type Literal = string | { readonly not: string }

/** As many sets as memory holds. */
const LARGEST_MOST = 1_000_000

function sizeOf({ diagrams }: FaultTreeDiagram, family: SetFamily): number {
  const known = new Map([
    [FALSE, 0],
    [TRUE, 1],
  ])
  const count = (node: SetFamily): number => {
    const before = known.get(node)
    if (before !== undefined) return before
    const sets = count(diagrams.high(node)) + count(diagrams.low(node))
    known.set(node, sets)
    return sets
  }
  return count(family)
}

/** By name; an event that happens comes before the same event not happening. */
function compareLiterals(one: Literal, other: Literal): number {
  const [name, rival] = [one, other].map((part) => (typeof part === 'string' ? part : part.not))
  if (name === rival) return Number(typeof one !== 'string') - Number(typeof other !== 'string')
  return (name ?? '') < (rival ?? '') ? -1 : 1
}

/** No set includes another, so one of the first literals is different. */
function compareSets(one: readonly Literal[], other: readonly Literal[]): number {
  return one.reduce(
    (order, literal, index) => order || compareLiterals(literal, other[index] ?? literal),
    0,
  )
}

/**
 * The sets of a family as lists; what is in a set and the sets are in the order of the characters of
 * the names.
 *
 * @param tree the diagram in whose store the family is
 * @param family the family
 * @param literal what a variable of the family stands for
 * @param most how many sets there may be, a whole number from 0 to 1,000,000
 * @param functionName the public function that was called, for the message
 * @throws RangeError if there are more sets than `most` (the message says how many), or it is no such number
 * @example setList(faultTreeDiagram('a', 'f'), TRUE, String, 1, 'f') // [[]]
 */
export function setList<Kind extends Literal>(
  tree: FaultTreeDiagram,
  family: SetFamily,
  literal: (variable: number) => Kind,
  most: number,
  functionName: string,
): readonly (readonly Kind[])[] {
  requireWholeNumber(most, 0, LARGEST_MOST, 'most', functionName)
  const size = sizeOf(tree, family)
  if (size > most) {
    throw new RangeError(`${functionName}: there must be at most ${most} minimal sets, got ${size}`)
  }
  const { variable, high, low } = tree.diagrams
  const sets: Kind[][] = []
  const chosen: Kind[] = []
  const collect = (node: SetFamily): void => {
    if (node === TRUE) sets.push(chosen.toSorted(compareLiterals))
    if (node <= TRUE) return
    chosen.push(literal(variable(node)))
    collect(high(node))
    chosen.pop()
    collect(low(node))
  }
  collect(family)
  return sets.toSorted(compareSets)
}
