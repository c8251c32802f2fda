import { type Draw, drawFrom } from '../../simulation/draw.ts'
import type { Course, Deed } from '../../simulation/history.ts'
import { BrokenInvariantError, type Machine, machine } from '../../simulation/machine.ts'
import { breachOf as firstBreach, runTo } from '../../simulation/run.ts'
import { lastTerm } from './log.ts'
import { type Flaw, PAPER, type RaftParameters, type ServerId, serverIds } from './parameters.ts'
import { leaderOf, strictRaft } from './rules.ts'
import type { RaftAction, RaftEvent, RaftNote, RaftWorld } from './world.ts'

/** A cluster, its luck, and everything that befalls it: the same schedule is the same run. */
export type Schedule = Course<RaftParameters, RaftAction>

/** How long a random schedule lasts. */
export const SCHEDULE_MS = 2500

const pick = <T>(draw: Draw, stream: string, from: readonly [T, ...T[]]): T =>
  from[draw.whole(stream, 0, from.length - 1)] ?? from[0]

/** Whether somebody that lives stands for election. */
const isElecting = ({ servers }: RaftWorld): boolean =>
  Object.values(servers).some(({ role, life }) => role === 'candidate' && life.condition === 'up')

/** Whether a server lives and has given its vote to another one. */
function hasVoted({ servers }: RaftWorld, id: ServerId): boolean {
  const server = servers[id]
  return (
    server?.life.condition === 'up' &&
    server.role === 'follower' &&
    server.votedFor !== undefined &&
    server.leader === undefined
  )
}

/** Whether a leader holds entries of earlier terms, which somebody agrees to, and none of its own. */
const isNew = ({ servers }: RaftWorld, id: ServerId): boolean => {
  const server = servers[id]
  return (
    server !== undefined &&
    server.log.length > 0 &&
    lastTerm(server.log) < server.term &&
    Object.values(server.match).some((held) => held === server.log.length)
  )
}

/** Whether a server has entries that are not committed. */
const isAhead = ({ servers }: RaftWorld, id: ServerId): boolean => {
  const server = servers[id]
  return server !== undefined && server.log.length > server.commit
}

/** What makes a moment one to strike at. */
const FRAGILE: ReadonlySet<RaftNote['kind']> = new Set([
  'voted',
  'elected',
  'appended',
  'committed',
])

/** Two sides that no message passes between. */
function sides(draw: Draw, ids: readonly ServerId[]): RaftAction {
  const one = ids.filter(() => draw.happens('side', 0.5))
  return { kind: 'partition', sides: [one, ids.filter((id) => !one.includes(id))] }
}

/** What befalls the cluster next: mostly its leader, since little depends on the others. */
function befall(draw: Draw, world: RaftWorld): readonly Deed<RaftAction>[] {
  const [first = 'S1', ...rest] = serverIds(world.parameters)
  const ids = [first, ...rest] as const
  const any = pick(draw, 'server', ids)
  const server = draw.happens('at the leader', 0.4) ? (leaderOf(world) ?? any) : any
  const to = pick(draw, 'other', ids)
  const now = (action: RaftAction): readonly Deed<RaftAction>[] => [{ atMs: 0, action }]
  const bounce = (id: ServerId, longMs: number): readonly Deed<RaftAction>[] => [
    { atMs: 0, action: { kind: 'crash', server: id } },
    { atMs: draw.whole('bounce', 1, longMs), action: { kind: 'restart', server: id } },
  ]
  const isolate = (id: ServerId): RaftAction => {
    const company = draw.happens('company', 0.3) ? [id, to] : [id]
    return { kind: 'partition', sides: [company, ids.filter((one) => !company.includes(one))] }
  }
  // The moments at which what was written down matters: in the middle of an election, and when a
  // leader has entries that hardly anybody else has.
  const voters = ids.filter((id) => hasVoted(world, id))
  const leader = leaderOf(world)
  const fallen = ids.filter((id) => world.servers[id]?.life.condition !== 'up')
  if (isElecting(world) && voters[0] !== undefined && draw.happens('at a voter', 0.6))
    return bounce(pick(draw, 'voter', [voters[0], ...voters.slice(1)]), 3)
  if (leader !== undefined && (isNew(world, leader) || isAhead(world, leader)))
    if (draw.happens('at who is ahead', 0.5)) return now(isolate(leader))
  // Whoever was struck with entries of its own comes back and stands: logs that differ meet.
  const apart = ids.filter((id) => id !== leader && isAhead(world, id))
  if (apart[0] !== undefined && draw.happens('return', 0.3)) {
    const back = pick(draw, 'back', [apart[0], ...apart.slice(1)])
    const again: RaftAction =
      world.servers[back]?.life.condition === 'up'
        ? { kind: 'heal' }
        : { kind: 'restart', server: back }
    return [
      ...now(again),
      { atMs: draw.whole('at once', 1, 20), action: { kind: 'elect', server: back } },
    ]
  }
  const kind = pick<Exclude<RaftAction['kind'], 'drop' | 'delay' | 'write' | 'recover'> | 'bounce'>(
    draw,
    'kind',
    [
      'crash',
      'restart',
      'restart',
      'restart',
      'bounce',
      'bounce',
      'bounce',
      'partition',
      'partition',
      'isolate',
      'isolate',
      'isolate',
      'heal',
      'heal',
      'heal',
      'cut',
      'mend',
      'pause',
      'resume',
      'resume',
      'elect',
      'elect',
    ],
  )
  switch (kind) {
    case 'bounce':
      return bounce(server, 60)
    case 'partition':
      return now(sides(draw, ids))
    case 'isolate':
      return now(isolate(server))
    case 'heal':
      return now({ kind })
    case 'cut':
    case 'mend':
      return now({ kind, from: server, to })
    case 'restart':
    case 'resume': {
      const [one = any, ...others] = fallen
      return now({ kind, server: pick(draw, 'fallen', [one, ...others]) })
    }
    default:
      return now({ kind, server })
  }
}

