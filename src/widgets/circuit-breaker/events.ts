import * as m from '#messages/messages.js'
import type { Timeline } from '../../frame/contract.ts'
import type { Turning } from '../../systems/circuit-breaker/run-trace.ts'
import type { Driven } from './drive.ts'
import type { BreakerModel, BreakerValues } from './model.ts'
import { LENGTH_MS, inTrouble } from '../../systems/circuit-breaker/provider.ts'
import { healthWords, levelWords, ruleWords, seconds } from './words.ts'

/** Why the breaker changed its state, in a sentence. */
export function turningWords(values: BreakerValues, { to, cause, level }: Turning): string {
  const openTime = seconds(values.openSeconds * 1000)
  const many = values.library === 'resilience4j'
  switch (to) {
    case 'half-open':
      return cause === 'timer'
        ? m.breaker_event_timer({ seconds: openTime })
        : m.breaker_event_call({ seconds: openTime })
    case 'open':
      if (cause === 'rule')
        return m.breaker_event_trips({
          counted: levelWords(values, level.value),
          rule: ruleWords(values),
          seconds: openTime,
        })
      if (cause === 'late') return m.breaker_event_late_failed({ seconds: openTime })
      return many
        ? m.breaker_event_probes_failed({ rule: ruleWords(values), seconds: openTime })
        : m.breaker_event_probe_failed({ seconds: openTime })
    case 'closed':
      if (cause === 'late') return m.breaker_event_late_served()
      return many ? m.breaker_event_probes_served() : m.breaker_event_probe_served()
  }
}

/** A call that is turned away a while after the last one is news; those close upon it are not. */
const NEWS_MS = 2000

function bulkheadRows(values: BreakerValues, calls: readonly Driven[]): Timeline['entries'] {
  let lastMs = -Infinity
  return calls.flatMap(({ atMs, shed }) => {
    if (!shed) return []
    const news = atMs - lastMs > NEWS_MS
    lastMs = atMs
    return news ? [{ atMs, text: m.breaker_event_shed({ count: String(values.atOnce) }) }] : []
  })
}

/** How the run lies in time: at rest it is over, and the whole of it can be read. */
export function timeline({ values, health, guarded }: BreakerModel): Timeline {
  const provider = health
    .filter((spell, index) => index > 0 || inTrouble(spell))
    .map((spell) => ({
      atMs: spell.fromMs,
      text: m.breaker_event_provider({ state: healthWords(spell) }),
    }))
  const breaker = guarded.turnings.map((turning) => ({
    atMs: turning.atMs,
    text: turningWords(values, turning),
  }))
  return {
    lengthMs: LENGTH_MS,
    restMs: LENGTH_MS,
    pace: 6000,
    chance: true,
    entries: [...provider, ...breaker, ...bulkheadRows(values, guarded.calls)].toSorted(
      (first, second) => first.atMs - second.atMs,
    ),
  }
}
