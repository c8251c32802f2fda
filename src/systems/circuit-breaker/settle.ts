import { type Breaker, type BreakerState, type Turn, dueAtMs, elapse, turnTo } from './breaker.ts'
import { ended, tallyOf, trips } from './tally.ts'

/** How a call that was let through ended. */
export type Outcome = 'success' | 'failure'

/** What one result does: what is counted, and the state it leads to, if to another. */
interface Consequence {
  readonly breaker: Breaker
  readonly to?: 'closed' | 'open'
}

/** Only a probe can close it; a late failure can open it, even while a probe is under way. */
function ofCockatiel(breaker: Breaker, failed: boolean, probe: boolean, atMs: number): Consequence {
  const { settings, state } = breaker
  const before = probe && !failed ? tallyOf(settings.rule) : breaker.tally
  const tally = ended(before, failed, atMs)
  const counted = { ...breaker, tally }
  if (failed) return probe || trips(tally) ? { breaker: counted, to: 'open' } : { breaker: counted }
  return probe && state.kind === 'half-open'
    ? { breaker: counted, to: 'closed' }
    : { breaker: counted }
}

/** While it is half-open the first result decides, even that of a call let through long before. */
function ofOpossum(breaker: Breaker, failed: boolean, atMs: number): Consequence {
  const tally = ended(breaker.tally, failed, atMs)
  const counted = { ...breaker, tally }
  if (breaker.state.kind === 'half-open')
    return { breaker: counted, to: failed ? 'open' : 'closed' }
  return failed && trips(tally) ? { breaker: counted, to: 'open' } : { breaker: counted }
}

/** Results go to the state that they meet, and each state counts anew. */
function ofResilience4j(breaker: Breaker, failed: boolean, atMs: number): Consequence {
  const { settings, state } = breaker
  switch (state.kind) {
    case 'open':
      return { breaker }
    case 'closed': {
      const tally = ended(breaker.tally, failed, atMs)
      const counted = { ...breaker, tally }
      return trips(tally) ? { breaker: counted, to: 'open' } : { breaker: counted }
    }
    case 'half-open': {
      const failures = state.failures + (failed ? 1 : 0)
      const successes = state.successes + (failed ? 0 : 1)
      const total = failures + successes
      const counted = { ...breaker, state: { ...state, failures, successes } }
      if (total < settings.probesToDecide) return { breaker: counted }
      return failures / total >= settings.probeThreshold
        ? { breaker: counted, to: 'open' }
        : { breaker: { ...counted, tally: tallyOf(settings.rule) }, to: 'closed' }
    }
  }
}

function consequence(breaker: Breaker, failed: boolean, probe: boolean, atMs: number): Consequence {
  switch (breaker.settings.semantics) {
    case 'cockatiel':
      return ofCockatiel(breaker, failed, probe, atMs)
    case 'opossum':
      return ofOpossum(breaker, failed, atMs)
    case 'resilience4j':
      return ofResilience4j(breaker, failed, atMs)
  }
}

/**
 * Tells the breaker how a call ended that it had let through.
 *
 * A call that ends in the very millisecond in which the timer is due comes first: it was there
 * before the timer was set.
 *
 * @param breaker as it was
 * @param call its number, of a call that was admitted and has not ended
 * @param outcome how it ended
 * @param atMs when, in whole milliseconds, not before what was done last
 * @returns also the calls that waited for this one, in their order: offer them again at once
 * @throws RangeError if `atMs` is not such a time, or `call` no such call
 * @source nygard-2007
 * @example settle(offer(createBreaker({ semantics: 'opossum' }), 1, 0).breaker, 1, 'failure', 5).changes // [{ atMs: 5, to: 'open' }]
 */
export function settle(
  breaker: Breaker,
  call: number,
  outcome: Outcome,
  atMs: number,
): Turn & { readonly released: readonly number[] } {
  const own = breaker.underWay.find((other) => other.call === call)
  if (!own) throw new RangeError(`settle: call must be under way, got ${call}`)
  const passed =
    dueAtMs(breaker) === atMs
      ? { breaker: { ...breaker, nowMs: atMs }, changes: [] }
      : elapse(breaker, atMs)
  const met = {
    ...passed.breaker,
    underWay: breaker.underWay.filter((other) => other !== own),
    waiting: breaker.waiting.filter(({ probe }) => probe !== call),
  }
  const { breaker: counted, to } = consequence(met, outcome === 'failure', own.probe, atMs)
  const state: BreakerState =
    to === 'open' ? { kind: 'open', openedAtMs: atMs } : { kind: 'closed' }
  const turned =
    to === undefined || to === counted.state.kind
      ? { breaker: counted, changes: [] }
      : turnTo(counted, state, atMs)
  return {
    breaker: turned.breaker,
    changes: [...passed.changes, ...turned.changes],
    released: breaker.waiting.filter(({ probe }) => probe === call).map((other) => other.call),
  }
}
