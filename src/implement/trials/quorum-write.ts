import * as v from 'valibot'
import { drawFrom } from '../../simulation/draw.ts'
import { fewer } from '../../simulation/fewer.ts'
import type { Deed } from '../../simulation/history.ts'
import { DECISIONS, DUTIES } from '../../systems/quorum-store/decisions.ts'
import { INVARIANTS } from '../../systems/quorum-store/promises.ts'
import { quorumStoreWith } from '../../systems/quorum-store/rules.ts'
import { nodeIds } from '../../systems/quorum-store/turn.ts'
import type {
  QuorumAction,
  QuorumDecisions,
  QuorumEvent,
  QuorumNote,
  QuorumParameters,
  QuorumWorld,
} from '../../systems/quorum-store/world.ts'
import { deedsOf, seeds, whole } from './schemas.ts'
import { SEEDS } from '../seeds.ts'
import type { Functions, Trial } from './trial.ts'

const LENGTH_MS = 1600
const MOST = 5

const exponential = (meanMs: number) => ({ kind: 'exponential', leastMs: 5, meanMs }) as const

/** A read hears as many copies as it takes to meet every write. */
const parametersOf = ({ n, write }: { readonly n: number; readonly write: number }) =>
  ({
    nodes: n,
    n,
    write,
    read: n - write + 1,
    delays: {
      write: exponential(60),
      ack: exponential(30),
      read: exponential(20),
      response: exponential(30),
    },
    slowness: {},
    patienceMs: 400,
    repair: 'none',
    sloppy: false,
    handOffMs: 200,
    duplication: 0.15,
  }) satisfies QuorumParameters

/** Writes and reads, while copies fall and come back and the coordinator loses sight of some. */
function course(seed: number) {
  const { draw } = drawFrom(seed)
  const n = draw.whole('n', 3, MOST)
  const parameters = parametersOf({ n, write: draw.whole('w', 1, n) })
  const ids = nodeIds(parameters)
  const deeds: Deed<QuorumAction>[] = []
  const next = (): QuorumAction => {
    const node = ids[draw.whole('node', 0, n - 1)] ?? 'N1'
    const kind = draw.whole('kind', 0, 11)
    if (kind < 4) return { kind: 'write' }
    if (kind < 8) return { kind: 'read' }
    if (kind < 9) return { kind: 'crash', node }
    if (kind < 10) return { kind: 'restart', node }
    if (draw.happens('heal', 0.6)) return { kind: 'heal' }
    return { kind: 'reach', nodes: ids.filter(() => draw.happens('side', 0.6)) }
  }
  for (let atMs = 20; atMs < LENGTH_MS - 400; atMs += draw.whole('gap', 5, 120))
    deeds.push({ atMs, action: next() })
  return { parameters, seed, deeds }
}

/** The reader is not told how many answers a read needs: that is for the reader to find. */
const decisionsOf = ({ writeDone, readAnswer }: Functions): QuorumDecisions => ({
  writeDone: ({ confirmed, n, w }) => writeDone?.({ confirmed, n, w }) === true,
  readAnswer({ replies, n, w }) {
    const plain = replies.map(({ copy, version }) => ({ copy, version }))
    const answer = readAnswer?.({ replies: plain, n, w })
    return typeof answer === 'number' ? answer : null
  },
})

type WriteFacts = Parameters<QuorumDecisions['writeDone']>[0]
type ReadFacts = Parameters<QuorumDecisions['readAnswer']>[0]

const own: Functions = {
  writeDone: (facts) => DECISIONS.writeDone(facts as unknown as WriteFacts),
  readAnswer(facts) {
    const given = facts as unknown as Omit<ReadFacts, 'r'>
    return DECISIONS.readAnswer({ ...given, r: given.n - given.w + 1 })
  },
}

const node = v.picklist(nodeIds({ nodes: MOST }))

export const quorumWrite: Trial<
  QuorumParameters,
  QuorumWorld,
  QuorumEvent,
  QuorumAction,
  QuorumNote
> = {
  functions: {
    writeDone: v.boolean(),
    readAnswer: v.nullable(v.pipe(v.number(), v.finite())),
  },
  seeds: SEEDS,
  lengthMs: LENGTH_MS,
  own,
  rules: (functions) => ({
    ...quorumStoreWith(decisionsOf(functions)),
    invariants: { freshReads: INVARIANTS.freshReads, ...DUTIES },
  }),
  course,
  shrink: (all, breaks) => ({
    ...all,
    deeds: fewer(all.deeds, (deeds) => breaks({ ...all, deeds })),
  }),
  courses: v.strictObject({
    parameters: v.pipe(
      v.object({ n: whole(1, MOST), write: whole(1, MOST) }),
      v.check(({ n, write }) => write <= n),
      v.transform((drawn) => parametersOf(drawn)),
    ),
    seed: seeds,
    deeds: deedsOf(
      v.variant('kind', [
        v.strictObject({ kind: v.picklist(['write', 'read', 'heal']) }),
        v.strictObject({ kind: v.picklist(['crash', 'restart']), node }),
        v.strictObject({ kind: v.literal('reach'), nodes: v.array(node) }),
      ]),
      LENGTH_MS,
    ),
  }),
}
