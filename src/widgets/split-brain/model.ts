import type { Course } from '../../frame/course.ts'
import { type Entry as Noted, machine } from '../../simulation/machine.ts'
import type { Deed } from '../../simulation/history.ts'
import { sharedLength } from '../../systems/split-brain/lead.ts'
import { splitBrain } from '../../systems/split-brain/rules.ts'
import type {
  Arbitration,
  Entry,
  NodeId,
  SplitBrainAction,
  SplitBrainNote,
  SplitBrainParameters,
  SplitBrainWorld,
} from '../../systems/split-brain/world.ts'
import {
  AGAIN_MS,
  FENCE_MS,
  HEALED_MS,
  HEARTBEAT_MS,
  KEYS,
  LENGTH_MS,
  MANAGED_MS,
  PATIENCE_MS,
  REBOOT_MS,
  STRUCK_MS,
  WRITE_EVERY_MS,
} from './fixed.ts'
import { deedsOf, LINKS, MANAGEMENT, NETWORK } from './links.ts'
import { type Planned, RULES, type SplitBrainValues } from './parameters.ts'
import {
  lengthOf,
  linkSpans,
  livesOf,
  type Moment,
  nobodyAnswers,
  type Span,
  type Spell,
  twoLead,
} from './spells.ts'

/** What a run comes to. */
export interface Outcome {
  /** How long two led at once, and how long nobody answered, in milliseconds. */
  readonly twoMs: number
  readonly nobodyMs: number
  readonly writes: number
  readonly unanswered: number
  /** Answered, and thrown away afterwards. */
  readonly lost: number
  /** Answered writes of two branches that set a key which the other branch set too. */
  readonly conflicts: number
}

export interface SplitBrainModel {
  readonly values: SplitBrainValues
  readonly parameters: SplitBrainParameters
  readonly moments: readonly Moment[]
  readonly entries: readonly Noted<SplitBrainNote>[]
  readonly last: SplitBrainWorld
  readonly lives: Readonly<Record<NodeId, readonly Spell[]>>
  readonly link: ReturnType<typeof linkSpans>
  readonly two: readonly Span[]
  readonly nobody: readonly Span[]
  readonly outcome: Outcome
  /** The same trouble under each rule that is whole. */
  readonly others: readonly { readonly arbitration: Arbitration; readonly outcome: Outcome }[]
}

/** What is cut, where something is. */
const CUT: Readonly<Partial<Record<Planned, readonly string[]>>> = {
  cut: LINKS['a-b'],
  twice: LINKS['a-b'],
  isolate: [...LINKS['a-b'], ...LINKS['a-w']],
  all: [...LINKS['a-b'], ...MANAGEMENT],
  'one-way': LINKS['a-to-b'],
}

type Doing = Deed<SplitBrainAction>

function plan({ planned }: SplitBrainValues): readonly Doing[] {
  if (planned === 'nothing') return []
  const crash = { kind: 'crash', node: 'A' } as const
  const links = CUT[planned]
  return [
    { atMs: STRUCK_MS, action: links ? { kind: 'cut', links } : crash },
    ...(planned === 'twice' ? [{ atMs: AGAIN_MS, action: crash }] : []),
    { atMs: HEALED_MS, action: { kind: 'mend', links: NETWORK } },
    { atMs: HEALED_MS, action: { kind: 'restart', node: 'A' } },
    { atMs: MANAGED_MS, action: { kind: 'mend', links: MANAGEMENT } },
  ]
}

export const worldOf = (values: SplitBrainValues): SplitBrainParameters => ({
  ...RULES[values.rule],
  detectMs: values.detectMs,
  heartbeatMs: HEARTBEAT_MS,
  latencyMs: values.latencyMs,
  ttlMs: values.ttlMs,
  headStartMs: values.headStartMs,
  fenceMs: FENCE_MS,
  rebootMs: REBOOT_MS,
  writeEveryMs: WRITE_EVERY_MS,
  patienceMs: PATIENCE_MS,
  keys: KEYS.length,
})

