import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { type Expression, constant, fraction, row, variable } from '../../frame/expression.ts'
import { breakerWindow, callsUntilTrip } from '../../reliability/circuit-breaker.ts'
import { number, percent } from '../../ui/format.ts'
import { SLOW_MS, USUAL_FAILURES } from '../../systems/circuit-breaker/calls.ts'
import { countsInRow } from '../../systems/circuit-breaker/design.ts'
import { type BreakerModel, THREADS, mostHeld } from './model.ts'
import {
  countOf,
  guardedOutcome,
  lostCount,
  oldestAnswerMs,
  plainOutcome,
  sparedShare,
} from './outcome.ts'
import { seconds, whole } from './words.ts'

/** A breaker that closes this much later than it could have costs more than it gave. */
const LATE_MS = 15_000

const share = (value: number): string => percent(getLocale(), value, 3)

/** Calls that the bulkhead turned away. */
const shedCount = ({ guarded }: BreakerModel): number =>
  guarded.calls.filter(({ shed }) => shed).length

/** Longer than the open time itself: what the sluggish one is told. */
const isLate = ({ againMs = 0 }: BreakerModel): boolean => againMs > LATE_MS

function closedAllAlong(model: BreakerModel): Verdict {
  const { trouble, givesUp } = model.values
  switch (trouble) {
    case 'none':
      return { tone: 'works', text: m.breaker_verdict_calm() }
    case 'blip':
      return { tone: 'works', text: m.breaker_verdict_blip() }
    case 'slow': {
      if (givesUp) return { tone: 'neutral', text: m.breaker_verdict_below() }
      const held = mostHeld(model.guarded.calls)
      const said = {
        seconds: seconds(SLOW_MS),
        held: whole(held),
        threads: whole(THREADS),
        shed: whole(shedCount(model)),
      }
      return shedCount(model) > 0
        ? { tone: 'neutral', text: m.breaker_verdict_bulkhead(said) }
        : { tone: 'fails', text: m.breaker_verdict_slow(said) }
    }
    default:
      return { tone: 'neutral', text: m.breaker_verdict_below() }
  }
}

export function verdict(model: BreakerModel): Verdict {
  const { guarded, falseOpens, recoveredMs, againMs } = model
  if (guarded.turnings.length === 0) return closedAllAlong(model)
  const turnedAway = countOf(guarded.calls, 'rejected')
  const rejected = whole(turnedAway)
  const lost = lostCount(model)
  if (falseOpens.length === guarded.turnings.filter(({ to }) => to === 'open').length)
    return {
      tone: 'fails',
      text: m.breaker_verdict_false({ count: falseOpens.length, rejected }),
    }
  if (recoveredMs !== undefined && againMs === undefined)
    return { tone: 'fails', text: m.breaker_verdict_never({ rejected }) }
  if (isLate(model))
    return { tone: 'fails', text: m.breaker_verdict_late({ seconds: seconds(againMs ?? 0) }) }
  const given = { rejected, spared: share(sparedShare(model)) }
  const dear = lost * 2 > turnedAway
  switch (model.values.fallback) {
    case 'error':
      return dear
        ? { tone: 'neutral', text: m.breaker_verdict_dear({ ...given, lost: whole(lost) }) }
        : { tone: 'works', text: m.breaker_verdict_spared({ ...given, lost: whole(lost) }) }
    case 'cached':
      return {
        tone: 'neutral',
        text: m.breaker_verdict_cached({ ...given, seconds: seconds(oldestAnswerMs(model)) }),
      }
    case 'default':
      return { tone: 'neutral', text: m.breaker_verdict_default(given) }
  }
}

/** The whole run, for those who do not see it. */
export const describe = (model: BreakerModel): string =>
  m.breaker_description({
    all: whole(model.guarded.calls.length),
    served: whole(countOf(model.guarded.calls, 'served')),
    failed: whole(countOf(model.guarded.calls, 'failed')),
    rejected: whole(countOf(model.guarded.calls, 'rejected')),
    plain: whole(countOf(model.plain, 'failed')),
    verdict: verdict(model).text,
  })

/** How often the usual failures alone would open it. */
function byChance({ values }: BreakerModel): Expression {
  const { failures, threshold, window, library } = values
  const usual = share(USUAL_FAILURES)
  if (countsInRow(values)) {
    const power = USUAL_FAILURES ** -failures
    return row(
      variable('N', number(getLocale(), callsUntilTrip(failures, USUAL_FAILURES))),
      '=',
      fraction(
        row(variable('q⁻ᶠ', number(getLocale(), power)), '−', constant('1')),
        row(constant('1'), '−', variable('q', usual)),
      ),
    )
  }
  // The least whole number of failures that trips; above the threshold that is one more. At
  // 0.55 of 20 the product is more than 11 in doubles, and yet 11 meet it.
  const exact = threshold * window
  const least = library === 'resilience4j' ? Math.ceil(exact - 1e-9) : Math.floor(exact) + 1
  const opens = breakerWindow({ window, threshold: least, failureProbability: USUAL_FAILURES })
  return row(
    variable(m.breaker_symbol_chance(), number(getLocale(), opens.unreliability)),
    '=',
    variable(
      'P(X ≥ t)',
      m.breaker_symbol_window({ least: whole(least), window: whole(window), share: usual }),
    ),
  )
}

export function readings(model: BreakerModel): readonly Reading[] {
  const [mine, plain] = [guardedOutcome(model), plainOutcome(model)]
  const against = (value: string) => m.breaker_without({ value })
  const { againMs, recoveredMs, values } = model
  return [
    {
      id: 'errors',
      label: m.breaker_reading_errors(),
      value: whole(mine.errors),
      unit: against(whole(plain.errors)),
    },
    ...(values.fallback === 'error'
      ? []
      : [
          {
            id: 'stand-ins',
            label:
              values.fallback === 'cached'
                ? m.breaker_reading_cached()
                : m.breaker_reading_default(),
            value: whole(mine.standIns),
          },
        ]),
    {
      id: 'load',
      label: recoveredMs === undefined ? m.breaker_reading_calls() : m.breaker_reading_load(),
      value: whole(mine.reached),
      unit: against(whole(plain.reached)),
    },
    {
      id: 'wait',
      label: m.breaker_reading_wait(),
      value: number(getLocale(), mine.waitMs / 1000, 2),
      unit: m.breaker_seconds_without({ seconds: number(getLocale(), plain.waitMs / 1000, 2) }),
    },
    {
      id: 'held',
      label: m.breaker_reading_held(),
      value: whole(mostHeld(model.guarded.calls)),
      unit: m.breaker_held_without({ plain: whole(mostHeld(model.plain)) }),
    },
    ...(againMs === undefined
      ? []
      : [
          {
            id: 'again',
            label: m.breaker_reading_again(),
            value: number(getLocale(), againMs / 1000, 3),
            unit: 's',
          },
        ]),
    {
      id: 'false-opens',
      label: m.breaker_reading_false(),
      value: whole(model.falseOpens.length),
      formula: byChance(model),
    },
  ]
}

/** What the provider is spared, of what would have reached it. */
export const formula = (model: BreakerModel): Expression =>
  row(
    variable(m.breaker_symbol_spared(), share(sparedShare(model))),
    '=',
    constant('1'),
    '−',
    fraction(
      variable(m.breaker_symbol_reached(), whole(guardedOutcome(model).reached)),
      variable(m.breaker_symbol_without(), whole(plainOutcome(model).reached)),
    ),
  )
