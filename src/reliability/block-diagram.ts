import { requireWholeNumber } from './domain.ts'
import type { FaultTree } from './fault-tree-gate.ts'
import { swapSides } from './parallel.ts'
import { type Component, type Probability, toProbability } from './probability.ts'
import { topEvent } from './top-event.ts'

/** Deeper than any plant, and shallow enough for the stack. */
const DEEPEST = 1000

/**
 * A reliability block diagram: the name of a block, or an arrangement of smaller diagrams. It says
 * which blocks make the system work. A name may occur in several places and is the same block in all.
 */
export type BlockDiagram =
  | string
  /** Works while all of these do; of none, always. */
  | { readonly series: readonly BlockDiagram[] }
  /** Works while any of these does; of none, never. */
  | { readonly parallel: readonly BlockDiagram[] }
  /** Works while at least so many of these do. */
  | { readonly atLeast: readonly [count: number, of: readonly BlockDiagram[]] }

/** The tree whose top event is that the system works, and whose basic events are that blocks do. */
function successTree(diagram: BlockDiagram, depth: number): FaultTree {
  requireWholeNumber(depth, 0, DEEPEST, 'depth of the diagram', 'blockDiagram')
  const inner = (part: BlockDiagram): FaultTree => successTree(part, depth + 1)
  if (typeof diagram === 'string') return diagram
  if (typeof diagram === 'object' && diagram !== null) {
    if ('series' in diagram) return { and: diagram.series.map(inner) }
    if ('parallel' in diagram) return { or: diagram.parallel.map(inner) }
    if ('atLeast' in diagram)
      return { atLeast: [diagram.atLeast[0], diagram.atLeast[1].map(inner)] }
  }
  throw new RangeError(
    `blockDiagram: a part must be series, parallel, atLeast or a name, got ${String(diagram)}`,
  )
}

/**
 * The probability that a system of independent blocks works, exactly, from its reliability block
 * diagram. Blocks may occur in several places: a bridge is a parallel arrangement of its paths.
 *
 * As a fault tree seen from the other side; see {@link faultTree} for the way, accuracy and limits.
 *
 * @param diagram arrangements of the names of blocks; at most 1,000 deep, with at most 2,000 blocks
 * @param blocks the blocks by their names; a bare number is a reliability in [0, 1]
 * @throws RangeError if the diagram is malformed, a block is missing or no probability, or there is
 *   no way to compute it within memory
 * @category structure
 * @formula R(f) = p\,R(f_{x=1}) + (1-p)\,R(f_{x=0})
 * @where f the system as a function of its blocks; p the reliability of one of them, x
 * @assumes Blocks work independently; one that occurs in several places is the same block in all of
 *   them.
 * @source dechter-1999
 * @source rauzy-1993
 * @example
 * const twoPaths = { series: ['router', { parallel: ['a', 'b'] }] }
 * blockDiagram(twoPaths, { router: 0.5, a: 0.9, b: 0.9 }).reliability // 0.495
 */
export function blockDiagram(
  diagram: BlockDiagram,
  blocks: Readonly<Record<string, Component>>,
): Probability {
  const read = (names: readonly string[]): readonly Probability[] =>
    names.map((name) => {
      const block = Object.hasOwn(blocks, name) ? blocks[name] : undefined
      if (block === undefined) {
        throw new RangeError(`blockDiagram: block ${name} must have a reliability, got undefined`)
      }
      return swapSides(toProbability(block, 'blockDiagram', `block ${name}`))
    })
  return swapSides(topEvent(successTree(diagram, 0), read, 'blockDiagram'))
}
