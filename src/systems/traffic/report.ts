import type { Entry } from '../../simulation/machine.ts'
import type { Failure, Phase, TrafficNote } from './world.ts'

/** What became of one request. */
export interface Fate {
  readonly request: number
  readonly bornMs: number
  /** When the client knew; absent while it waits. */
  readonly endMs: number | undefined
  readonly outcome: 'served' | 'failed' | 'open'
  /** Why the last attempt failed. */
  readonly why: Failure | undefined
  readonly attempts: number
  /** Another copy finished what one could not. */
  readonly masked: boolean
  /** Answered, and then lost with the server that answered it. */
  readonly lost: boolean
  /** Where each attempt was sent and when; several servers at once in lockstep. */
  readonly sent: readonly { readonly atMs: number; readonly servers: readonly number[] }[]
}

/** A stretch of time with a name. */
export interface Stretch {
  readonly kind: 'detecting' | Phase
  readonly server: number
  readonly fromMs: number
  /** Infinity while it lasts. */
  readonly toMs: number
}

/** A run in numbers. */
export interface TrafficReport {
  readonly fates: readonly Fate[]
  readonly served: number
  readonly failed: number
  readonly lost: number
  /** Served, of those whose fate is known; 1 where none is. */
  readonly availability: number
  /** Latencies of those served, ascending, in milliseconds. */
  readonly latenciesMs: readonly number[]
  /** How detection and the phases of each takeover lie in time. */
  readonly stretches: readonly Stretch[]
  /** How often a server was taken out that was well. */
  readonly falseAlarms: number
  /** Attempts that were sent, per request. */
  readonly attemptsPerRequest: number
}

interface Open {
  fate: Fate
}

function fatesOf(entries: readonly Entry<TrafficNote>[]): readonly Fate[] {
  const fates = new Map<number, Open>()
  const change = (request: number, part: Partial<Fate>): void => {
    const open = fates.get(request)
    if (open) open.fate = { ...open.fate, ...part }
  }
  for (const { atMs, note } of entries) {
    switch (note.kind) {
      case 'arrived':
        fates.set(note.request, {
          fate: {
            request: note.request,
            bornMs: atMs,
            endMs: undefined,
            outcome: 'open',
            why: undefined,
            attempts: 0,
            masked: false,
            lost: false,
            sent: [],
          },
        })
        break
      case 'sent': {
        const sent = fates.get(note.request)?.fate.sent ?? []
        change(note.request, {
          attempts: note.attempt + 1,
          sent: [...sent, { atMs, servers: note.servers }],
        })
        break
      }
      case 'attempt-failed':
        change(note.request, { why: note.why, attempts: note.attempt + 1 })
        break
      case 'masked':
        change(note.request, { masked: true })
        break
      case 'served':
        change(note.request, { outcome: 'served', endMs: atMs })
        break
      case 'failed':
        change(note.request, { outcome: 'failed', endMs: atMs, why: note.why })
        break
      case 'lost':
        for (const request of note.requests) change(request, { lost: true })
        break
      default:
    }
  }
  return [...fates.values()].map(({ fate }) => fate)
}

function stretchesOf(entries: readonly Entry<TrafficNote>[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  /** Since when each server is sick and nobody knows. */
  const sick = new Map<number, number>()
  /** Where the phase stands that lasts; a detection may fall into it. */
  let open: number | undefined
  const close = (atMs: number): void => {
    const phase = open === undefined ? undefined : stretches[open]
    if (phase && open !== undefined) stretches[open] = { ...phase, toMs: atMs }
    open = undefined
  }
  for (const { atMs, note } of entries) {
    if (note.kind === 'struck' && note.fault !== 'slow') {
      if (!sick.has(note.server)) sick.set(note.server, atMs)
    } else if (note.kind === 'maintained') {
      sick.set(note.server, atMs)
    } else if (note.kind === 'healed') sick.delete(note.server)
    else if (note.kind === 'taken-out') {
      // Whoever was being promoted is no longer, and perhaps there is nobody else.
      if (open !== undefined && stretches[open]?.server === note.server) close(atMs)
      const fromMs = sick.get(note.server)
      sick.delete(note.server)
      if (fromMs !== undefined) {
        stretches.push({ kind: 'detecting', server: note.server, fromMs, toMs: atMs })
      }
    } else if (note.kind === 'phase') {
      close(atMs)
      if (note.phase !== 'serving') {
        stretches.push({ kind: note.phase, server: note.server, fromMs: atMs, toMs: Infinity })
        open = stretches.length - 1
      }
    }
  }
  return stretches
}

/** The value below which a share of these lies, by the nearest rank; NaN-free: 0 where there are none. */
export function percentile(ascending: readonly number[], share: number): number {
  const rank = Math.max(1, Math.ceil(share * ascending.length))
  return ascending[rank - 1] ?? 0
}

/**
 * A run in numbers, from its event table.
 *
 * @param entries the event table of a traffic world, as far as it is to be counted
 */
export function reportOf(entries: readonly Entry<TrafficNote>[]): TrafficReport {
  const fates = fatesOf(entries)
  const served = fates.filter(({ outcome }) => outcome === 'served')
  const failed = fates.filter(({ outcome }) => outcome === 'failed').length
  const attempts = fates.reduce((sum, fate) => sum + fate.attempts, 0)
  const known = served.length + failed
  return {
    fates,
    served: served.length,
    failed,
    lost: fates.filter(({ lost }) => lost).length,
    availability: known === 0 ? 1 : served.length / known,
    latenciesMs: served
      .map(({ bornMs, endMs }) => (endMs ?? bornMs) - bornMs)
      .toSorted((first, second) => first - second),
    stretches: stretchesOf(entries),
    falseAlarms: entries.filter(({ note }) => note.kind === 'taken-out' && !note.rightly).length,
    attemptsPerRequest: fates.length === 0 ? 0 : attempts / fates.length,
  }
}
