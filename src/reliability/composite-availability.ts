import { parallel } from './parallel.ts'
import { type Component, type Probability, toProbability } from './probability.ts'
import { series } from './series.ts'

/**
 * What a service can promise that needs several others: every group must work, and of a group any
 * one member is enough. A dependency without a stand-in is a group of one.
 *
 * Promises (SLAs) multiply in the same way, but they
 * are bounds that somebody pays for, not measurements.
 *
 * @param groups the dependencies; a bare number is an availability in [0, 1]
 * @throws RangeError if a member is not a probability
 * @category objectives
 * @formula A = \prod_{g} \Bigl(1 - \prod_{m \in g} (1-A_m)\Bigr)
 * @where A_m the availability of member m of group g
 * @assumes Services fail independently, and switching inside a group is perfect.
 * @source trivedi-2001
 * @example compositeAvailability([[0.5], [0.5, 0.5]]).reliability // 0.375
 */
export function compositeAvailability(groups: readonly (readonly Component[])[]): Probability {
  return series(
    groups.map((members) =>
      parallel(members.map((member) => toProbability(member, 'compositeAvailability', 'member'))),
    ),
  )
}
