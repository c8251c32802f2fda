import * as m from '#messages/messages.js'
import type { DataTable } from './contract.ts'

const FAILED = {
  refused: m.frame_request_refused,
  cut: m.frame_request_cut,
  'timed-out': m.frame_request_timed_out,
  error: m.frame_request_error,
}

/** What became of one request, as the traffic world tells it. */
interface Fate {
  readonly bornMs: number
  /** When its client knew; absent while it waits. */
  readonly endMs: number | undefined
  readonly outcome: 'served' | 'failed' | 'open'
  /** Why the last attempt failed. */
  readonly why: keyof typeof FAILED | undefined
  readonly attempts: number
  /** Another copy finished what one could not. */
  readonly masked: boolean
  /** Answered, and then lost with the server that answered it. */
  readonly lost: boolean
}

/** One way to serve requests, and what became of them there. */
export interface Served {
  readonly design: string
  readonly fates: readonly Fate[]
}

const outcomeOf = ({ outcome, why }: Fate): string => {
  if (outcome === 'failed') return why ? FAILED[why]() : m.frame_request_failed()
  return outcome === 'served' ? m.frame_request_served() : m.frame_request_open()
}

/** What became of each request in each design, for a file: times in milliseconds. */
export const requestsTable = (designs: readonly Served[]): DataTable => ({
  columns: [
    m.frame_request_design(),
    m.frame_request_request(),
    m.frame_request_came(),
    m.frame_request_known(),
    m.frame_request_latency(),
    m.frame_request_outcome(),
    m.frame_request_attempts(),
    m.frame_request_masked(),
    m.frame_request_lost(),
  ],
  rows: designs.flatMap(({ design, fates }) =>
    fates.map((fate, index) => [
      design,
      index + 1,
      fate.bornMs,
      fate.endMs ?? '',
      fate.endMs === undefined ? '' : fate.endMs - fate.bornMs,
      outcomeOf(fate),
      fate.attempts,
      Number(fate.masked),
      Number(fate.lost),
    ]),
  ),
})
