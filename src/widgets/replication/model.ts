import type { Course } from '../../frame/course.ts'
import type { ValuesOf } from '../../frame/parameters.ts'
import { type Entry, machine } from '../../simulation/machine.ts'
import { replication, serverIds } from '../../systems/replication/rules.ts'
import type {
  Fate,
  Flight,
  ReplicationAction,
  ReplicationNote,
  ReplicationParameters,
  ReplicationWorld,
  ServerId,
} from '../../systems/replication/world.ts'
import { actionsOf } from './deeds.ts'
import {
  CLIENT_MS,
  DECIDE_MS,
  HEALED_MS,
  LENGTH_MS,
  PATIENCE_MS,
  STRUCK_MS,
  WRITE_EVERY_MS,
} from './fixed.ts'
import type { parameters } from './parameters.ts'
import { type Takeover, takeoversOf } from './takeovers.ts'
import { type Spell, spellsOf } from './spells.ts'

export type ReplicationValues = ValuesOf<typeof parameters>

/** The world at a moment: it stands until the next one. */
export interface Moment {
  readonly atMs: number
  readonly world: ReplicationWorld
}

/** A message that never arrived, and when it was lost. */
export interface Death {
  readonly flight: Flight
  readonly atMs: number
}

export interface ReplicationModel {
  readonly values: ReplicationValues
  readonly ids: readonly ServerId[]
  readonly moments: readonly Moment[]
  readonly last: ReplicationWorld
  readonly entries: readonly Entry<ReplicationNote>[]
  readonly deaths: readonly Death[]
  readonly lives: Readonly<Record<ServerId, readonly Spell[]>>
  readonly takeovers: readonly Takeover[]
  /** Writes that were acknowledged and are gone. */
  readonly lost: readonly Fate[]
  /** How far back the acknowledgements of those go from the moment that the primary was missed. */
  readonly lostMs: number
  /** The median time from a write to its acknowledgement; absent where there is none. */
  readonly writeMs: number | undefined
  /** The same by arithmetic, where nothing fails and nothing queues. */
  readonly expectedMs: number
}

/** How many confirmations a mode waits for. */
export const confirmationsOf = ({
  mode,
  acks,
  replicas,
}: Pick<ReplicationValues, 'mode' | 'acks' | 'replicas'>): number =>
  ({ async: 0, semi: Math.min(acks, replicas), sync: replicas })[mode]

/** The network lag of each replica. */
export const lagsOf = ({ replicas, farMs, nearMs }: ReplicationValues): readonly number[] =>
  Array.from({ length: replicas }, (_, index) => (index === 0 ? farMs : nearMs))

export function worldOf(values: ReplicationValues): ReplicationParameters {
  const { replicas, nearMs, applyMs, detectMs, reconnectMs, reads, lagCheck, fencing } = values
  const [, ...ids] = serverIds({ replicas })
  const lags = lagsOf(values)
  return {
    replicas,
    confirmations: confirmationsOf(values),
    confirms: values.applied ? 'applied' : 'received',
    latencyMs: Math.min(nearMs, values.farMs),
    lagsMs: Object.fromEntries(ids.map((id, index) => [id, lags[index] ?? nearMs])),
    applyMsPerRow: applyMs,
    detectMs,
    decideMs: DECIDE_MS,
    lagCheck,
    fencing,
    client: {
      latencyMs: CLIENT_MS,
      everyMs: WRITE_EVERY_MS,
      patienceMs: PATIENCE_MS,
      reconnectMs,
      reads,
    },
  }
}

type Planned = readonly { readonly atMs: number; readonly action: ReplicationAction }[]

function plan({ planned }: ReplicationValues): Planned {
  const twice = (
    strikes: 'isolate' | 'pause' | 'kill',
    ends: 'rejoin' | 'resume' | 'restart',
    server: ServerId,
  ): Planned => [
    { atMs: STRUCK_MS, action: { kind: strikes, server } },
    { atMs: HEALED_MS, action: { kind: ends, server } },
  ]
  switch (planned) {
    case 'kill':
      return [{ atMs: STRUCK_MS, action: { kind: 'kill', server: 'P' } }]
    case 'isolate':
      return twice('isolate', 'rejoin', 'P')
    case 'pause':
      return twice('pause', 'resume', 'P')
    case 'replica':
      return twice('kill', 'restart', 'R1')
    case 'nothing':
      return []
  }
}

function medianWriteMs({ fates }: ReplicationWorld): number | undefined {
  const times = fates
    .flatMap(({ sentMs, acknowledgedMs }) =>
      acknowledgedMs === undefined ? [] : [acknowledgedMs - sentMs + CLIENT_MS],
    )
    .toSorted((one, other) => one - other)
  return times[times.length >> 1]
}

/** Two ways between client and primary; and where it waits, two to the slowest that it waits for. */
function expectedWriteMs(values: ReplicationValues): number {
  const waitsFor = confirmationsOf(values)
  if (waitsFor === 0) return 2 * CLIENT_MS
  const lags = lagsOf(values).toSorted((one, other) => one - other)
  return 2 * CLIENT_MS + 2 * (lags[waitsFor - 1] ?? 0) + (values.applied ? values.applyMs : 0)
}

/**
 * A primary, its replicas and a client that reads back what it writes; and what befalls them.
 *
 * @param values sound values of the parameters
 * @param course its deeds are those of deeds.ts; nothing is left to chance
 */
export function replicationRun(
  values: ReplicationValues,
  { deeds: done }: Course,
): ReplicationModel {
  const ids = serverIds(values)
  const deeds = [
    ...plan(values),
    ...done.flatMap(({ atMs, action }) =>
      actionsOf(action).map((each) => ({ atMs, action: each })),
    ),
  ].toSorted((one, other) => one.atMs - other.atMs)
  const run = machine(replication, { parameters: worldOf(values) }, 1)
  const entries = [...run.begun]
  const moments: Moment[] = [{ atMs: 0, world: run.world() }]
  for (;;) {
    const deed = deeds[0]
    const atMs = Math.min(run.nextAtMs(), deed?.atMs ?? Infinity)
    if (atMs > LENGTH_MS) break
    if (deed && deed.atMs < run.nextAtMs()) {
      deeds.shift()
      entries.push(...run.act(deed.action, deed.atMs))
    } else entries.push(...run.advance())
    moments.push({ atMs, world: run.world() })
  }
  const last = run.world()
  const takeovers = takeoversOf(entries, last)
  const lost = last.fates.filter((fate) => fate.lost)
  const acknowledged = lost.map(({ acknowledgedMs = 0 }) => acknowledgedMs)
  const missedMs = takeovers[0]?.missedMs ?? 0
  return {
    values,
    ids,
    moments,
    last,
    entries,
    deaths: entries.flatMap(({ atMs, note }) =>
      note.kind === 'died' ? [{ flight: note.flight, atMs }] : [],
    ),
    lives: spellsOf(ids, moments),
    takeovers,
    lost,
    lostMs: lost.length === 0 ? 0 : Math.max(missedMs, ...acknowledged) - Math.min(...acknowledged),
    writeMs: medianWriteMs(last),
    expectedMs: expectedWriteMs(values),
  }
}

/** The world at a moment. */
export function worldAt({ moments }: ReplicationModel, atMs: number): ReplicationWorld {
  let [low, high] = [0, moments.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((moments[middle]?.atMs ?? Infinity) <= atMs) low = middle
    else high = middle - 1
  }
  const moment = moments[low]
  if (!moment) throw new RangeError('replication: a run has a beginning')
  return moment.world
}

/** The reader's guess: how many acknowledged writes are gone. */
export type GuessMark = number
