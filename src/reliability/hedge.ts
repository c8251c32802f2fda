import { requireDuration, requirePositive } from './domain.ts'

/** What a hedge is worth, and what it costs. */
export interface HedgeOutcome {
  /** Mean time until the first answer, in the unit of the delay. */
  readonly mean: number
  /** Share of requests that are sent a second time, in [0, 1]. */
  readonly extraLoad: number
  /**
   * The probability of waiting longer than `time` for the first answer.
   *
   * @param time finite, at least 0, in the unit of the delay
   */
  readonly longerThan: (time: number) => number
}

/**
 * Hedged requests to servers with exponential service times: whoever has no answer after `delay`
 * asks a second server too, and takes whichever answers first.
 *
 * P(T > t) = S(t) before the delay and S(t)S(t - delay) after it, with S(t) = e^(-rate · t). A
 * delay of 0 sends both at once.
 *
 * @param rate answers per unit of time of one server, finite, above 0
 * @param delay time after which the second is asked, finite, at least 0
 * @throws RangeError if an argument is out of its range
 * @category overload
 * @formula P(T > t) = S(t)\,S(t-d)
 * @formula \mathrm{E}\,T = \frac{1}{\mu} - \frac{e^{-\mu d}}{2\mu}
 * @where μ rate; d delay; S(t) = e^(-μt), and 1 before 0
 * @assumes Both servers are alike and independent.
 * @assumes The second request costs the first nothing: no extra load is felt.
 * @source dean-barroso-2013
 * @example hedgeExponential(1, 0).mean // 0.5
 */
export function hedgeExponential(rate: number, delay: number): HedgeOutcome {
  requirePositive(rate, 'rate', 'hedgeExponential')
  requireDuration(delay, 'delay', 'hedgeExponential')
  const extraLoad = Math.exp(-rate * delay)
  return {
    mean: (1 - extraLoad / 2) / rate,
    extraLoad,
    longerThan: (time) => {
      requireDuration(time, 'time', 'hedgeExponential')
      const together = Math.max(0, time - delay)
      return Math.exp(-rate * (time + together))
    },
  }
}

/**
 * Hedged requests where latencies were measured: the same as {@link hedgeExponential} with the
 * sample's own distribution in place of the exponential one.
 *
 * @param latencies at least one measured time, each finite, at least 0
 * @param delay time after which the second is asked, finite, at least 0, in the same unit
 * @throws RangeError if an argument is out of its range
 * @category overload
 * @formula P(T > t) = \hat{S}(t)\,\hat{S}(t-d)
 * @where d delay; Ŝ(t) the share of measured times above t
 * @assumes Both answers are drawn independently from the times that were measured.
 * @assumes The second request costs the first nothing: no extra load is felt.
 * @source dean-barroso-2013
 * @example hedgeMeasured([1, 1, 1, 9], 1).mean // 1.6875
 */
export function hedgeMeasured(latencies: readonly number[], delay: number): HedgeOutcome {
  requireDuration(delay, 'delay', 'hedgeMeasured')
  if (latencies.length === 0) {
    throw new RangeError('hedgeMeasured: latencies must hold at least one, got none')
  }
  const sorted = latencies
    .map((latency) => requireDuration(latency, 'latency', 'hedgeMeasured'))
    .toSorted((one, other) => one - other)
  requireDuration((sorted.at(-1) ?? 0) + delay, 'latency plus delay', 'hedgeMeasured')
  const count = sorted.length
  const survival = (time: number): number => {
    if (time < 0) return 1
    let low = 0
    let high = count
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if ((sorted[middle] ?? 0) > time) high = middle
      else low = middle + 1
    }
    return (count - low) / count
  }
  const longer = (time: number): number => survival(time) * survival(time - delay)
  // Between the times at which either survival falls, the product is constant.
  const steps = [...sorted, ...sorted.map((latency) => latency + delay)].toSorted(
    (one, other) => one - other,
  )
  let mean = 0
  let before = 0
  for (const step of steps) {
    mean += longer(before) * (step - before)
    before = step
  }
  return {
    mean,
    extraLoad: survival(delay),
    longerThan: (time) => longer(requireDuration(time, 'time', 'hedgeMeasured')),
  }
}
