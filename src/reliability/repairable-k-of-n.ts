import { requireRate, requireWholeNumber } from './domain.ts'
import { requireDemand } from './k-of-n.ts'
import { meanPassageTime } from './passage-time.ts'
import { fromReliability, fromUnreliability } from './probability.ts'
import { repairableChain } from './repairable-chain.ts'
import type { RepairableOutcome, RepairableSystem } from './repairable-system.ts'

const MOST_CREWS = 1_000_000

/** The weight that the last good state begins with: far down, so that the others may be up to 1e598 times as likely. */
const BOUNDARY_WEIGHT = 1e-290

/** Weights below this share of their sum, and all that follow them, cannot change its last digit. */
const NEGLIGIBLE = 1e-18

/** Adds up weights of `count` states from a first one on, each `ratio(i)` times the one before; the ratios fall. */
function sumOfWeights(count: number, first: number, ratio: (index: number) => number): number {
  let sum = first
  let weight = first
  for (let index = 1; index < count; index += 1) {
    weight *= ratio(index)
    sum += weight
    if (sum === Infinity || weight < sum * NEGLIGIBLE) break
  }
  return sum
}

/** What a demand that is always or never met comes to, whatever the rates. */
function settled(met: boolean): RepairableOutcome {
  return {
    availability: fromReliability(met ? 1 : 0),
    outageFrequency: 0,
    meanTimeToFailure: met ? Infinity : 0,
    meanOutage: met ? 0 : Infinity,
  }
}

/**
 * `n` identical units of which `k` must work, with a limited number of repair crews.
 *
 * Both sides of the availability, the frequency and the lengths come from sums of positive terms.
 * With `k` of 0 or less there is never an outage, and `meanOutage` is 0; with `k` above `n` it
 * never ends. Without repair (rate 0) the system ends in an outage unless nothing ever fails.
 *
 * The optional fields add what the plain model leaves out: units that stand still during an outage,
 * failures that stop the system although enough units are left, an event that fails all units, and
 * failures that are noticed late. Then the whole chain is solved. It needs repair and may have up
 * to 1,999 states: n + 1, or (n + 1)(n + 2)/2 with late detection, and twice as many with coverage.
 *
 * @param system units, demand, rates, crews and options; see {@link RepairableSystem} for the range of each
 * @throws RangeError if a field is out of its range
 * @category dynamics
 * @formula \pi_{j+1} = \pi_j\ \frac{(n-j)\,\lambda}{\min(j+1,\,s)\,\mu}
 * @formula U = \sum_{j>n-k} \pi_j, \quad f = \pi_{n-k}\,k\,\lambda
 * @where π_j the share of time with j units failed; λ failureRate; μ repairRate; s crews; f outages
 *   per unit of time; all of these without the optional fields
 * @assumes Lives, repairs and all other times are exponential and independent, and a repaired unit is
 *   as good as new.
 * @assumes Failed units are repaired in the order of failure; unless `suspended` is set, the units
 *   that still work keep failing during an outage.
 * @source trivedi-2001
 * @source kuo-zuo-2003
 * @example repairableKOfN({ n: 1, k: 1, failureRate: 1, repairRate: 3, crews: 1 }).availability // reliability 0.75
 */
export function repairableKOfN(system: RepairableSystem): RepairableOutcome {
  const { n, k } = system
  requireDemand(n, k, 'repairableKOfN')
  const failureRate = requireRate(system.failureRate, 'failureRate', 'repairableKOfN')
  const repairRate = requireRate(system.repairRate, 'repairRate', 'repairableKOfN')
  const crews = requireWholeNumber(system.crews, 1, MOST_CREWS, 'crews', 'repairableKOfN')
  requireRate(n * failureRate, 'n times failureRate', 'repairableKOfN')
  requireRate(n * repairRate, 'n times repairRate', 'repairableKOfN')
  const varied = repairableChain(system)
  if (varied !== null) return varied
  if (k <= 0 || k > n) return settled(k <= 0)

  const spares = n - k
  const failing = (failed: number): number => (n - failed) * failureRate
  const repairing = (failed: number): number => Math.min(failed, crews) * repairRate
  const meanTimeToFailure = meanPassageTime(spares + 1, failing, repairing)
  if (repairRate === 0 && failureRate === 0) return { ...settled(true), meanOutage: Infinity }
  if (repairRate === 0) return { ...settled(false), meanTimeToFailure }

  // From the last good state, `spares` failed, downwards to none and upwards to all.
  const up = sumOfWeights(
    spares + 1,
    BOUNDARY_WEIGHT,
    (index) => repairing(spares - index + 1) / failing(spares - index),
  )
  // The same from the first bad state, which begins with that weight too.
  const badFromFirst = sumOfWeights(
    k,
    BOUNDARY_WEIGHT,
    (index) => failing(spares + index) / repairing(spares + index + 1),
  )
  const repair = repairing(spares + 1)
  const firstBad = failing(spares) / repair
  const down = firstBad * badFromFirst
  const total = up + down
  // In either order nothing but the result can become too small for its digits.
  const perBoundary = (value: number): number =>
    total < 1 ? (BOUNDARY_WEIGHT / total) * value : BOUNDARY_WEIGHT * (value / total)
  return {
    availability:
      down <= up
        ? fromUnreliability(perBoundary(firstBad * (badFromFirst / BOUNDARY_WEIGHT)))
        : fromReliability(up / total),
    outageFrequency: perBoundary(failing(spares)),
    meanTimeToFailure,
    meanOutage:
      repair > 1
        ? badFromFirst / (BOUNDARY_WEIGHT * repair)
        : badFromFirst / BOUNDARY_WEIGHT / repair,
  }
}
