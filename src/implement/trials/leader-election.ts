import * as v from 'valibot'
import type { Course } from '../../simulation/history.ts'
import { DECISIONS } from '../../systems/raft/election.ts'
import { PAPER, type RaftParameters, serverIds } from '../../systems/raft/parameters.ts'
import { DUTIES, raftWith, strict } from '../../systems/raft/rules.ts'
import { explore } from '../../systems/raft/schedule.ts'
import { leaner } from '../../systems/raft/shrink.ts'
import type {
  RaftAction,
  RaftDecisions,
  RaftEvent,
  RaftNote,
  RaftWorld,
} from '../../systems/raft/world.ts'
import { LENGTH_MS } from '../../widgets/raft/fixed.ts'
import { deedsOf, seeds, whole, within } from './schemas.ts'
import { SEEDS } from '../seeds.ts'
import type { Functions, Trial } from './trial.ts'

/** So many of the first seeds are left in peace: somebody must come to lead. */
const CALM = 10

// The edge between a reader's functions and types: their answers were parsed before.
function rules(functions: Functions) {
  const all = strict(raftWith(functions as unknown as RaftDecisions))
  return { ...all, invariants: { ...all.invariants, ...DUTIES } }
}

function course(
  seed: number,
  functions: Functions,
): Course<RaftParameters, RaftAction> | undefined {
  if (seed >= CALM) {
    const { broken, schedule } = explore(seed, undefined, rules(functions), LENGTH_MS)
    return broken && schedule
  }
  return { parameters: { ...PAPER, servers: 2 + (seed % 6), untilMs: LENGTH_MS }, seed, deeds: [] }
}

const server = v.picklist(serverIds({ servers: 7 }))
const share = within(0, 0.3)

export const leaderElection: Trial<RaftParameters, RaftWorld, RaftEvent, RaftAction, RaftNote> = {
  functions: { grantVote: v.boolean(), hasWon: v.boolean() },
  seeds: SEEDS,
  lengthMs: LENGTH_MS,
  own: DECISIONS as unknown as Functions,
  rules,
  course,
  shrink: leaner,
  atEnd: ({ ledger }, { deeds }) =>
    deeds.length === 0 && Object.keys(ledger.leaders).length === 0 ? 'leaderEmerges' : undefined,
  courses: v.strictObject({
    parameters: v.strictObject({
      servers: whole(1, 7),
      tickMs: whole(1, 1),
      heartbeatMs: whole(30, 75),
      electionLowMs: whole(150, 150),
      electionHighMs: whole(160, 300),
      preVote: v.boolean(),
      checkQuorum: v.boolean(),
      newTermResets: v.boolean(),
      noOp: v.boolean(),
      batch: whole(1, 64),
      link: v.strictObject({
        latency: v.variant('kind', [
          v.pipe(
            v.strictObject({
              kind: v.literal('uniform'),
              fromMs: within(1, 10),
              toMs: within(1, 60),
            }),
            v.check(({ fromMs, toMs }) => fromMs <= toMs),
          ),
          v.strictObject({
            kind: v.literal('exponential'),
            leastMs: within(1, 10),
            meanMs: within(1, 60),
          }),
        ]),
        loss: share,
        duplication: share,
      }),
      clients: whole(1, 3),
      writeEveryMs: whole(20, 200),
      patienceMs: whole(60, 300),
      untilMs: whole(0, 2500),
    }),
    seed: seeds,
    deeds: deedsOf(
      v.variant('kind', [
        v.strictObject({
          kind: v.picklist(['crash', 'restart', 'pause', 'resume', 'elect', 'isolate']),
          server,
        }),
        v.strictObject({ kind: v.literal('partition'), sides: v.array(v.array(server)) }),
        v.strictObject({ kind: v.literal('heal') }),
        v.strictObject({ kind: v.picklist(['cut', 'mend']), from: server, to: server }),
      ]),
      LENGTH_MS,
    ),
  }),
}
