import { writesLost } from '../../reliability/replication-lag.ts'
import { retryAmplification } from '../../reliability/retry-amplification.ts'
import { spareCapacity } from '../../reliability/spare-capacity.ts'
import { outcomeOf, withFlips } from '../../systems/error-codes/outcome.ts'
import { decode, encode, hammingCheckBits } from '../../systems/error-codes/small-codes.ts'
import { type Kind, KINDS, type KindsValues } from './parameters.ts'

/** Fixed here; the assumptions say so. */
export const LAG_SECONDS = 3
export const WRITES_PER_SECOND = 200
export const QUERIES = 20
export const PATIENCE_MS = 1000
/** A wait up to here is lost in the work of the page itself. */
export const UNNOTICED_MS = 10
export const LAYERS = 3
export const CALL_FAILURE = 0.1
export const RETRY_BUDGET = 0.1
/** Requests that fail no more often than this are not worth a word. */
export const FEW_FAILURES = 0.001
const MEMORY_WORD = 64
/** In fibre light goes about 200 km in a millisecond, there and back 100 km. */
export const KM_PER_ROUND_TRIP_MS = 100

/** How a kind comes through what happens. */
export type Fate = 'serves' | 'limps' | 'fails'

/** One kind in one situation. */
export interface Outcome {
  readonly kind: Kind
  readonly fate: Fate
  /** What is paid, as a multiple of the same thing without redundancy. */
  readonly cost: number
  /** The one number of the situation: see the name of each kind in words. */
  readonly measure: number
}

export interface KindsModel {
  readonly values: KindsValues
  readonly all: readonly Outcome[]
  readonly current: Outcome
}

/** Whether a spare can carry on after the loss of one. */
const spared = (count: number): Fate => (count > 1 ? 'serves' : 'fails')

function hardware({ count, happening, guard }: KindsValues): Outcome {
  // Supplies are plugged in by turns where there are two circuits; the breaker of the first one trips.
  const onFirst = guard === 'guarded' ? Math.ceil(count / 2) : count
  const lost = happening === 'nothing' ? 0 : happening === 'usual' ? 1 : onFirst
  return {
    kind: 'hardware',
    fate: count > lost ? 'serves' : 'fails',
    cost: count,
    measure: count - lost,
  }
}

/** One of n may be lost, so each carries at most what n - 1 could: n for n - 1. */
const spareCost = (count: number): number =>
  count === 1
    ? 1
    : 1 / spareCapacity({ replicas: count, failed: 1, utilisation: 0 }).maximumUtilisation

function software({ count, happening, guard }: KindsValues): Outcome {
  const healthy = happening === 'usual' ? count - 1 : count
  const fate: Fate =
    happening === 'usual'
      ? spared(count)
      : happening === 'nothing'
        ? 'serves'
        : guard === 'guarded'
          ? 'limps'
          : 'fails'
  return { kind: 'software', fate, cost: spareCost(count), measure: healthy }
}

function data({ count, happening, guard }: KindsValues): Outcome {
  const lost =
    happening === 'pitfall' && guard === 'bare' ? writesLost(LAG_SECONDS, WRITES_PER_SECOND) : 0
  const gone = happening !== 'nothing' && count === 1
  return {
    kind: 'data',
    fate: gone || lost > 0 ? 'fails' : 'serves',
    cost: count,
    measure: gone ? Infinity : lost,
  }
}

function place({ count, happening, guard, distanceKm }: KindsValues): Outcome {
  const trips = happening !== 'pitfall' || count === 1 ? 0 : guard === 'guarded' ? 1 : QUERIES
  const waits = (trips * distanceKm) / KM_PER_ROUND_TRIP_MS
  const fate =
    happening === 'usual'
      ? spared(count)
      : waits > PATIENCE_MS
        ? 'fails'
        : waits > UNNOTICED_MS
          ? 'limps'
          : 'serves'
  return { kind: 'place', fate, cost: spareCost(count), measure: waits }
}

/** How often a call to the last service fails. */
const CALL_FAILURES: Readonly<Record<KindsValues['happening'], number>> = {
  nothing: 0,
  usual: CALL_FAILURE,
  pitfall: 1,
}

const retried = ({ count, happening, guard }: KindsValues) =>
  retryAmplification({
    retries: count - 1,
    failureProbability: CALL_FAILURES[happening],
    ...(guard === 'guarded' ? { layers: 1, budget: RETRY_BUDGET } : { layers: LAYERS }),
  })

/** How often a request fails for good, all its attempts made. */
export const requestFailure = (values: KindsValues): number => retried(values).request.unreliability

function time(values: KindsValues): Outcome {
  const { attempts, request } = retried(values)
  // A service that has stopped fails everybody; what counts is whether the calls let it come back.
  const fate: Fate =
    values.happening === 'pitfall'
      ? attempts > 1 + RETRY_BUDGET
        ? 'fails'
        : 'limps'
      : request.unreliability > FEW_FAILURES
        ? 'limps'
        : 'serves'
  return { kind: 'time', fate, cost: attempts, measure: attempts }
}

/** How many calls reach each layer for one request, from the first to the last service. */
export function callsAt(values: KindsValues): readonly number[] {
  const { count, happening, guard } = values
  if (guard === 'guarded') return [1, 1, 1, time(values).measure]
  let failure = CALL_FAILURES[happening]
  const attempts: number[] = []
  for (let layer = 0; layer < LAYERS; layer += 1) {
    const call = retryAmplification({ retries: count - 1, failureProbability: failure })
    attempts.unshift(call.attempts)
    failure = call.request.unreliability
  }
  return attempts.reduce((calls, each) => [...calls, (calls.at(-1) ?? 1) * each], [1])
}

/** The word of the sixth miniature, and which of its bits flip. */
export function smallWord({ happening, guard }: KindsValues) {
  const code = guard === 'guarded' ? 'secded' : 'parity'
  const flips = happening === 'nothing' ? [] : happening === 'usual' ? [2] : [0, 2]
  const written = encode(code, [1, 0, 1, 1])
  const read = withFlips(written, flips)
  return { written, read, flips, outcome: outcomeOf(written, flips.length, decode(code, read)) }
}

function information(values: KindsValues): Outcome {
  const { outcome, flips } = smallWord(values)
  const check = values.guard === 'guarded' ? hammingCheckBits(MEMORY_WORD) + 1 : 1
  return {
    kind: 'information',
    fate:
      outcome === 'missed' || outcome === 'miscorrected'
        ? 'fails'
        : outcome === 'detected'
          ? 'limps'
          : 'serves',
    cost: 1 + check / MEMORY_WORD,
    measure: flips.length,
  }
}

const RULES: Readonly<Record<Kind, (values: KindsValues) => Outcome>> = {
  hardware,
  software,
  data,
  place,
  time,
  information,
}

/**
 * The six kinds in one situation: what each was bought for, or the pitfall of each.
 *
 * @param values sound values of {@link parameters}
 */
export function sixKinds(values: KindsValues): KindsModel {
  return {
    values,
    all: KINDS.map((each) => RULES[each](values)),
    current: RULES[values.kind](values),
  }
}

/** How many of the six come through unharmed. */
export const unharmed = ({ all }: KindsModel): number =>
  all.filter(({ fate }) => fate === 'serves').length

/** How many of the six fail. */
export const failed = ({ all }: KindsModel): number =>
  all.filter(({ fate }) => fate === 'fails').length