/** A random cluster of 1 to 7, on a network that delays, loses and repeats. */
function randomParameters(draw: Draw, flaw: Flaw | undefined): RaftParameters {
  return {
    ...PAPER,
    servers: pick(draw, 'servers', [3, 3, 5, 5, 4, 2, 7, 6, 1]),
    heartbeatMs: pick(draw, 'heartbeat', [30, 50, 75]),
    electionHighMs: pick(draw, 'spread', [160, 200, 300]),
    preVote: draw.happens('pre-vote', 0.3),
    checkQuorum: draw.happens('check', 0.3),
    noOp: draw.happens('no-op', 0.4),
    newTermResets: draw.happens('resets', 0.5),
    batch: pick(draw, 'batch', [1, 2, 64]),
    link: {
      latency: pick(draw, 'latency', [
        { kind: 'uniform', fromMs: 1, toMs: 10 },
        { kind: 'uniform', fromMs: 5, toMs: 60 },
        { kind: 'exponential', leastMs: 1, meanMs: 30 },
      ]),
      loss: pick(draw, 'loss', [0, 0.05, 0.2]),
      duplication: pick(draw, 'duplication', [0, 0.1]),
    },
    clients: pick(draw, 'clients', [1, 3]),
    writeEveryMs: pick(draw, 'writes', [20, 200]),
    patienceMs: pick(draw, 'patience', [60, 250]),
    untilMs: SCHEDULE_MS,
    ...(flaw && { flaw }),
  }
}

/** A run that was looked for, and the schedule that brings it about again. */
export interface Explored {
  readonly schedule: Schedule
  readonly world: RaftWorld
  /** How many events it had. */
  readonly events: number
  readonly broken: BrokenInvariantError | undefined
}

/**
 * A random schedule, made up while it runs: servers crash, pause and are cut off, leaders most of
 * all.
 *
 * @param seed a whole number from 0 to 4,294,967,295
 * @param flaw a rule that is left out
 * @param rules strict ones, with whatever decisions
 * @param untilMs where it ends, at least 0
 */
export function explore(
  seed: number,
  flaw?: Flaw,
  rules: typeof strictRaft = strictRaft,
  untilMs = SCHEDULE_MS,
): Explored {
  const { draw } = drawFrom(seed)
  const parameters = randomParameters(draw, flaw)
  const run = machine(rules, { parameters }, seed)
  const everyMs = pick(draw, 'pace', [40, 80, 200])
  const deeds: Deed<RaftAction>[] = []
  let due: readonly Deed<RaftAction>[] = []
  let nextMs = 200
  let broken: BrokenInvariantError | undefined
  try {
    for (;;) {
      const deedMs = Math.min(nextMs, due[0]?.atMs ?? Infinity)
      const atMs = Math.min(run.nextAtMs(), deedMs)
      if (atMs > untilMs) break
      if (run.nextAtMs() <= deedMs) {
        const noted = run.advance()
        // Whatever has just begun is the most fragile.
        if (noted.some(({ note }) => FRAGILE.has(note.kind)) && draw.happens('strike', 0.2))
          nextMs = Math.min(nextMs, run.nowMs() + draw.whole('soon', 0, 6))
      } else if (due[0] && due[0].atMs === deedMs) {
        const [deed, ...later] = due
        due = later
        deeds.push(deed)
        run.act(deed.action, deed.atMs)
      } else {
        const more = befall(draw, run.world()).map((deed) => ({
          ...deed,
          atMs: deed.atMs + nextMs,
        }))
        due = [...due, ...more].toSorted((one, other) => one.atMs - other.atMs)
        nextMs += draw.whole('gap', 1, 2 * everyMs)
      }
    }
  } catch (error) {
    if (!(error instanceof BrokenInvariantError)) throw error
    broken = error
  }
  return {
    schedule: { parameters, seed, deeds },
    world: run.world(),
    events: run.count(),
    broken,
  }
}

/** Runs a schedule to its end. @throws BrokenInvariantError at the first breach */
export const runSchedule = (
  schedule: Schedule,
  rules: typeof strictRaft = strictRaft,
  untilMs = SCHEDULE_MS,
): Machine<RaftWorld, RaftEvent, RaftAction, RaftNote> => runTo(rules, schedule, untilMs)

/** The first breach of an invariant by a schedule; nothing where all of them hold. */
export const breachOf = (schedule: Schedule): BrokenInvariantError | undefined =>
  firstBreach(strictRaft, schedule, SCHEDULE_MS)
