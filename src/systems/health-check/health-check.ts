import { requireWholeNumber } from '../../reliability/domain.ts'

/** How often a server is probed, and how many results change one's mind. */
export interface HealthCheckOptions {
  /** Time between probes of a server without doubt, in milliseconds of at least 1; 2000 by default. */
  readonly interMs?: number
  /** The same between the first sign of a change and the decision; `interMs` by default. */
  readonly fastInterMs?: number
  /** The same for a server that is down; `interMs` by default. */
  readonly downInterMs?: number
  /** Failed probes in a row that take a server out, a whole number of at least 1; 3 by default. */
  readonly fall?: number
  /** Good probes in a row that bring it back, a whole number of at least 1; 2 by default. */
  readonly rise?: number
}

/**
 * What is believed of a server, as plain JSON. One that is up counts down the failures it can still
 * bear, one that is down counts up the good probes it has had.
 */
export type Health =
  | { readonly kind: 'up'; readonly failuresLeft: number }
  | { readonly kind: 'down'; readonly successes: number }

/** A health check at one moment. */
export interface HealthCheck {
  readonly options: Required<HealthCheckOptions>
  readonly health: Health
}

const MOST = Number.MAX_SAFE_INTEGER

/**
 * The check of a server that was just started.
 *
 * HAProxy takes it for up, but on its last chance: one bad probe takes it out, one good one clears
 * it.
 *
 * @param options see {@link HealthCheckOptions} for ranges and defaults
 * @throws RangeError if an option is out of its range
 * @source haproxy-2022
 * @example startHealthCheck({ fall: 3 }).health // { kind: 'up', failuresLeft: 1 }
 */
export function startHealthCheck(options: HealthCheckOptions): HealthCheck {
  const whole = (value: number, name: string): number =>
    requireWholeNumber(value, 1, MOST, name, 'startHealthCheck')
  const interMs = whole(options.interMs ?? 2000, 'interMs')
  return {
    options: {
      interMs,
      fastInterMs: whole(options.fastInterMs ?? interMs, 'fastInterMs'),
      downInterMs: whole(options.downInterMs ?? interMs, 'downInterMs'),
      fall: whole(options.fall ?? 3, 'fall'),
      rise: whole(options.rise ?? 2, 'rise'),
    },
    health: { kind: 'up', failuresLeft: 1 },
  }
}

function next({ options, health }: HealthCheck, good: boolean): Health {
  const { fall, rise } = options
  if (health.kind === 'up') {
    if (good) return { kind: 'up', failuresLeft: fall }
    const failuresLeft = health.failuresLeft - 1
    return failuresLeft > 0 ? { kind: 'up', failuresLeft } : { kind: 'down', successes: 0 }
  }
  const successes = good ? health.successes + 1 : 0
  return successes >= rise ? { kind: 'up', failuresLeft: fall } : { kind: 'down', successes }
}

/**
 * The check after one more probe. A single good probe wipes out all failures before it, and a
 * single bad one all good ones.
 *
 * @param check as it was
 * @param good whether the probe succeeded
 * @source haproxy-2022
 * @example probed(startHealthCheck({}), false).health // { kind: 'down', successes: 0 }
 */
export function probed(check: HealthCheck, good: boolean): HealthCheck {
  return { ...check, health: next(check, good) }
}

/**
 * How long after this probe the next one comes: soon while a change is under way.
 *
 * @param check after the probe
 * @returns milliseconds
 * @source haproxy-2022
 * @example intervalMs(startHealthCheck({ fastInterMs: 200 })) // 200
 */
export function intervalMs({ options, health }: HealthCheck): number {
  if (health.kind === 'up') {
    return health.failuresLeft === options.fall ? options.interMs : options.fastInterMs
  }
  return health.successes === 0 ? options.downInterMs : options.fastInterMs
}

/**
 * What HAProxy's table says of the server: `UP`, `UP 2/3`, `UP 1/3`, `DOWN`, `DOWN 1/2`.
 *
 * @param check as it is
 * @example statusText(startHealthCheck({ fall: 3 })) // 'UP 1/3'
 */
export function statusText({ options, health }: HealthCheck): string {
  if (health.kind === 'down') {
    return health.successes === 0 ? 'DOWN' : `DOWN ${health.successes}/${options.rise}`
  }
  const { failuresLeft } = health
  return failuresLeft === options.fall ? 'UP' : `UP ${failuresLeft}/${options.fall}`
}
