import type { Driven } from './drive.ts'
import type { BreakerModel } from './model.ts'
import { inTrouble } from '../../systems/circuit-breaker/provider.ts'

/** What the calls of one client came to. */
export interface Outcome {
  /** Calls that their users saw fail. */
  readonly errors: number
  /** Calls that were answered by the fallback. */
  readonly standIns: number
  /** Calls that reached the provider in trouble, or at all where it had none. */
  readonly reached: number
  /** How long a user waited for an error or a stand-in, on average, in milliseconds. */
  readonly waitMs: number
}

const isOf = (fate: Driven['fate']) => (call: Driven) => call.fate === fate

/** How many calls had this fate. */
export const countOf = (calls: readonly Driven[], fate: Driven['fate']): number =>
  calls.filter(isOf(fate)).length

function outcomeOf(model: BreakerModel, calls: readonly Driven[], fallback: boolean): Outcome {
  const sick = model.health.filter(inTrouble)
  const bad = calls.filter(({ fate }) => fate !== 'served')
  const counts = ({ atMs }: Driven) =>
    sick.length === 0 || sick.some(({ fromMs, toMs }) => atMs >= fromMs && atMs < toMs)
  const waited = bad.reduce((sum, { atMs, endMs }) => sum + endMs - atMs, 0)
  return {
    errors: fallback ? 0 : bad.length,
    standIns: fallback ? bad.length : 0,
    reached: calls.filter((call) => call.fate !== 'rejected' && counts(call)).length,
    waitMs: bad.length === 0 ? 0 : waited / bad.length,
  }
}

export const guardedOutcome = (model: BreakerModel): Outcome =>
  outcomeOf(model, model.guarded.calls, model.values.fallback !== 'error')

export const plainOutcome = (model: BreakerModel): Outcome => outcomeOf(model, model.plain, false)

/** Calls that were turned away and would have been served. */
export const lostCount = ({ guarded, plain }: BreakerModel): number =>
  guarded.calls.filter(({ fate }, index) => fate === 'rejected' && plain[index]?.fate === 'served')
    .length

/** The share of calls that a provider in trouble was spared. */
export function sparedShare(model: BreakerModel): number {
  const without = plainOutcome(model).reached
  return without === 0 ? 0 : 1 - guardedOutcome(model).reached / without
}

/** How old the oldest answer was that a cache gave out, in milliseconds. */
export function oldestAnswerMs({ guarded }: BreakerModel): number {
  const served = guarded.calls.filter(isOf('served'))
  return guarded.calls
    .filter(({ fate }) => fate !== 'served')
    .reduce((oldest, { endMs }) => {
      const last = served.findLast((other) => other.endMs <= endMs)
      return Math.max(oldest, last ? endMs - last.endMs : 0)
    }, 0)
}
