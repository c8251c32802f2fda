import * as m from '#messages/messages.js'
import type { Course } from '../../frame/course.ts'
import {
  type ChoiceParameter,
  type FlagParameter,
  type NumberParameter,
  type ValuesOf,
  evenStops,
} from '../../frame/parameters.ts'
import { passes } from '../../simulation/network.ts'
import type { Entry } from '../../simulation/machine.ts'
import { machine } from '../../simulation/machine.ts'
import {
  type Flaw,
  PAPER,
  type RaftParameters,
  type ServerId,
  serverIds,
} from '../../systems/raft/parameters.ts'
import { majorityOf } from '../../systems/raft/quorum.ts'
import { raft } from '../../systems/raft/rules.ts'
import { LEADER, type RaftAction, type RaftNote, type RaftWorld } from '../../systems/raft/world.ts'
import { actionsOf } from './deeds.ts'
import {
  HEALED_MS,
  HEARTBEATS,
  LENGTH_MS,
  PATIENCE_MS,
  STRUCK_MS,
  WRITE_EVERY_MS,
} from './fixed.ts'
import { type Span, type Spell, spellsOf } from './spells.ts'
import { milliseconds } from './words.ts'

export type Planned = 'crash' | 'isolate' | 'pause' | 'halves' | 'outsider' | 'nothing'
export type Rule = 'all' | Flaw

const planned: ChoiceParameter<Planned> = {
  kind: 'choice',
  label: () => m.raft_planned({ time: milliseconds(STRUCK_MS) }),
  default: 'crash',
  options: {
    crash: m.raft_planned_crash,
    isolate: m.raft_planned_isolate,
    pause: m.raft_planned_pause,
    halves: m.raft_planned_halves,
    outsider: m.raft_planned_outsider,
    nothing: m.raft_planned_nothing,
  },
}

const rule: ChoiceParameter<Rule> = {
  kind: 'choice',
  label: m.raft_rule,
  default: 'all',
  options: {
    all: m.raft_rule_all,
    'majority-of-the-living': m.raft_rule_living,
    'ignores-logs': m.raft_rule_logs,
    'acknowledges-early': m.raft_rule_early,
    'forgets-votes': m.raft_rule_votes,
    'counts-old-terms': m.raft_rule_terms,
  },
}

const count = (label: () => string, usual: number, stops: readonly number[]): NumberParameter => ({
  kind: 'number',
  unit: 'count',
  label,
  default: usual,
  minimum: stops.at(0) ?? 0,
  maximum: stops.at(-1) ?? 0,
  stops,
})

const loss: NumberParameter = {
  kind: 'number',
  unit: 'share',
  label: m.raft_loss,
  default: 0,
  minimum: 0,
  maximum: 0.5,
  stops: evenStops(0, 0.5, 0.05),
}

const preVote: FlagParameter = { kind: 'flag', label: m.raft_pre_vote, default: false }

/** Times are in the unit that their names end in. */
export const parameters = {
  planned,
  rule,
  servers: count(m.raft_servers, 5, evenStops(1, 7, 1)),
  lowMs: count(m.raft_low, 150, [50, 100, 150, 200, 300, 500]),
  spreadMs: count(m.raft_spread, 150, [0, 5, 10, 25, 50, 100, 150, 200, 300]),
  latencyMs: count(m.raft_latency, 15, [1, 5, 10, 15, 20, 30, 50]),
  loss,
  preVote,
}

export type RaftValues = ValuesOf<typeof parameters>

/** What a reader can do, by the name that it has in an address. */
export const ACTIONS = ['kill-leader', 'cut-off-leader', 'pause-leader', 'recover'] as const

/** The world at a moment: it stands until the next one. */
export interface Moment {
  readonly atMs: number
  readonly world: RaftWorld
}

