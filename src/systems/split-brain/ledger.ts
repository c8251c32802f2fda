import type { Turn } from './turn.ts'
import { type Discard, type Fate, type Invariant, type NodeId, NODES } from './world.ts'

/** Notes the first breach of a promise. */
function breach(turn: Turn, invariant: Invariant): void {
  const { breaches } = turn.world
  if (breaches[invariant] !== undefined) return
  turn.world = { ...turn.world, breaches: { ...breaches, [invariant]: turn.nowMs } }
  turn.notes.push({ kind: 'breach', invariant })
}

function changeFate(turn: Turn, write: number, part: Partial<Fate>): void {
  const fates = [...turn.world.fates]
  const fate = fates[write - 1]
  if (!fate) throw new RangeError(`split-brain: no write ${write}`)
  fates[write - 1] = { ...fate, ...part }
  turn.world = { ...turn.world, fates }
}

/** A client sends a write. @returns its number */
export function begun(turn: Turn, side: NodeId, key: number): number {
  const { fates } = turn.world
  const fate: Fate = {
    write: fates.length + 1,
    key,
    side,
    sentMs: turn.nowMs,
    at: undefined,
    answeredMs: undefined,
    discardedMs: undefined,
  }
  turn.world = { ...turn.world, fates: [...fates, fate] }
  return fate.write
}

export const taken = (turn: Turn, write: number, at: NodeId): void =>
  changeFate(turn, write, { at })

/** A client hears of success, unless it has given up. */
export function answered(turn: Turn, write: number): void {
  const fate = turn.world.fates[write - 1]
  if (!fate || turn.nowMs - fate.sentMs > turn.world.parameters.patienceMs) return
  changeFate(turn, write, { answeredMs: turn.nowMs })
  if (fate.discardedMs !== undefined) breach(turn, 'nothingLost')
}

/** A node throws the end of its log away. */
export function discarded(turn: Turn, discard: Omit<Discard, 'atMs'>): void {
  const { nowMs: atMs } = turn
  const { node, entries } = discard
  turn.world = { ...turn.world, discards: [...turn.world.discards, { ...discard, atMs }] }
  for (const { write } of entries) changeFate(turn, write, { discardedMs: atMs })
  const lost = entries.filter(
    ({ write }) => turn.world.fates[write - 1]?.answeredMs !== undefined,
  ).length
  turn.notes.push({ kind: 'discarded', node, count: entries.length, answered: lost })
  if (lost > 0) breach(turn, 'nothingLost')
}

/** Looks whether two nodes would take a write now. */
export function checkPrimaries(turn: Turn): void {
  const leads = (id: NodeId) => {
    const { role, life } = turn.world.nodes[id]
    return role === 'primary' && life.condition === 'up'
  }
  if (NODES.every(leads)) breach(turn, 'onePrimary')
}
