import { type FailoverDesign, failoverEvents } from './failover-design.ts'
import { type Probability, fromReliability } from './probability.ts'

/** For each parameter of a design, the value at which the pair equals A alone; see {@link failoverBreakEvens}. */
export interface FailoverBreakEvens {
  readonly coverage: number | null
  readonly spurious: number | null
  readonly path: number | null
}

const NEVER = fromReliability(0)
const ALWAYS = fromReliability(1)

/** Where a line through these values at 0 and at 1 crosses zero, ends included; null for no or every place. */
function crossing(atZero: number, atOne: number): number | null {
  if (Math.sign(atZero) === Math.sign(atOne)) return null
  return Math.abs(atZero) / (Math.abs(atZero) + Math.abs(atOne))
}

/**
 * For each of three parameters, the value at which the pair is exactly as reliable as A alone while
 * the others stay as the design has them. The pair is better with more `coverage` or a better
 * `path` than that, and with less `spurious`.
 *
 * The reliability is linear in each of the three, so there is one such value or none, or all values
 * are. `null` means that there is not exactly one in [0, 1]: the pair is worse at all of them,
 * better at all of them (only spurious can be so), or equal to A at all of them. The last happens
 *
 * - for coverage, where handing over loses and gains nothing: B is always down and nothing else
 *   is lost, or no request ever asks for a handover (A never fails, or only by the shared cause, and
 *   nothing is spurious), or neither A nor the path ever works;
 * - for spurious, where needless handovers lose nothing (A never works or every handover succeeds)
 *   and there is nothing to rescue;
 * - for path, where neither A nor the pair ever works.
 *
 * A break-even at an end of the range is a value, not `null`: with neither spurious handovers nor
 * logic in the path, coverage 0 is where the pair equals A.
 *
 * @param design the pair; the field asked for is not used for its own break-even
 * @throws RangeError if a field of the design is not a probability
 * @category failover
 * @formula R(x^*) = a, \quad x \in \{c,\ s,\ r\}
 * @where R the reliability of the pair; x each of c coverage, s spurious and r the path
 * @assumes As for {@link failoverPair}.
 * @source dugan-trivedi-1989
 * @example failoverBreakEvens({ a: 0.99, b: 0.99, coverage: 0.5 }).spurious // 1/101, about 0.0099
 */
export function failoverBreakEvens(design: FailoverDesign): FailoverBreakEvens {
  const { a, path, spurious, aDownAlone, backup, handover } = failoverEvents(
    design,
    'failoverBreakEvens',
  )
  // The gain over A is linear in each parameter, so its two ends place the break-even; what each
  // is taken from, requests rescued and requests lost, is positive and keeps its digits.
  const gain = (router: Probability, needless: number, takeover: Probability): number =>
    router.reliability * aDownAlone * takeover.reliability -
    a.reliability * (router.unreliability + router.reliability * needless * takeover.unreliability)
  return {
    coverage: crossing(gain(path, spurious, NEVER), gain(path, spurious, backup)),
    spurious: crossing(gain(path, 0, handover), gain(path, 1, handover)),
    path: crossing(gain(NEVER, spurious, handover), gain(ALWAYS, spurious, handover)),
  }
}
