import {
  requireDuration,
  requirePositive,
  requireProbability,
  requireWholeNumber,
} from '../../reliability/domain.ts'

/** How long a caller waits before it tries again, from the limit that doubles from try to try. */
export type Wait =
  /** Not at all. */
  | 'none'
  /** The whole limit, so that callers which failed together come back together. */
  | 'exponential'
  /** A time drawn evenly from 0 to the limit: full jitter. */
  | 'jitter'

/** What befalls the store. */
export interface Trouble {
  /**
   * `down`: it refuses every call at once. `slow`: each call takes it a number of times longer.
   * `burst`: so many users more come in one instant.
   */
  readonly kind: 'down' | 'slow' | 'burst'
  readonly atMs: number
  /** How long it lasts, in milliseconds; a burst lasts no time. */
  readonly forMs: number
  /** How many times longer a call takes, or how many users come. */
  readonly size: number
}

/**
 * A chain of callers before a store. Each layer that retries calls the one below it again, and the
 * lowest of them calls the store.
 */
export interface ChainParameters {
  /** Layers that retry, a whole number of at least 0. */
  readonly layers: number
  /** Further tries of each layer after its first, a whole number of at least 0. */
  readonly retries: number
  readonly wait: Wait
  /** Limit of the first wait, and of any, in milliseconds. */
  readonly baseMs: number
  readonly capMs: number
  /**
   * Retries that each layer may make for every call of its own that is no retry, at least 0;
   * Infinity for no limit. What was not used is saved up to `budgetSaved` retries.
   */
  readonly budget: number
  readonly budgetSaved: number
  /** How long the lowest layer waits for the store, in milliseconds. */
  readonly patienceMs: number
  /** Mean arrivals of users per second, above 0, as a Poisson process. */
  readonly usersPerSecond: number
  /** No users come from then on, in milliseconds. */
  readonly untilMs: number
  /** Calls that the store works on at once, and how long one takes it, in milliseconds. */
  readonly workers: number
  readonly serviceMs: number
  readonly service: 'fixed' | 'exponential'
  /** Calls that may wait at the store; more are refused. */
  readonly queue: number
  /** Whether the store throws away what waits and was given up, instead of working on it. */
  readonly dropsAbandoned: boolean
  /** The share of calls that fail for no reason that lasts, in [0, 1]. */
  readonly usualFailures: number
  readonly trouble?: Trouble
}

const MOST_TRIES = 1e6

/**
 * Refuses parameters that no run can have.
 *
 * @throws RangeError naming the field and its value
 * @example checkChain({ ...parameters, workers: 0 }) // throws
 */
export function checkChain(parameters: ChainParameters): ChainParameters {
  const { layers, retries, budget } = parameters
  requireWholeNumber(layers, 0, 10, 'layers', 'callChain')
  requireWholeNumber(retries, 0, 100, 'retries', 'callChain')
  requireWholeNumber((retries + 1) ** layers, 1, MOST_TRIES, 'tries of one request', 'callChain')
  requireWholeNumber(parameters.workers, 1, 10_000, 'workers', 'callChain')
  requireWholeNumber(parameters.queue, 0, Number.MAX_SAFE_INTEGER, 'queue', 'callChain')
  requireDuration(parameters.baseMs, 'baseMs', 'callChain')
  requireDuration(parameters.capMs, 'capMs', 'callChain')
  requireDuration(parameters.patienceMs, 'patienceMs', 'callChain')
  requireDuration(parameters.serviceMs, 'serviceMs', 'callChain')
  requireDuration(parameters.untilMs, 'untilMs', 'callChain')
  requireDuration(parameters.budgetSaved, 'budgetSaved', 'callChain')
  requirePositive(parameters.usersPerSecond, 'usersPerSecond', 'callChain')
  requireProbability(parameters.usualFailures, 'usualFailures', 'callChain')
  if (!(budget >= 0)) throw new RangeError(`callChain: budget must be at least 0, got ${budget}`)
  return parameters
}
