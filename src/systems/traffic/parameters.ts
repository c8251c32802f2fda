/** How the servers share the work, and what happens when one of them fails. */
export type Design =
  /** One server, and nobody to take over. */
  | 'single'
  /** One server works, the other waits to be promoted. */
  | 'active-passive'
  /** All servers work; one that fails is taken out of rotation. */
  | 'active-active'
  /** Every request is worked on by all copies in step; the first answer counts. */
  | 'lockstep'

/** What befalls a part. */
export type FaultKind =
  /** It stops; connections to it break at once. */
  | 'crash'
  /** It stops answering, and connections stay open. */
  | 'hang'
  /** It works on, a number of times slower. */
  | 'slow'
  /** It answers with an error. */
  | 'errors'

/** A fault, planned or not. */
export interface Fault {
  /** When it strikes, in whole milliseconds. */
  readonly atMs: number
  /** The servers it strikes, by their number from 0; several at once are a common cause. */
  readonly servers: readonly number[]
  readonly kind: FaultKind
  /** How long it lasts, in milliseconds; Infinity for the rest of the run. */
  readonly forMs: number
}

/** Maintenance of one server: announced, so that it may be emptied first. */
export interface Maintenance {
  readonly atMs: number
  readonly server: number
  readonly forMs: number
  /** How long it may finish what it has begun while nothing new comes, in milliseconds; 0 cuts it off. */
  readonly drainMs: number
}

/** How a client waits before it tries again; a wait is drawn evenly from 0 to its limit (full jitter). */
export interface RetryPolicy {
  /** Further attempts after the first, a whole number of at least 0. */
  readonly retries: number
  /** Limit of the first wait, in milliseconds; it doubles from attempt to attempt. */
  readonly baseMs: number
  /** No wait has a higher limit, in milliseconds. */
  readonly capMs: number
}

/** How the balancer finds out whether a server is alive. */
export interface HealthCheck {
  /** From the start of one probe to the next, in milliseconds, above 0. */
  readonly intervalMs: number
  /** How long a probe waits for its answer, in milliseconds. */
  readonly timeoutMs: number
  /** Failed probes in a row that take a server out, a whole number of at least 1. */
  readonly fall: number
  /** Good probes in a row that bring it back, a whole number of at least 1. */
  readonly rise: number
  /** Probability that a probe of a healthy server is lost, in [0, 1]. */
  readonly loss: number
}

/** What the standby must go through before it serves, in milliseconds. */
export interface Promotion {
  /** Deciding that it shall take over. */
  readonly decideMs: number
  /** Making it the primary. */
  readonly promoteMs: number
  /** Filling caches and opening connections; nothing is served before. */
  readonly warmUpMs: number
}

/** The traffic world. */
export interface TrafficParameters {
  readonly design: Design
  /** Number of servers, a whole number of at least 1; 1 for `single`, 2 for `active-passive`. */
  readonly servers: number
  /** Requests that one server works on at the same time, a whole number of at least 1. */
  readonly workers: number
  /** Requests that may wait at one server; more are refused. */
  readonly queue: number
  /** Mean time that a request takes, in milliseconds. */
  readonly serviceMs: number
  /** Whether every request takes exactly that, or an exponential time. */
  readonly service: 'fixed' | 'exponential'
  /** Mean arrivals per second, above 0. */
  readonly arrivalsPerSecond: number
  /** Whether they come evenly, or as a Poisson process. */
  readonly arrivals: 'even' | 'poisson'
  /** No requests arrive from then on, in milliseconds. */
  readonly untilMs: number
  /** How long a client waits for an answer, in milliseconds. */
  readonly timeoutMs: number
  readonly retry: RetryPolicy
  readonly check: HealthCheck
  readonly promotion: Promotion
  /** How far the standby's copy of the data is behind, in milliseconds. */
  readonly replicationLagMs: number
  readonly faults: readonly Fault[]
  readonly maintenance: readonly Maintenance[]
  /** When the balancer itself fails, and for how long. */
  readonly balancerFault?: { readonly atMs: number; readonly forMs: number }
  /** When a dependency that all servers share fails, and for how long: every answer is an error. */
  readonly dependencyFault?: { readonly atMs: number; readonly forMs: number }
}

/**
 * Refuses parameters that no run can have.
 *
 * @throws RangeError naming the field and its value
 * @example checkParameters({ ...parameters, workers: 0 }) // throws
 */
export function checkParameters(parameters: TrafficParameters): TrafficParameters {
  const { check, retry, promotion } = parameters
  const whole = (value: number, least: number, name: string): void => {
    if (!Number.isSafeInteger(value) || value < least) {
      throw new RangeError(
        `traffic: ${name} must be a whole number of at least ${least}, got ${value}`,
      )
    }
  }
  const time = (value: number, name: string): void => {
    if (!(value >= 0)) throw new RangeError(`traffic: ${name} must be at least 0, got ${value}`)
  }
  whole(parameters.servers, 1, 'servers')
  whole(parameters.workers, 1, 'workers')
  whole(parameters.queue, 0, 'queue')
  whole(retry.retries, 0, 'retries')
  whole(check.fall, 1, 'fall')
  whole(check.rise, 1, 'rise')
  if (!(parameters.arrivalsPerSecond > 0)) {
    throw new RangeError(
      `traffic: arrivalsPerSecond must be above 0, got ${parameters.arrivalsPerSecond}`,
    )
  }
  if (!(check.intervalMs >= 1)) {
    throw new RangeError(`traffic: intervalMs must be at least 1, got ${check.intervalMs}`)
  }
  if (!(check.loss >= 0 && check.loss <= 1)) {
    throw new RangeError(`traffic: loss must lie in [0, 1], got ${check.loss}`)
  }
  time(parameters.serviceMs, 'serviceMs')
  time(parameters.untilMs, 'untilMs')
  time(parameters.timeoutMs, 'timeoutMs')
  time(check.timeoutMs, 'timeoutMs of the check')
  time(promotion.decideMs, 'decideMs')
  time(promotion.promoteMs, 'promoteMs')
  time(promotion.warmUpMs, 'warmUpMs')
  time(parameters.replicationLagMs, 'replicationLagMs')
  for (const { servers } of parameters.faults) {
    for (const server of servers) {
      if (!(Number.isSafeInteger(server) && server >= 0 && server < parameters.servers)) {
        throw new RangeError(`traffic: a fault must strike a server that exists, got ${server}`)
      }
    }
  }
  return parameters
}
