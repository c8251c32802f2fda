import { absorption } from './absorption.ts'
import { requirePositive, requireProbability, requireRate, requireWholeNumber } from './domain.ts'
import { LARGEST_CHAIN, type Transition, rateMatrix } from './markov-chain.ts'
import { fromBothSides } from './probability.ts'
import type { RepairableOutcome, RepairableSystem } from './repairable-system.ts'
import { stationaryOf } from './steady-state.ts'

const NAME = 'repairableKOfN'

/** Failed units that nobody has noticed, those that crews know of, and whether the system is stopped. */
type State = readonly [hidden: number, known: number, stopped: 0 | 1]

type Jump = readonly [to: State, rate: number]

function isDown({ n, k }: RepairableSystem, [hidden, known, stopped]: State): boolean {
  return stopped === 1 || hidden + known > n - k
}

function jumps(system: RepairableSystem, state: State): readonly Jump[] {
  const { n, k, crews, repairRate, coverage = 1, detectionRate } = system
  const [hidden, known, stopped] = state
  const working = n - hidden - known
  const down = isDown(system, state)
  const still = down && system.suspended === true
  const failing = still ? 0 : working * system.failureRate
  const covered = down || working === k ? 1 : coverage
  const failed = (count: number, stops: 0 | 1): State =>
    detectionRate === undefined ? [hidden, known + count, stops] : [hidden + count, known, stops]
  const all: readonly Jump[] = [
    [failed(1, stopped), covered * failing],
    [failed(1, 1), (1 - covered) * failing],
    [failed(working, stopped), still ? 0 : (system.commonRate ?? 0)],
    [[hidden - 1, known + 1, stopped], hidden * (detectionRate ?? 0)],
    [[hidden, known - 1, stopped], Math.min(known, crews) * repairRate],
    [[hidden, known, 0], stopped * (system.restartRate ?? repairRate)],
  ]
  return all.filter(([, rate]) => rate > 0)
}

/** Every state that can come of all units working, which is the first, and the jumps between them. */
function chainOf(system: RepairableSystem): {
  readonly states: readonly State[]
  readonly transitions: readonly Transition[]
} {
  const states: State[] = [[0, 0, 0]]
  const places = new Map([['0,0,0', 0]])
  const transitions: Transition[] = []
  for (let from = 0; from < states.length && states.length <= LARGEST_CHAIN; from += 1) {
    for (const [to, rate] of jumps(system, states[from] ?? [0, 0, 0])) {
      const place = places.get(to.join()) ?? states.push(to) - 1
      places.set(to.join(), place)
      transitions.push([from, place, rate])
    }
  }
  return { states, transitions }
}

/**
 * What `repairableKOfN` answers where more happens than failure and repair of one unit after the
 * other, from the chain of all that can be; `null` where nothing more does.
 *
 * @param system units, rates and options; all but the options validated
 * @throws RangeError if an option is out of its range or there are more than 1,999 states
 * @source arnold-1973
 * @source trivedi-2001
 * @example repairableChain({ n: 1, k: 1, failureRate: 1, repairRate: 3, crews: 1 }) // null
 */
export function repairableChain(system: RepairableSystem): RepairableOutcome | null {
  const { n, k, failureRate, repairRate, suspended, restartRate, detectionRate } = system
  const coverage = requireProbability(system.coverage ?? 1, 'coverage', NAME)
  const commonRate = requireRate(system.commonRate ?? 0, 'commonRate', NAME)
  requirePositive(restartRate ?? 1, 'restartRate', NAME)
  requirePositive(detectionRate ?? 1, 'detectionRate', NAME)
  const plain =
    suspended !== true && coverage === 1 && commonRate === 0 && detectionRate === undefined
  if (plain || k <= 0 || k > n || failureRate + commonRate === 0) return null
  requirePositive(repairRate, 'repairRate', NAME)

  const { states, transitions } = chainOf(system)
  requireWholeNumber(states.length, 1, LARGEST_CHAIN - 1, 'states', NAME)
  const down = states.map((state) => isDown(system, state))
  const shares = stationaryOf(rateMatrix({ states: states.length, transitions }, NAME), NAME)
  const timeIn = (where: boolean): number =>
    shares.reduce((sum, share, state) => (down[state] === where ? sum + share : sum), 0)
  let outageFrequency = 0
  // With one state for all that is down, the first outage is where the chain ends.
  const untilDown = transitions.flatMap(([from, to, rate]): readonly Transition[] => {
    if (down[from] === true) return []
    if (down[to] === false) return [[from, to, rate]]
    outageFrequency += (shares[from] ?? 0) * rate
    return [[from, states.length, rate]]
  })
  requirePositive(outageFrequency, 'outageFrequency', NAME)
  const first = absorption(
    { states: states.length + 1, transitions: untilDown },
    [states.length],
    0,
  )
  return {
    availability: fromBothSides(timeIn(false), timeIn(true)),
    outageFrequency,
    meanTimeToFailure: first.meanTime,
    meanOutage: timeIn(true) / outageFrequency,
  }
}
