import type { Course } from '../../frame/course.ts'
import type { Probability } from '../../reliability/probability.ts'
import { readWriteQuorum } from '../../reliability/quorum.ts'
import { staleUntil } from '../../reliability/stale-after.ts'
import { freshRead } from '../../reliability/staleness.ts'
import type { Entry } from '../../simulation/machine.ts'
import { countServing } from '../../systems/quorum-store/serving.ts'
import { nodeIds } from '../../systems/quorum-store/turn.ts'
import { meanWaits } from '../../systems/quorum-store/waits.ts'
import type {
  NodeId,
  Operation,
  QuorumNote,
  QuorumParameters,
  QuorumWorld,
} from '../../systems/quorum-store/world.ts'
import { CURVE_RUNS, HAND_OFF_MS, MOMENTS, PATIENCE_MS, SPARES } from './fixed.ts'
import type { QuorumValues } from './parameters.ts'
import { type Death, type Moment, lengthOf, play } from './play.ts'
import { type Spell, spellsOf } from './spells.ts'

/** A read that was answered after a write was: how long after, and whether it missed it. */
export interface Sample {
  readonly ageMs: number
  readonly stale: boolean
}

/** Probabilities of being served, and how many of {@link MOMENTS} were. */
export interface Served {
  readonly exact: Probability
  readonly counted: number
}

export interface QuorumModel {
  readonly values: QuorumValues
  readonly world: QuorumParameters
  /** All machines, and those of them that are copies come first. */
  readonly ids: readonly NodeId[]
  readonly lengthMs: number
  readonly moments: readonly Moment[]
  readonly entries: readonly Entry<QuorumNote>[]
  readonly deaths: readonly Death[]
  readonly lives: Readonly<Record<NodeId, readonly Spell[]>>
  readonly operations: readonly Operation[]
  readonly samples: readonly Sample[]
  /** Of each run of the library the time until which its read would be stale, ascending. */
  readonly staleUntilMs: readonly number[]
  /** A stale read where a write stays on the copies that it waited for: the closed form. */
  readonly worst: Probability
  /** Mean waits for 1 to n answers. */
  readonly waits: { readonly write: readonly number[]; readonly read: readonly number[] }
  readonly served: { readonly write: Served; readonly read: Served }
}

const exponential = (meanMs: number) => ({ kind: 'exponential', leastMs: 0, meanMs }) as const

export function worldOf(values: QuorumValues): QuorumParameters {
  const { n, w, r, writeMs, otherMs, repair, members } = values
  const sloppy = members === 'sloppy'
  return {
    nodes: n + (sloppy ? SPARES : 0),
    n,
    write: Math.min(w, n),
    read: Math.min(r, n),
    delays: {
      write: exponential(writeMs),
      ack: exponential(otherMs),
      read: exponential(otherMs),
      response: exponential(otherMs),
    },
    slowness: {},
    patienceMs: PATIENCE_MS,
    repair,
    sloppy,
    handOffMs: HAND_OFF_MS,
  }
}

/** The reads that came after an answered write, each with its age. */
function samplesOf(operations: readonly Operation[]): readonly Sample[] {
  return operations.flatMap(({ kind, result, due, startMs }) => {
    if (kind !== 'read' || result === undefined || due === 0) return []
    const write = operations.find((one) => one.kind === 'write' && one.version === due)
    return [{ ageMs: startMs - (write?.endMs ?? startMs), stale: result < due }]
  })
}

/** The library's runs of the same store; what is sure needs none. */
export function curveOf(values: QuorumValues): readonly number[] {
  const { n, write, read } = worldOf(values)
  if (read + write > n) return []
  const { writeMs, otherMs } = values
  return staleUntil({
    n,
    read,
    write,
    meanWrite: writeMs,
    meanAck: otherMs,
    meanRead: otherMs,
    meanResponse: otherMs,
    runs: CURVE_RUNS,
    seed: 1,
  }).toSorted((one, other) => one - other)
}

/** The share of the library's runs whose read, begun so long after the write, is stale. */
export function staleShare(staleUntilMs: readonly number[], ageMs: number): number {
  if (staleUntilMs.length === 0) return 0
  return staleUntilMs.filter((untilMs) => untilMs > ageMs).length / staleUntilMs.length
}

function servedOf({ copyUp }: QuorumValues, world: QuorumParameters): QuorumModel['served'] {
  const { n, nodes, read, write } = world
  const counted = countServing(world, copyUp, MOMENTS, 1)
  return {
    read: { exact: readWriteQuorum({ n, read, write, copy: copyUp }).read, counted: counted.reads },
    // Any machine can stand in where the quorum is sloppy, so that any of them will do.
    write: {
      exact: readWriteQuorum({ n: nodes, read, write, copy: copyUp }).write,
      counted: counted.writes,
    },
  }
}

/**
 * One key on n copies; what a write and a read wait for, and what befalls them.
 *
 * @param values sound values of the schema
 * @param course its seed decides how long each message takes
 */
export function quorumRun(values: QuorumValues, course: Course): QuorumModel {
  const world = worldOf(values)
  const ids = nodeIds(world)
  const lengthMs = lengthOf(values)
  const { moments, entries, deaths } = play(values, world, course)
  const { operations } = moments.at(-1)?.world ?? { operations: [] }
  const { n, read, write } = world
  return {
    values,
    world,
    ids,
    lengthMs,
    moments,
    entries,
    deaths,
    lives: spellsOf(ids, n, moments, lengthMs),
    operations,
    samples: samplesOf(operations),
    staleUntilMs: curveOf(values),
    worst: freshRead({ n, read, write }),
    waits: {
      write: meanWaits(n, values.writeMs, values.otherMs),
      read: meanWaits(n, values.otherMs, values.otherMs),
    },
    served: servedOf(values, world),
  }
}

/** The world at a moment: it stands until the next one. */
export function worldAt({ moments }: QuorumModel, atMs: number): QuorumWorld {
  let [low, high] = [0, moments.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((moments[middle]?.atMs ?? Infinity) <= atMs) low = middle
    else high = middle - 1
  }
  const moment = moments[low]
  if (!moment) throw new RangeError('quorum-store: a run has a beginning')
  return moment.world
}

/** The reader's guess: the share of reads that are stale. */
export type GuessMark = number
