import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { BreakerState } from '../../systems/circuit-breaker/breaker.ts'
import { number, percent } from '../../ui/format.ts'
import { SLOW_MS } from '../../systems/circuit-breaker/calls.ts'
import { countsInRow } from '../../systems/circuit-breaker/design.ts'
import { type BreakerValues } from './model.ts'
import type { Health } from '../../systems/circuit-breaker/provider.ts'

export const whole = (value: number): string => number(getLocale(), value)

export const seconds = (ms: number): string =>
  m.breaker_seconds({ seconds: number(getLocale(), ms / 1000, 3) })

/** In two digits, where there is little room. */
export const roughly = (ms: number): string =>
  m.breaker_seconds({ seconds: number(getLocale(), ms / 1000, 2) })

export const STATES = {
  closed: m.breaker_closed,
  open: m.breaker_open,
  'half-open': m.breaker_half_open,
} as const satisfies Readonly<Record<BreakerState['kind'], () => string>>

/** How the provider does, in a word or three. */
export function healthWords({ failing, slow }: Health): string {
  if (slow) return m.breaker_health_slow({ seconds: seconds(SLOW_MS) })
  if (failing === 0) return m.breaker_health_well()
  return failing === 1
    ? m.breaker_health_down()
    : m.breaker_health_failing({ share: percent(getLocale(), failing) })
}

/** What the rule has counted, or what it trips at. */
export const levelWords = (values: BreakerValues, level: number): string =>
  countsInRow(values)
    ? m.breaker_level_row({ count: level })
    : m.breaker_level_share({ share: percent(getLocale(), level, 3) })

/** The rule in words: at or above how much it trips. */
export function ruleWords(values: BreakerValues): string {
  if (countsInRow(values)) return m.breaker_rule_row({ count: values.failures })
  const share = percent(getLocale(), values.threshold, 3)
  return values.library === 'resilience4j'
    ? m.breaker_rule_at({ share })
    : m.breaker_rule_above({ share })
}
