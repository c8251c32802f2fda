import type { Tally } from './tally.ts'

/** How much a rule has counted: failures in a row, or a share of failures from 0 to 1. */
export interface Level {
  readonly value: number
  /** Whether there were calls enough for the rule to trip at all. */
  readonly enough: boolean
}

const sum = <Item>(items: readonly Item[], of: (item: Item) => number) =>
  items.reduce((total, item) => total + of(item), 0)

const share = (failures: number, calls: number, least: number): Level => ({
  // Failures of calls that were offered long ago may outnumber the calls that are looked at.
  value: calls === 0 ? 0 : Math.min(1, failures / calls),
  enough: calls >= least,
})

/** What the rule compares with its threshold. */
export function levelOf(tally: Tally): Level {
  switch (tally.kind) {
    case 'consecutive':
      return { value: tally.failures, enough: true }
    case 'last-calls': {
      const { failed, rule } = tally
      return share(failed.filter(Boolean).length, failed.length, rule.minimumCalls)
    }
    case 'rolling-percentage': {
      const { buckets, rule } = tally
      const calls = sum(buckets, (bucket) => bucket.calls)
      return share(
        sum(buckets, (bucket) => bucket.failures),
        calls,
        rule.volumeThreshold,
      )
    }
    case 'sampling': {
      const failures = sum(tally.windows, (window) => window.failures)
      return share(failures, failures + sum(tally.windows, (window) => window.successes), 0)
    }
  }
}
