/** Panels of Simpson's rule, an even number, and how far it goes in the longer of both means. */
const PANELS = 240
const FAR = 40

/** The probability that two exponential times together are longer than this. */
function longer(timeMs: number, meanThereMs: number, meanBackMs: number): number {
  const [long, short] = [Math.max(meanThereMs, meanBackMs), Math.min(meanThereMs, meanBackMs)]
  const gap = long - short
  const tail = Math.exp(-timeMs / long)
  // Nearly equal means would cancel: their limit, the Erlang distribution, is as good there.
  if (gap < 1e-6 * long) return (1 + timeMs / long) * tail
  if (short === 0) return tail
  return (long * tail - short * Math.exp(-timeMs / short)) / gap
}

/**
 * How long an operation waits on average for its k-th answer, k from 1 to n: all n copies are asked
 * at once, and each takes an exponential time there and another one back.
 *
 * The mean is the integral of the probability that fewer than k have answered by then.
 *
 * @param n copies, a whole number from 1 to 9
 * @param meanThereMs above 0
 * @param meanBackMs at least 0
 * @returns the waits in milliseconds, for one answer first; good to one part in 100,000
 * @source bailis-2012
 * @example meanWaits(2, 10, 0) // [5, 15]
 */
export function meanWaits(n: number, meanThereMs: number, meanBackMs: number): readonly number[] {
  const waits = Array.from({ length: n }, () => 0)
  const farMs = FAR * Math.max(meanThereMs, meanBackMs)
  for (let panel = 0; panel <= PANELS; panel += 1) {
    // Time runs with the square, so that short times, where much happens, are looked at closely.
    const part = panel / PANELS
    const open = longer(farMs * part * part, meanThereMs, meanBackMs)
    const ends = panel === 0 || panel === PANELS
    const weight = (2 * farMs * part * (ends ? 1 : panel % 2 === 1 ? 4 : 2)) / (3 * PANELS)
    // The binomial terms in turn: so many answers, and no more.
    let fewer = 0
    let choices = 1
    for (let k = 1; k <= n; k += 1) {
      fewer += choices * (1 - open) ** (k - 1) * open ** (n - k + 1)
      choices = (choices * (n - k + 1)) / k
      waits[k - 1] = (waits[k - 1] ?? 0) + weight * fewer
    }
  }
  return waits
}
