import type { FaultTree } from '../fault-tree-gate.ts'

/** The events that happened, and how likely it is that just these did. */
export interface EventState {
  readonly happened: ReadonlySet<string>
  readonly chance: number
}

/**
 * Whether the top event happens, read off the tree itself.
 *
 * @example happens({ or: ['a', 'b'] }, new Set(['b'])) // true
 */
export function happens(tree: FaultTree, happened: ReadonlySet<string>): boolean {
  if (typeof tree === 'string') return happened.has(tree)
  if ('not' in tree) return !happens(tree.not, happened)
  if ('and' in tree) return tree.and.every((input) => happens(input, happened))
  if ('or' in tree) return tree.or.some((input) => happens(input, happened))
  return tree.atLeast[1].filter((input) => happens(input, happened)).length >= tree.atLeast[0]
}

/**
 * Every set of events that may happen, and its probability.
 *
 * @param probabilities of the independent events, in [0, 1]
 * @example states({ a: 0.25 }).length // 2
 */
export function states(probabilities: Readonly<Record<string, number>>): readonly EventState[] {
  return Object.entries(probabilities).reduce<readonly EventState[]>(
    (before, [name, p]) =>
      before.flatMap(({ happened, chance }) => [
        { happened, chance: chance * (1 - p) },
        { happened: new Set([...happened, name]), chance: chance * p },
      ]),
    [{ happened: new Set<string>(), chance: 1 }],
  )
}

/**
 * The probability that the top event happens and that it does not, by trying all states.
 *
 * @param tree the fault tree
 * @param probabilities of its independent events, in [0, 1]; a dozen at most
 * @example enumerated({ or: ['a', 'b'] }, { a: 0.5, b: 0.5 }) // { top: 0.75, spared: 0.25 }
 */
export function enumerated(
  tree: FaultTree,
  probabilities: Readonly<Record<string, number>>,
): { readonly top: number; readonly spared: number } {
  let [top, spared] = [0, 0]
  for (const { happened, chance } of states(probabilities)) {
    if (happens(tree, happened)) top += chance
    else spared += chance
  }
  return { top, spared }
}