/** A message of an election: when it was sent, and when it arrived. */
export interface Letter {
  readonly from: ServerId
  readonly to: ServerId
  readonly sentMs: number
  readonly arrivesMs: number
  readonly kind: 'ask' | 'vote' | 'refusal'
}

export interface RaftModel {
  readonly values: RaftValues
  readonly ids: readonly ServerId[]
  readonly moments: readonly Moment[]
  readonly entries: readonly Entry<RaftNote>[]
  readonly letters: readonly Letter[]
  /** The life of each server. */
  readonly lives: Readonly<Record<ServerId, readonly Spell[]>>
  /** When no leader could have committed anything, after the first one led. */
  readonly without: readonly Span[]
  /** Who led when the trouble began. */
  readonly struck: ServerId | undefined
  /** From there until somebody else leads, by arithmetic: no split vote, and nothing lost. */
  readonly expectedMs: number
}

/** Something that befalls the cluster: what, given how it stands then. */
interface Stroke {
  readonly atMs: number
  readonly of: (world: RaftWorld) => readonly RaftAction[]
}

const STRIKES = { crash: 'crash', isolate: 'isolate', pause: 'pause' } as const

function strikeOf(what: Exclude<Planned, 'nothing'>, ids: readonly ServerId[]): RaftAction {
  const half = Math.ceil(ids.length / 2)
  if (what === 'halves') return { kind: 'partition', sides: [ids.slice(0, half), ids.slice(half)] }
  // The first server leads as a run begins; the last one never does.
  if (what === 'outsider') return { kind: 'isolate', server: ids.at(-1) ?? LEADER }
  return { kind: STRIKES[what], server: LEADER }
}

const planOf = ({ planned: what }: RaftValues, ids: readonly ServerId[]): readonly Stroke[] =>
  what === 'nothing'
    ? []
    : [
        { atMs: STRUCK_MS, of: () => [strikeOf(what, ids)] },
        { atMs: HEALED_MS, of: () => [{ kind: 'recover' }] },
      ]

export const worldOf = ({
  servers,
  lowMs,
  spreadMs,
  latencyMs,
  loss: share,
  rule: kept,
  preVote: asksFirst,
}: RaftValues): RaftParameters => ({
  ...PAPER,
  servers,
  preVote: asksFirst,
  checkQuorum: asksFirst,
  heartbeatMs: Math.round(lowMs / HEARTBEATS),
  electionLowMs: lowMs,
  electionHighMs: lowMs + spreadMs,
  link: {
    latency: { kind: 'uniform', fromMs: 0.5 * latencyMs, toMs: 1.5 * latencyMs },
    loss: share,
    duplication: 0,
  },
  clients: 1,
  writeEveryMs: WRITE_EVERY_MS,
  patienceMs: PATIENCE_MS,
  untilMs: LENGTH_MS,
  leader: 'S1',
  ...(kept !== 'all' && { flaw: kept }),
})

/** Whether a leader runs that reaches a majority, there and back. */
export function canCommit({ servers, network, parameters: { servers: size } }: RaftWorld): boolean {
  const ids = Object.keys(servers)
  const up = (id: ServerId) => servers[id]?.life.condition === 'up'
  return ids.some(
    (id) =>
      servers[id]?.role === 'leader' &&
      up(id) &&
      ids.filter((to) => up(to) && passes(network, id, to) && passes(network, to, id)).length >=
        majorityOf(size),
  )
}

function withoutLeader(moments: readonly Moment[]): readonly Span[] {
  const spans: Span[] = []
  let sinceMs: number | undefined
  for (const { atMs, world } of moments) {
    const able = canCommit(world)
    if (able && sinceMs !== undefined) {
      spans.push({ fromMs: sinceMs, toMs: atMs })
      sinceMs = undefined
    } else if (!able) sinceMs ??= atMs
  }
  if (sinceMs !== undefined) spans.push({ fromMs: sinceMs, toMs: LENGTH_MS })
  return spans.filter(({ fromMs, toMs }) => toMs > fromMs)
}

