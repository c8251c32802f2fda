import { type Backoff, type BackoffLimits, lengthened } from '../kubelet/backoff.ts'
import type { CaseLine } from './case-line.ts'

/** A line of this kind, as the program that recorded it writes it; seconds throughout. */
interface Crashes {
  readonly base_s: number
  readonly max_s: number
  readonly container_runtime_s_before_each_crash: number
  readonly sequence: readonly {
    readonly at_s: number
    readonly backoff_s: number
    readonly crash: number
  }[]
}

/** A container that crashes again and again after the same run: when, and how long it then waits. */
const crashLoop: CaseLine = (entry) => {
  const { base_s, max_s, container_runtime_s_before_each_crash, sequence } =
    entry as unknown as Crashes
  const limits: BackoffLimits = { firstMs: base_s * 1000, longestMs: max_s * 1000 }
  let backoff: Backoff | null = null
  let atMs = (sequence[0]?.at_s ?? 0) * 1000
  const got = sequence.map(({ crash }) => {
    const next = lengthened(backoff, atMs, limits)
    const line = { at_s: atMs / 1000, backoff_s: next.ms / 1000, crash }
    backoff = next
    atMs += next.ms + container_runtime_s_before_each_crash * 1000
    return line
  })
  return { got, expected: sequence }
}

/** By the kind of the line. */
export const kubeletCases: Readonly<Record<string, CaseLine>> = {
  kubelet_crashloop_backoff: crashLoop,
}
