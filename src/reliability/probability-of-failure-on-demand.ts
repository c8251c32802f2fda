import { requireDuration, requirePositive, requireProbability } from './domain.ts'
import { requireDemand } from './k-of-n.ts'
import { type Probability, fromReliability } from './probability.ts'
import { survival } from './survival.ts'

/** What {@link probabilityOfFailureOnDemand} is asked about. */
export interface ProofTestedSystem {
  /** Number of channels, a whole number from 0 to 1,000,000. */
  readonly n: number
  /** How many must work, a whole number; at most 1,997 failures more than it survives. */
  readonly k: number
  /** Rate λ of dangerous failures that nothing but the test finds, finite, at least 0, per unit of time. */
  readonly failureRate: number
  /** Time T between proof tests, finite, above 0, in the same unit. */
  readonly testInterval: number
  /** Share of the failures of a channel that hits all of them at once, in [0, 1]; 0 unless given. */
  readonly beta?: number
  /**
   * Mean time that a repair takes after the test, finite, at least 0, 0 unless given. Only the
   * approximation knows it: in the exact mean what is found is mended at once.
   */
  readonly repairTime?: number
}

/** How often a protection is down when it is needed, and the formula of the standard. */
export interface FailureOnDemand {
  /** `unreliability` is the mean share of the interval with fewer than k channels working. */
  readonly works: Probability
  /** The sum of powers of λT in the form of IEC 61508-6: near it only while λT is small. */
  readonly approximation: number
}

/**
 * The probability that a protection of which k channels out of n must work does not when it is
 * needed (PFD): failures stay hidden until the next proof test.
 *
 * The exact mean over the interval, with a relative error of at most 1e-10 on either side, beside
 * the simplified formula that safety engineers use, for 1oo1 λ(T/2 + M) and for 1oo2
 * 2((1 - β)λ)²(T/2 + M)(T/3 + M) + βλ(T/2 + M) with the repair time M. The formula can exceed 1.
 *
 * @param system channels, demand, rate and test; see {@link ProofTestedSystem} for the range of each
 * @throws RangeError if a field is out of its range
 * @category dynamics
 * @formula \mathrm{PFD} = \frac{1}{T} \int_0^T \left(1 - e^{-\beta\lambda t}\, R_{k,n}\!\left(e^{-(1-\beta)\lambda t}\right)\right) dt
 * @formula \mathrm{PFD} \approx \frac{n!}{(k-1)!} \left((1-\beta)\lambda\right)^{m} \prod_{i=2}^{m+1} \left(\frac{T}{i} + M\right) + \beta\lambda \left(\frac{T}{2} + M\right), \quad m = n - k + 1
 * @where R_k,n the reliability of k out of n with channels of that one; λ failureRate; β beta; T
 *   testInterval; M repairTime
 * @assumes Each channel fails at a constant rate; what they share is one event that hits all of them.
 * @assumes The test finds every failure, takes no time and leaves all channels as good as new.
 * @assumes The demand comes at a time that has nothing to do with the tests.
 * @source iec-61508-6
 * @source trivedi-2001
 * @example probabilityOfFailureOnDemand({ n: 2, k: 1, failureRate: 1e-6, testInterval: 8760, beta: 0.1 }) // unreliability 0.00045846, approximation 0.00045872
 */
export function probabilityOfFailureOnDemand(system: ProofTestedSystem): FailureOnDemand {
  const name = 'probabilityOfFailureOnDemand'
  const { n, k } = system
  requireDemand(n, k, name)
  const failureRate = requireDuration(system.failureRate, 'failureRate', name)
  const interval = requirePositive(system.testInterval, 'testInterval', name)
  const beta = requireProbability(system.beta ?? 0, 'beta', name)
  const repairTime = requireDuration(system.repairTime ?? 0, 'repairTime', name)
  requireDuration(n * failureRate, 'n times failureRate', name)
  requireDuration(interval + repairTime, 'testInterval plus repairTime', name)
  if (k <= 0 || k > n) {
    return { works: fromReliability(k > n ? 0 : 1), approximation: k > n ? 1 : 0 }
  }
  const common = beta * failureRate
  const own = (1 - beta) * failureRate
  const down = n - k + 1
  const levels = Array.from({ length: down }, (_, failed) => failed)
  const transitions = levels.flatMap((failed) => [
    [failed, failed + 1, (n - failed) * own] as const,
    [failed, down, common] as const,
  ])
  const fails = (order: number): number => interval / order + repairTime
  return {
    works: survival(transitions, down, interval, name, true),
    approximation:
      levels.reduce((product, failed) => product * (n - failed) * own * fails(failed + 2), 1) +
      common * fails(2),
  }
}
