import type { FaultTree } from '../fault-tree-gate.ts'

/** Gates above a leaf, the top one not counted. */
const DEEPEST = 3

/**
 * A fault tree out of any numbers, in which events occur again and again: up to four gates deep with up
 * to four inputs each. Small changes of the numbers mostly make small changes of the tree, and where they
 * run out only leaves follow, so that a property test can shrink it.
 *
 * @param numbers whole numbers of at least 0; each decides one thing, more than there are count as 0
 * @param names of the events to choose from
 * @param negations whether there may be some
 * @example drawnFaultTree([1, 1, 0, 0, 0, 1], ['a', 'b'], false) // { or: ['a', 'b'] }
 */
export function drawnFaultTree(
  numbers: readonly number[],
  names: readonly string[],
  negations: boolean,
): FaultTree {
  let drawn = 0
  const draw = (below: number): number => (numbers[drawn++] ?? 0) % below
  const tree = (depth: number): FaultTree => {
    if (depth > DEEPEST || (depth > 0 && draw(3) === 0)) return names[draw(names.length)] ?? ''
    const kind = draw(negations ? 4 : 3)
    if (kind === 3) return { not: tree(depth + 1) }
    const inputs = Array.from({ length: draw(4) + 1 }, () => tree(depth + 1))
    if (kind === 2) return { atLeast: [draw(5), inputs] }
    return kind === 1 ? { or: inputs } : { and: inputs }
  }
  return tree(0)
}

/**
 * Probabilities of events out of any numbers, every other one rare: thousandths from 0 to 1, and powers
 * of ten down to 1e-12.
 *
 * @param numbers whole numbers of at least 0, one for each event
 * @param names of the events
 * @example drawnChances([500, 1001], ['a', 'b']) // { a: 0.5, b: 0.1 }
 */
export function drawnChances(
  numbers: readonly number[],
  names: readonly string[],
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    names.map((name, index) => {
      const number = numbers[index] ?? 0
      return [name, number <= 1000 ? number / 1000 : 10 ** -((number - 1000) % 13)]
    }),
  )
}
