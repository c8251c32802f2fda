import { requireDuration, requireProbability, requireWholeNumber } from './domain.ts'
import { type Interval, clopperPearson } from './proportion-interval.ts'
import { nextUniform, randomState } from './random-source.ts'

/** What {@link staleAfter} simulates; all times are in one unit. */
export interface ReplicaTiming {
  /** Number of copies, a whole number from 1 to 1,000. */
  readonly n: number
  /** Answers that a read waits for, a whole number from 1 to n. */
  readonly read: number
  /** Acknowledgements that a write waits for, a whole number from 1 to n. */
  readonly write: number
  /** Mean time until a write reaches a copy, finite, at least 0. */
  readonly meanWrite: number
  /** Mean time until its acknowledgement is back, finite, at least 0. */
  readonly meanAck: number
  /** Mean time until a read reaches a copy, finite, at least 0. */
  readonly meanRead: number
  /** Mean time until its answer is back, finite, at least 0. */
  readonly meanResponse: number
  /** Time from the end of the write to the start of the read, finite, at least 0. */
  readonly time: number
  /** Number of runs, a whole number from 1 to 999,999,999. */
  readonly runs: number
  /** Where the random numbers begin, a whole number from 0 to 4,294,967,295. */
  readonly seed: number
  /** Probability that the interval may miss, in [0, 1]; 0.05 by default. */
  readonly risk?: number
}

/** How often a read was fresh. */
export interface FreshReads {
  /** Share of runs in which the read saw the write. */
  readonly fresh: number
  /** Limits that hold the true probability of that with a probability of at least 1 - risk. */
  readonly interval: Interval
}

const MOST_COPIES = 1000
const MOST_RUNS = 1e9 - 1

/** The runs of {@link staleAfter} without their time. */
export type ReplicaRuns = Omit<ReplicaTiming, 'time' | 'risk'>

/** Checks what there is to check, and gives what draws one run after the other. */
function drawRuns(timing: ReplicaRuns): () => number {
  const n = requireWholeNumber(timing.n, 1, MOST_COPIES, 'n', 'staleAfter')
  const read = requireWholeNumber(timing.read, 1, n, 'read', 'staleAfter')
  const write = requireWholeNumber(timing.write, 1, n, 'write', 'staleAfter')
  requireWholeNumber(timing.runs, 1, MOST_RUNS, 'runs', 'staleAfter')
  const random = randomState(requireWholeNumber(timing.seed, 0, 2 ** 32 - 1, 'seed', 'staleAfter'))
  const means = (['meanWrite', 'meanAck', 'meanRead', 'meanResponse'] as const).map((name) =>
    requireDuration(timing[name], name, 'staleAfter'),
  )
  return () => {
    const copies = Array.from({ length: n }, () => {
      const [written = 0, ack = 0, asked = 0, response = 0] = means.map(
        (mean) => 0 - mean * Math.log1p(-nextUniform(random)),
      )
      return { acked: written + ack, answered: asked + response, lateness: written - asked }
    })
    const ended = copies.map(({ acked }) => acked).toSorted((a, b) => a - b)[write - 1] ?? 0
    const answers = copies.toSorted((a, b) => a.answered - b.answered).slice(0, read)
    return Math.min(...answers.map(({ lateness }) => lateness)) - ended
  }
}

/**
 * What {@link staleAfter} draws, for all times at once: for each run the time from the end of the
 * write until which a read that begins would miss it; at most 0 where none would.
 *
 * @throws RangeError if a field is out of its range
 */
export function staleUntil(timing: ReplicaRuns): readonly number[] {
  const draw = drawRuns(timing)
  return Array.from({ length: timing.runs }, draw)
}

/**
 * How likely a read that begins some time after a write has ended is to see it: the t-visibility of
 * probabilistically bounded staleness (PBS), by simulation.
 *
 * Writes and reads go to all copies. The write ends with its `write`-th acknowledgement, the read with
 * its `read`-th answer, and it is stale if it reached all copies that answered before the write did.
 * Where read + write > n that cannot be, and nothing is simulated. The same seed gives the same answer,
 * and a longer time never a smaller one. A `fresh` of 1 only means that no run was stale: the interval
 * says how often reads may be.
 *
 * @param timing copies, times and simulation; see {@link ReplicaTiming} for the range of each field
 * @throws RangeError if a field is out of its range
 * @category quorums
 * @formula P(\text{stale}) = P\left( W_i > T_{w} + t + R_i \ \text{for the first } r \text{ copies to answer} \right)
 * @formula T_{w} = \text{the } w\text{-th smallest } W_i + A_i
 * @where W_i, A_i, R_i the delays of the write, its acknowledgement and the read at copy i; t time; w write; r read
 * @assumes The four kinds of delay are exponential, and independent of each other and between copies.
 * @assumes Copies do not fail, spread nothing among themselves, and there is one write at a time.
 * @source bailis-2012
 * @example staleAfter({ n: 3, read: 1, write: 1, meanWrite: 10, meanAck: 1, meanRead: 1, meanResponse: 1, time: 5, runs: 1000, seed: 1 }) // fresh 0.656
 */
export function staleAfter(timing: ReplicaTiming): FreshReads {
  const { risk = 0.05, read, write, n, runs } = timing
  const draw = drawRuns(timing)
  const time = requireDuration(timing.time, 'time', 'staleAfter')
  requireProbability(risk, 'risk', 'staleAfter')
  if (read + write > n) return { fresh: 1, interval: { lower: 1, upper: 1 } }
  let fresh = 0
  for (let run = 0; run < runs; run += 1) if (draw() <= time) fresh += 1
  return { fresh: fresh / runs, interval: clopperPearson(fresh, runs, risk) }
}
