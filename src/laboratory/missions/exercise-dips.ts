import { endpointsOver } from './evidence.ts'
import type { Evidence } from './mission.ts'

/** A stretch in which a Service had fewer ready endpoints than the three it is meant to have. */
export interface Dip {
  readonly fromMs: number
  /** When there were three again; absent while there are not. */
  readonly untilMs?: number
  /** The fewest in it. */
  readonly fewest: number
}

const FULL = 3

/** The times in which a Service had lost endpoints, in order. */
export function dips(evidence: Evidence, key: string): readonly Dip[] {
  const found: Dip[] = []
  let full = false
  let open: Dip | undefined
  for (const { atMs, ready } of endpointsOver(evidence, key)) {
    if (ready >= FULL) {
      if (open) found.push({ ...open, untilMs: atMs })
      open = undefined
      full = true
    } else if (full) {
      open = { fromMs: open?.fromMs ?? atMs, fewest: Math.min(ready, open?.fewest ?? ready) }
    }
  }
  return open ? [...found, open] : found
}

/** How long the longest dip to nothing lasted, with no ready endpoint at all; 0 if there was none. */
export function longestGapMs(evidence: Evidence, key: string): number {
  const over = endpointsOver(evidence, key)
  return Math.max(
    0,
    ...over.flatMap(({ atMs, ready }, index) => {
      // A gap that never ends is a Service that was taken away.
      const next = over[index + 1]
      return ready === 0 && index > 0 && next ? [next.atMs - atMs] : []
    }),
  )
}