function play(parameters: SplitBrainParameters, deeds: readonly Doing[], seed: number) {
  const run = machine(splitBrain, { parameters }, seed)
  const entries = [...run.begun]
  const moments: Moment[] = [{ atMs: 0, world: run.world() }]
  let done = 0
  for (;;) {
    const deed = deeds[done]
    const atMs = Math.min(run.nextAtMs(), deed?.atMs ?? Infinity)
    if (atMs > LENGTH_MS) break
    if (deed && deed.atMs < run.nextAtMs()) {
      done += 1
      entries.push(...run.act(deed.action, deed.atMs))
    } else entries.push(...run.advance())
    moments.push({ atMs, world: run.world() })
  }
  return { entries, moments, last: run.world() }
}

/** Whether a client has heard of success. */
export const isAnswered = ({ fates }: SplitBrainWorld, { write }: Pick<Entry, 'write'>): boolean =>
  fates[write - 1]?.answeredMs !== undefined

/** The answered writes of two branches whose key the other branch sets too. */
export function conflictsOf(
  world: SplitBrainWorld,
  one: readonly Entry[],
  other: readonly Entry[],
): readonly Entry[] {
  const answered = (branch: readonly Entry[]) => branch.filter((entry) => isAnswered(world, entry))
  const [mine, theirs] = [answered(one), answered(other)]
  const within = (branch: readonly Entry[]) => new Set(branch.map(({ key }) => key))
  const [myKeys, theirKeys] = [within(mine), within(theirs)]
  return [
    ...mine.filter(({ key }) => theirKeys.has(key)),
    ...theirs.filter(({ key }) => myKeys.has(key)),
  ]
}

/** The ends of both logs from where they part. */
export function branchesOf({ nodes: { A, B } }: SplitBrainWorld) {
  const after = sharedLength(A.log, B.log)
  return { after, A: A.log.slice(after), B: B.log.slice(after) }
}

function outcomeOf({ moments, last }: ReturnType<typeof play>): Outcome {
  // Who asked in the last moments may still get an answer.
  const writes = last.fates.filter(({ sentMs }) => sentMs <= LENGTH_MS - PATIENCE_MS)
  const branches = branchesOf(last)
  return {
    twoMs: lengthOf(twoLead(moments)),
    nobodyMs: lengthOf(nobodyAnswers(moments)),
    writes: writes.length,
    unanswered: writes.filter(({ answeredMs }) => answeredMs === undefined).length,
    lost: last.fates.filter(
      ({ answeredMs, discardedMs }) => answeredMs !== undefined && discardedMs !== undefined,
    ).length,
    conflicts: [
      ...last.discards.map(({ entries, kept }) => conflictsOf(last, entries, kept)),
      conflictsOf(last, branches.A, branches.B),
    ].reduce((sum, found) => sum + found.length, 0),
  }
}

const ARBITRATIONS: readonly Arbitration[] = ['none', 'both', 'witness', 'fence']

/**
 * Two nodes that copy one another, and a network that parts.
 *
 * @param values sound values of the parameters
 * @param course its seed decides which keys are written; its deeds cut links and kill nodes
 */
export function splitBrainRun(values: SplitBrainValues, course: Course): SplitBrainModel {
  const deeds = [...plan(values), ...deedsOf(course)].toSorted(
    (one, other) => one.atMs - other.atMs,
  )
  const parameters = worldOf(values)
  const run = play(parameters, deeds, course.seed)
  const { flaw, ...whole } = parameters
  const outcome = outcomeOf(run)
  return {
    values,
    parameters,
    ...run,
    lives: { A: livesOf(run.moments, 'A'), B: livesOf(run.moments, 'B') },
    link: linkSpans(run.moments),
    two: twoLead(run.moments),
    nobody: nobodyAnswers(run.moments),
    outcome,
    others: ARBITRATIONS.map((arbitration) => ({
      arbitration,
      outcome:
        arbitration === parameters.arbitration && flaw === undefined
          ? outcome
          : outcomeOf(play({ ...whole, arbitration }, deeds, course.seed)),
    })),
  }
}

/** The world at a moment. */
export function worldAt({ moments }: SplitBrainModel, atMs: number): SplitBrainWorld {
  let [low, high] = [0, moments.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((moments[middle]?.atMs ?? Infinity) <= atMs) low = middle
    else high = middle - 1
  }
  const moment = moments[low]
  if (!moment) throw new RangeError('split-brain: a run has a beginning')
  return moment.world
}

/** The reader's guess: which nodes take writes. */
export type GuessMark = readonly NodeId[]