/** The election messages that arrived, from the flights that each moment shows. */
function lettersOf(moments: readonly Moment[]): readonly Letter[] {
  const letters: Letter[] = []
  let known = 0
  for (const { world } of moments) {
    for (const flight of world.flights) {
      if (flight.number <= known || flight.arrivesMs > LENGTH_MS) continue
      const { message, from, to, sentMs, arrivesMs } = flight
      if (message.kind === 'ask') letters.push({ from, to, sentMs, arrivesMs, kind: 'ask' })
      else if (message.kind === 'vote')
        letters.push({ from, to, sentMs, arrivesMs, kind: message.given ? 'vote' : 'refusal' })
    }
    known = world.sent
  }
  return letters
}

/**
 * A cluster that runs Raft, and what befalls it.
 *
 * @param values sound values of {@link parameters}
 * @param course its seed decides timeouts and latencies; its deeds are {@link ACTIONS} and those of deeds.ts
 * @source ongaro-2014
 */
export function raftRun(values: RaftValues, { seed, deeds: done }: Course): RaftModel {
  const ids = serverIds(values)
  const strokes = [
    ...planOf(values, ids),
    ...done.map(({ atMs, action }): Stroke => ({ atMs, of: (world) => actionsOf(action, world) })),
  ].toSorted((one, other) => one.atMs - other.atMs)
  return clusterRun(values, worldOf(values), seed, strokes)
}

/**
 * Any run of a cluster, as the picture shows it.
 *
 * @param values how the controls would stand for it
 * @param done in the order of their time
 * @param rules those of Raft, with whatever decisions
 */
export function clusterRun(
  values: RaftValues,
  world: RaftParameters,
  seed: number,
  done: readonly Stroke[],
  rules = raft,
): RaftModel {
  const ids = serverIds(world)
  const strokes = [...done]
  const run = machine(rules, { parameters: world }, seed)
  const entries = [...run.begun]
  const moments: Moment[] = [{ atMs: 0, world: run.world() }]
  let struck: ServerId | undefined
  for (;;) {
    const stroke = strokes[0]
    const atMs = Math.min(run.nextAtMs(), stroke?.atMs ?? Infinity)
    if (atMs > LENGTH_MS) break
    if (stroke && stroke.atMs < run.nextAtMs()) {
      strokes.shift()
      struck ??= Object.entries(run.world().servers).find(([, { role }]) => role === 'leader')?.[0]
      for (const action of stroke.of(run.world())) entries.push(...run.act(action, atMs))
    } else entries.push(...run.advance())
    moments.push({ atMs, world: run.world() })
  }
  const { lowMs, spreadMs, latencyMs, servers } = values
  return {
    values,
    ids,
    moments,
    entries,
    letters: lettersOf(moments),
    lives: spellsOf(ids, moments),
    without: withoutLeader(moments),
    struck,
    // The first timeout of all survivors, less the half heartbeat that had passed. Three messages
    // are on their way one after the other: the last heartbeat, a request, a vote.
    expectedMs: lowMs + spreadMs / servers - lowMs / HEARTBEATS / 2 + 3 * latencyMs,
  }
}

/** The world at a moment. */
export function worldAt({ moments }: RaftModel, atMs: number): RaftWorld {
  let [low, high] = [0, moments.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((moments[middle]?.atMs ?? Infinity) <= atMs) low = middle
    else high = middle - 1
  }
  const moment = moments[low]
  if (!moment) throw new RangeError('raft: a run has a beginning')
  return moment.world
}

/** What happened last. */
export const lastWorld = (model: RaftModel): RaftWorld => worldAt(model, LENGTH_MS)

/** How long nobody could commit, in milliseconds. */
export const withoutMs = ({ without }: RaftModel): number =>
  without.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)

/** The reader's guess: how long after the leader's death the next one leads. */
export type GuessMark = Span
