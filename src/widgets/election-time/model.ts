import * as m from '#messages/messages.js'
import type { ChoiceParameter, ValuesOf } from '../../frame/parameters.ts'
import {
  LONGEST_MS,
  MESSAGE_MS,
  SURVIVORS,
  type Timeouts,
} from '../../systems/raft/election-times.ts'
import { RANGES, SCALES, SPREADS, STEP, TRIALS } from './ranges.ts'
import runs from './runs.json' with { type: 'json' }
import { whole } from './words.ts'

/** What came of one range of timeouts. */
export interface Elections extends Timeouts {
  readonly meanMs: number
  readonly leastMs: number
  /** Every {@link STEP}th of the sorted times, the last one included. */
  readonly ms: readonly number[]
}

export const idOf = ({ lowMs, highMs }: Timeouts): string => `${lowMs}-${highMs}`

const range: ChoiceParameter = {
  kind: 'choice',
  label: m.election_time_range,
  default: '150-155',
  options: Object.fromEntries(
    RANGES.map(({ lowMs, highMs }) => [
      idOf({ lowMs, highMs }),
      () =>
        lowMs === highMs
          ? m.election_time_exactly({ low: whole(lowMs) })
          : m.election_time_between({ low: whole(lowMs), high: whole(highMs) }),
    ]),
  ),
}

export const parameters = { range }

export interface ElectionTimeModel {
  readonly spreads: readonly Elections[]
  readonly scales: readonly Elections[]
  readonly chosen: Elections
  /** The half of the figure that the chosen range belongs to. */
  readonly family: readonly Elections[]
  /** If the first to stand always won: by arithmetic, in milliseconds. */
  readonly firstMs: number
}

const found = (wanted: Timeouts): Elections => {
  const one = runs.find((run) => idOf(run) === idOf(wanted))
  if (!one) throw new RangeError(`election-time: no runs for ${idOf(wanted)}`)
  return one
}

/**
 * The time that a share of the elections stayed within, in milliseconds.
 *
 * @param share in (0, 1]; of the kept times the first that is late enough
 */
export const within = ({ ms }: Elections, share: number): number =>
  ms[Math.max(0, Math.ceil((share * TRIALS) / STEP) - 1)] ?? LONGEST_MS

/** Whether no election ended. */
export const isEndless = ({ leastMs }: Elections): boolean => leastMs >= LONGEST_MS

/** The runs of a range, beside those of its neighbours. @source ongaro-2014 */
export function electionTimes({ range: id }: ValuesOf<typeof parameters>): ElectionTimeModel {
  const spreads = SPREADS.map(found)
  const scales = SCALES.map(found)
  const all = [...spreads, ...scales]
  const chosen = all.find((one) => idOf(one) === id) ?? found({ lowMs: 150, highMs: 155 })
  const { lowMs, highMs } = chosen
  const { fromMs, toMs } = MESSAGE_MS
  return {
    spreads,
    scales,
    chosen,
    family: spreads.includes(chosen) ? spreads : scales,
    // The earliest of so many timeouts that are spread evenly; the leader lived for a quarter of
    // the shortest one after its heartbeats, on average; a request and a vote.
    firstMs: lowMs + (highMs - lowMs) / (SURVIVORS + 1) - lowMs / 4 + (fromMs + toMs),
  }
}
