import { drawFrom } from '../../simulation/draw.ts'
import type { QuorumParameters } from './world.ts'

type Sizes = Pick<QuorumParameters, 'nodes' | 'n' | 'read' | 'write' | 'sloppy'>

/**
 * Whether a read and a write would be answered now, with so many of the copies and of the other
 * machines up and within reach.
 */
export function serving(
  { n, read, write, sloppy }: Sizes,
  copiesUp: number,
  othersUp: number,
): { readonly read: boolean; readonly write: boolean } {
  const stands = sloppy ? Math.min(othersUp, n - copiesUp) : 0
  return { read: copiesUp >= read, write: copiesUp + stands >= write }
}

/**
 * How many of so many moments find a read, and a write, possible, where each machine is up by itself
 * with the same probability.
 *
 * @param up the probability that a machine is up, in [0, 1]
 * @param moments a whole number of at least 1
 * @param seed a whole number from 0 to 4,294,967,295
 */
export function countServing(
  sizes: Sizes,
  up: number,
  moments: number,
  seed: number,
): { readonly reads: number; readonly writes: number } {
  const { draw } = drawFrom(seed)
  const living = (machines: number): number => {
    let count = 0
    for (let one = 0; one < machines; one += 1) if (draw.happens('up', up)) count += 1
    return count
  }
  let [reads, writes] = [0, 0]
  for (let moment = 0; moment < moments; moment += 1) {
    const served = serving(sizes, living(sizes.n), living(sizes.nodes - sizes.n))
    if (served.read) reads += 1
    if (served.write) writes += 1
  }
  return { reads, writes }
}
