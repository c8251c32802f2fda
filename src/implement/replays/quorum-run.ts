import { replayed } from '../../simulation/decisions.ts'
import { type Entry, machine } from '../../simulation/machine.ts'
import { passes } from '../../simulation/network.ts'
import { DECISIONS } from '../../systems/quorum-store/decisions.ts'
import { quorumStoreWith } from '../../systems/quorum-store/rules.ts'
import { nodeIds } from '../../systems/quorum-store/turn.ts'
import type {
  NodeId,
  Operation,
  QuorumAction,
  QuorumNote,
  QuorumParameters,
  QuorumWorld,
} from '../../systems/quorum-store/world.ts'
import type { Broken } from './replay.ts'

/** A copy for a while: what it holds, and whether the coordinator reaches it. */
export interface Spell {
  readonly fromMs: number
  readonly toMs: number
  readonly state: 'up' | 'down' | 'cut'
  readonly version: number
}

/** An answer that reached the coordinator: of whom, when, and to which operation. */
export interface Answer {
  readonly atMs: number
  readonly copy: NodeId
  readonly operation: number
}

export interface QuorumRun {
  readonly parameters: QuorumParameters
  readonly ids: readonly NodeId[]
  readonly lives: readonly (readonly Spell[])[]
  /** Every operation, with the row that it is drawn in: those of one row do not overlap. */
  readonly operations: readonly (Operation & { readonly row: number; readonly toMs: number })[]
  readonly rows: number
  readonly answers: readonly Answer[]
  readonly deeds: readonly { readonly atMs: number; readonly action: QuorumAction }[]
  readonly entries: readonly Entry<QuorumNote>[]
  readonly lengthMs: number
}

const COORDINATOR = 'C'
/** How much of the run is shown after the breach. */
const AFTER_MS = 60

function stateOf(world: QuorumWorld, id: NodeId): Pick<Spell, 'state' | 'version'> {
  const node = world.nodes[id]
  const version = node?.version ?? 0
  if (node?.life.condition !== 'up') return { state: 'down', version }
  return { state: passes(world.network, COORDINATOR, id) ? 'up' : 'cut', version }
}

/** The run of a quorum store up to what breaks in it. */
export function quorumRun({
  course,
  answers: given,
  breach,
}: Broken<QuorumParameters, QuorumAction>): QuorumRun {
  const { parameters, seed, deeds } = course
  const ids = nodeIds(parameters)
  const lengthMs = breach.atMs + AFTER_MS
  const run = machine(quorumStoreWith(replayed(given, DECISIONS)), { parameters }, seed)
  const entries = [...run.begun]
  const answers: Answer[] = []
  const open = ids.map((id) => ({ fromMs: 0, ...stateOf(run.world(), id) }))
  const lives: Spell[][] = ids.map(() => [])
  let [done, replies] = [0, 0]
  for (;;) {
    const deed = deeds[done]
    const atMs = Math.min(run.nextAtMs(), deed?.atMs ?? Infinity)
    if (atMs > breach.atMs) break
    if (deed && deed.atMs < run.nextAtMs()) {
      entries.push(...run.act(deed.action, deed.atMs))
      done += 1
    } else entries.push(...run.advance())
    const world = run.world()
    ids.forEach((id, at) => {
      const [now, before] = [stateOf(world, id), open[at]]
      if (!before || (before.state === now.state && before.version === now.version)) return
      lives[at]?.push({ ...before, toMs: atMs })
      open[at] = { fromMs: atMs, ...now }
    })
    const all = world.operations.reduce((sum, operation) => sum + operation.replies.length, 0)
    if (all > replies)
      for (const operation of world.operations) {
        const fresh = operation.replies.slice(
          answers.filter((answer) => answer.operation === operation.id).length,
        )
        for (const { copy } of fresh) answers.push({ atMs, copy, operation: operation.id })
      }
    replies = all
  }
  open.forEach((spell, at) => lives[at]?.push({ ...spell, toMs: lengthMs }))
  const ends: number[] = []
  const operations = run.world().operations.map((operation) => {
    const toMs = operation.endMs ?? lengthMs
    const free = ends.findIndex((endMs) => endMs < operation.startMs - 10)
    const row = free < 0 ? ends.length : free
    ends[row] = toMs
    return { ...operation, row, toMs }
  })
  return {
    parameters,
    ids,
    lives,
    operations,
    rows: ends.length,
    answers,
    deeds: deeds.slice(0, done),
    entries,
    lengthMs,
  }
}
