import { type Component, type Probability, toProbability } from './probability.ts'
import { series } from './series.ts'

/**
 * The same part seen from the other side: it "works" when the part has failed.
 *
 * @param component a valid pair of sides
 * @example swapSides({ reliability: 1, unreliability: 1e-20 }) // { reliability: 1e-20, unreliability: 1 }
 */
export function swapSides({ reliability, unreliability }: Probability): Probability {
  return { reliability: unreliability, unreliability: reliability }
}

/**
 * A system that works while at least one of its independent components works:
 * U = U1 · U2 · … · Un.
 *
 * By De Morgan's law this is a series of failures, so it has the accuracy of {@link series} with
 * the sides exchanged. An unreliability below about 1e-308 may come back as 0. No component at
 * all cannot work.
 *
 * @param components the parts; a bare number is a reliability in [0, 1]
 * @throws RangeError if a component is not a probability
 * @category structure
 * @formula U = \prod_{i=1}^{n} U_i
 * @where U_i the unreliability of component i
 * @assumes The components fail independently of one another.
 * @assumes One component alone carries the whole load, and nothing is needed to switch to it.
 * @source trivedi-2001
 * @example parallel([0.99, 0.99]) // reliability 0.9999, unreliability 0.0001
 */
export function parallel(components: readonly Component[]): Probability {
  return swapSides(
    series(components.map((component) => swapSides(toProbability(component, 'parallel')))),
  )
}
