import type { Entry, NodeId, SplitBrainWorld } from '../../systems/split-brain/world.ts'
import { NODES } from '../../systems/split-brain/world.ts'
import { branchesOf, conflictsOf, isAnswered } from './model.ts'

/** A write as it stands in a log. */
export interface Cell extends Entry {
  readonly answered: boolean
  /** The other branch sets its key too. */
  readonly clash: boolean
  /** No node has it any more. */
  readonly thrown: boolean
}

/** The two logs at a moment: what they share, and where one goes on without the other. */
export interface Fork {
  readonly shared: readonly Cell[]
  readonly branches: Readonly<Record<NodeId, readonly Cell[]>>
  /** Whose branch was thrown away; nobody's while the logs still differ. */
  readonly thrown: NodeId | undefined
  /** Whether there are branches to be drawn: a copy that is on its way is none. */
  readonly parted: boolean
}

/** So many writes may be on their way to the other log at any time. */
const ON_THE_WAY = 2

/** The two logs as a tree. After healing it keeps the last branch that was thrown away. */
export function forkOf(world: SplitBrainWorld): Fork {
  const { after, A, B } = branchesOf(world)
  const last = world.discards.at(-1)
  const differ = A.length + B.length > ON_THE_WAY
  const cells = (entries: readonly Entry[], clashing: ReadonlySet<number>, thrown: boolean) =>
    entries.map((entry) => ({
      ...entry,
      answered: isAnswered(world, entry),
      clash: clashing.has(entry.write),
      thrown,
    }))
  const numbers = (entries: readonly Entry[]) => new Set(entries.map(({ write }) => write))
  const none = new Set<number>()
  if (differ || !last) {
    const clashing = numbers(conflictsOf(world, A, B))
    const shared = world.nodes.A.log.slice(0, after)
    return {
      shared: cells(shared, none, false),
      branches: { A: cells(A, clashing, false), B: cells(B, clashing, false) },
      thrown: undefined,
      parted: differ,
    }
  }
  const clashing = numbers(conflictsOf(world, last.entries, last.kept))
  const log = NODES.map((id) => world.nodes[id].log).reduce((one, other) =>
    one.length >= other.length ? one : other,
  )
  const branchOf = (id: NodeId) =>
    id === last.node
      ? cells(last.entries, clashing, true)
      : cells(log.slice(last.after), clashing, false)
  return {
    shared: cells(log.slice(0, last.after), none, false),
    branches: { A: branchOf('A'), B: branchOf('B') },
    thrown: last.node,
    parted: true,
  }
}
