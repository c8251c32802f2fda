import { requireWholeNumber } from '../../reliability/domain.ts'
import { type BreakerOptions, type Settings, settingsOf } from './options.ts'
import { type Tally, offered, tallyOf } from './tally.ts'

/** Closed lets calls through, open turns them away, half-open lets a few through to see. */
export type BreakerState =
  | { readonly kind: 'closed' }
  | { readonly kind: 'open'; readonly openedAtMs: number }
  | {
      readonly kind: 'half-open'
      readonly sinceMs: number
      /** The calls that were let through, by their number. */
      readonly probes: readonly number[]
      /** How those calls ended that have. */
      readonly successes: number
      readonly failures: number
    }

/** A breaker at one moment, as plain JSON. */
export interface Breaker {
  readonly settings: Settings
  readonly state: BreakerState
  /**
   * What the rule has counted. It stands beside the state, because in two of the three libraries
   * the counts outlive it.
   */
  readonly tally: Tally
  /** Calls that were let through and have not ended. */
  readonly underWay: readonly { readonly call: number; readonly probe: boolean }[]
  /** Calls that wait for a probe to end. */
  readonly waiting: readonly { readonly call: number; readonly probe: number }[]
  /** When something was last done with it. */
  readonly nowMs: number
}

/** A change of state. */
export interface Change {
  readonly atMs: number
  readonly to: BreakerState['kind']
}

/** What becomes of a call that is offered: it goes through, is turned away, or waits for a probe. */
export type Decision = 'admitted' | 'rejected' | 'waits'

/** A breaker after something was done with it. */
export interface Turn {
  readonly breaker: Breaker
  /** In the order of their time. */
  readonly changes: readonly Change[]
}

/**
 * A closed breaker at time 0.
 *
 * @param options whose breaker, and how it is set
 * @throws RangeError if an option is out of its range
 * @example createBreaker({ semantics: 'opossum' }).state // { kind: 'closed' }
 */
export function createBreaker(options: BreakerOptions): Breaker {
  const settings = settingsOf(options)
  const { openForMs, rule } = settings
  requireWholeNumber(
    openForMs,
    0,
    Number.MAX_SAFE_INTEGER,
    'the time it stays open',
    'createBreaker',
  )
  return {
    settings,
    state: { kind: 'closed' },
    tally: tallyOf(rule),
    underWay: [],
    waiting: [],
    nowMs: 0,
  }
}

/**
 * The breaker in another state.
 *
 * @param breaker before
 * @param state after
 * @param atMs when, in milliseconds
 * @example turnTo(breaker, { kind: 'closed' }, 5).changes // [{ atMs: 5, to: 'closed' }]
 */
export function turnTo(breaker: Breaker, state: BreakerState, atMs: number): Turn {
  return { breaker: { ...breaker, state, nowMs: atMs }, changes: [{ atMs, to: state.kind }] }
}

function halfOpen(atMs: number): BreakerState {
  return { kind: 'half-open', sinceMs: atMs, probes: [], successes: 0, failures: 0 }
}

/**
 * When the breaker will change by itself.
 *
 * @param breaker as it is
 * @returns a time in milliseconds, or Infinity if it changes with calls only
 * @example dueAtMs(createBreaker({ semantics: 'opossum' })) // Infinity
 */
export function dueAtMs({ settings, state }: Breaker): number {
  const byTimer = settings.semantics === 'opossum' && state.kind === 'open'
  return byTimer ? state.openedAtMs + settings.openForMs : Infinity
}

/**
 * Lets time pass.
 *
 * @param breaker as it was
 * @param atMs until when, in whole milliseconds, not before what was done last
 * @throws RangeError if `atMs` is not such a time
 * @example elapse(createBreaker({ semantics: 'opossum' }), 1000).changes // []
 */
export function elapse(breaker: Breaker, atMs: number): Turn {
  requireWholeNumber(atMs, breaker.nowMs, Number.MAX_SAFE_INTEGER, 'atMs', 'circuitBreaker')
  const due = dueAtMs(breaker)
  if (due > atMs) return { breaker: { ...breaker, nowMs: atMs }, changes: [] }
  const { breaker: turned, changes } = turnTo(breaker, halfOpen(due), due)
  return { breaker: { ...turned, nowMs: atMs }, changes }
}

/** Whether a call that comes now would make an open breaker half-open. */
function waitedEnough({ settings, state }: Breaker, atMs: number): boolean {
  if (state.kind !== 'open') return false
  const openMs = atMs - state.openedAtMs
  switch (settings.semantics) {
    case 'cockatiel':
      return openMs >= settings.openForMs
    case 'resilience4j':
      return openMs > settings.openForMs
    case 'opossum':
      return false
  }
}

function decide({ settings, state }: Breaker): Decision {
  switch (state.kind) {
    case 'closed':
      return 'admitted'
    case 'open':
      return 'rejected'
    case 'half-open':
      if (state.probes.length < settings.probes) return 'admitted'
      return settings.semantics === 'cockatiel' ? 'waits' : 'rejected'
  }
}

/** Writes down what was decided about a call. */
function enter(breaker: Breaker, call: number, decision: Decision): Breaker {
  const { state, underWay, waiting } = breaker
  if (decision === 'rejected') return breaker
  if (state.kind !== 'half-open') {
    return { ...breaker, underWay: [...underWay, { call, probe: false }] }
  }
  if (decision === 'waits') {
    return { ...breaker, waiting: [...waiting, { call, probe: state.probes[0] ?? call }] }
  }
  return {
    ...breaker,
    state: { ...state, probes: [...state.probes, call] },
    underWay: [...underWay, { call, probe: true }],
  }
}

/**
 * Offers a call to the breaker.
 *
 * @param breaker as it was
 * @param call the caller's number for it, not that of a call that has not ended
 * @param atMs when, in whole milliseconds, not before what was done last
 * @throws RangeError if `atMs` is not such a time, or `call` not such a number
 * @source nygard-2007
 * @example offer(createBreaker({ semantics: 'opossum' }), 1, 0).decision // 'admitted'
 */
export function offer(
  breaker: Breaker,
  call: number,
  atMs: number,
): Turn & { readonly decision: Decision } {
  requireWholeNumber(call, 0, Number.MAX_SAFE_INTEGER, 'call', 'circuitBreaker')
  if ([...breaker.underWay, ...breaker.waiting].some((other) => other.call === call)) {
    throw new RangeError(`circuitBreaker: call must not be under way already, got ${call}`)
  }
  const passed = elapse(breaker, atMs)
  const counted = { ...passed.breaker, tally: offered(passed.breaker.tally, atMs) }
  const opened = waitedEnough(counted, atMs)
    ? turnTo(counted, halfOpen(atMs), atMs)
    : { breaker: counted, changes: [] }
  const decision = decide(opened.breaker)
  return {
    breaker: enter(opened.breaker, call, decision),
    changes: [...passed.changes, ...opened.changes],
    decision,
  }
}
