import type { Entry } from '../../simulation/machine.ts'
import type {
  ReplicationNote,
  ReplicationWorld,
  ServerId,
} from '../../systems/replication/world.ts'
import { LENGTH_MS } from './fixed.ts'
import type { Span } from './spells.ts'

export const PHASES = ['detect', 'decide', 'promote', 'reconnect', 'write'] as const
export type Phase = (typeof PHASES)[number]

/** From the moment a primary was missed until a client's write succeeds at the next one. */
export interface Takeover {
  readonly missedMs: number
  /** Who took over; nobody did so far. */
  readonly by: ServerId | undefined
  /** Whether it is over. */
  readonly over: boolean
  readonly phases: readonly (Span & { readonly phase: Phase })[]
}

export const lengthOf = ({ phases }: Takeover): number =>
  phases.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)

/** How long a phase was. */
export const phaseMs = ({ phases }: Takeover, phase: Phase): number =>
  phases.reduce((sum, one) => sum + (one.phase === phase ? one.toMs - one.fromMs : 0), 0)

/** Phases from the moments at which they end; of those that had not begun there is none. */
function phased(missedMs: number, ends: readonly number[]): Takeover['phases'] {
  return ends.map((toMs, index) => ({
    phase: PHASES[index] ?? 'write',
    fromMs: ends[index - 1] ?? missedMs,
    toMs,
  }))
}

/** The takeovers of a run, the last of which may still be going on at its end. */
export function takeoversOf(
  entries: readonly Entry<ReplicationNote>[],
  last: ReplicationWorld,
): readonly Takeover[] {
  const takeovers: Takeover[] = []
  for (const { atMs, note } of entries) {
    const outage = last.outages[takeovers.length]
    if (note.kind !== 'promoted' || !outage) continue
    const { detectMs, decideMs, applyMs } = outage
    const missedMs = atMs - applyMs - decideMs - detectMs
    const knownMs = entries.find(
      (later) =>
        later.atMs >= atMs && later.note.kind === 'redirected' && later.note.server === note.server,
    )?.atMs
    const heardMs = last.fates.find(
      (fate) => fate.at === note.server && fate.acknowledgedMs !== undefined && fate.sentMs >= atMs,
    )?.acknowledgedMs
    const until = heardMs ?? LENGTH_MS
    takeovers.push({
      missedMs,
      by: note.server,
      over: heardMs !== undefined,
      phases: phased(missedMs, [
        missedMs + detectMs,
        missedMs + detectMs + decideMs,
        atMs,
        Math.min(until, knownMs ?? LENGTH_MS),
        until,
      ]),
    })
  }
  const { missedMs, suspectedMs } = last
  if (missedMs === undefined) return takeovers
  const begun = Object.values(last.servers).flatMap(({ promotedMs }) => promotedMs ?? [])
  const ends = suspectedMs === undefined ? [] : [suspectedMs, ...begun.slice(0, 1)]
  return [
    ...takeovers,
    { missedMs, by: undefined, over: false, phases: phased(missedMs, [...ends, LENGTH_MS]) },
  ]
}
