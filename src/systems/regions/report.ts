import type { Entry } from '../../simulation/machine.ts'
import { serversAtRest, SHARE } from './capacity.ts'
import { REGIONS, type RegionsParameters } from './parameters.ts'
import { servedShare } from './traffic.ts'
import type { RegionsNote, Traffic } from './world.ts'

/** The phases of a recovery, in their order. */
export const PHASES = ['detect', 'decide', 'promote', 'steer'] as const
export type PhaseId = (typeof PHASES)[number]

/** From one moment to another, in milliseconds. */
export interface Phase {
  readonly id: PhaseId
  readonly fromMs: number
  readonly toMs: number
}

/** What came after the first fault. */
export interface Recovery {
  readonly struckMs: number
  /** When so many users were served again as it takes; undefined where they never were. */
  readonly servedMs: number | undefined
  /** Those that happened; each ends where the next one begins. */
  readonly phases: readonly Phase[]
}

/**
 * The recovery time of a run, by its phases: until somebody suspects the fault, until it is decided to
 * promote, until the new primary takes writes, and until so many users have found their way. Their
 * sum is the recovery time, since each ends where the next begins.
 *
 * @param entries what happened, in order
 * @param samples the traffic, in order
 * @param enough the share of users that must be served again, in [0, 1]
 * @param untilMs the end of what is looked at
 * @returns undefined where there was no fault, or always enough were served
 */
export function recovery(
  entries: readonly Entry<RegionsNote>[],
  samples: readonly Traffic[],
  enough: number,
  untilMs: number,
): Recovery | undefined {
  const struckMs = entries.find(
    ({ note }) => note.kind === 'region-lost' || note.kind === 'link-cut',
  )?.atMs
  if (struckMs === undefined) return undefined
  const low = samples.findIndex((each) => each.atMs >= struckMs && servedShare(each) < enough)
  if (low < 0) return undefined
  const servedMs = samples.slice(low).find((each) => servedShare(each) >= enough)?.atMs
  const endMs = servedMs ?? untilMs
  const promoted = entries.find(({ atMs, note }) => note.kind === 'promoted' && atMs >= struckMs)
  const chosen = promoted && promoted.note.kind === 'promoted' ? promoted.note.region : undefined
  const first = (kind: 'suspected' | 'decided') =>
    entries.find(
      ({ atMs, note }) =>
        atMs >= struckMs && note.kind === kind && (!chosen || note.region === chosen),
    )?.atMs
  const steered = entries.find(
    ({ atMs, note }) => note.kind === 'steered' && atMs >= struckMs,
  )?.atMs
  // Where no primary was replaced, it is the probes from outside that found the fault.
  const marks = chosen
    ? [first('suspected'), first('decided'), promoted?.atMs]
    : [first('suspected') ?? steered]
  const phases: Phase[] = []
  let fromMs = struckMs
  for (const [index, mark] of marks.entries()) {
    const id = PHASES[index]
    const toMs = Math.min(endMs, mark ?? endMs)
    if (id && toMs >= fromMs) phases.push({ id, fromMs, toMs })
    fromMs = Math.max(fromMs, toMs)
  }
  if (endMs > fromMs) phases.push({ id: 'steer', fromMs, toMs: endMs })
  return { struckMs, servedMs, phases }
}

/** Acknowledged writes that were lost. */
export interface Loss {
  readonly writes: number
  /** The time that they were written in, in milliseconds. */
  readonly spanMs: number
}

/** The recovery point of a run: what was promised to clients, and is not in the copy that counts. */
export function lossOf(entries: readonly Entry<RegionsNote>[], tickMs: number): Loss {
  const lost = entries.flatMap(({ note }) => (note.kind === 'lost' ? [note] : []))
  return {
    writes: lost.reduce((sum, { writes }) => sum + writes, 0),
    spanMs: lost.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs + tickMs, 0),
  }
}

/** One copy of the database costs as much as servers for so large a share of one region's users. */
export const COPY_COST = 0.5
/** Sending all writes to one more region costs as much. */
export const TRAFFIC_COST = 0.1

/** What runs in quiet times, in servers' worth of one region's users. */
export interface Cost {
  readonly servers: number
  readonly copies: number
  readonly traffic: number
  /** All of it, over what one region alone would cost that serves everybody. */
  readonly relative: number
}

/** What a strategy costs in quiet times: servers, copies of the data, and the traffic between them. */
export function costOf(parameters: Pick<RegionsParameters, 'strategy' | 'headroom'>): Cost {
  const running = REGIONS.reduce((sum, id) => sum + serversAtRest(parameters, id), 0)
  const servers = running / SHARE
  const copies = REGIONS.length * COPY_COST
  const traffic = (REGIONS.length - 1) * TRAFFIC_COST
  const alone = REGIONS.length + COPY_COST
  return { servers, copies, traffic, relative: (servers + copies + traffic) / alone }
}
