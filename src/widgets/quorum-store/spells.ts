import type { NodeId, QuorumWorld, Version } from '../../systems/quorum-store/world.ts'
import type { Moment } from './play.ts'

/** A machine for a while: what it holds, and whether that is the newest there is. */
export interface Spell {
  readonly fromMs: number
  readonly toMs: number
  readonly state: 'newest' | 'older' | 'down' | 'keeps' | 'idle'
  /** What it holds; of a stand-in the newest that it keeps. */
  readonly version: Version
}

type Now = Pick<Spell, 'state' | 'version'>

/** What a machine is now; one that is no copy only keeps things for others. */
export function nowOf({ nodes, written }: QuorumWorld, id: NodeId, copy: boolean): Now {
  const node = nodes[id]
  if (!node) return { state: 'idle', version: 0 }
  const kept = Math.max(0, ...Object.values(node.hints))
  if (node.life.condition !== 'up') return { state: 'down', version: copy ? node.version : kept }
  if (copy) return { state: node.version >= written ? 'newest' : 'older', version: node.version }
  return { state: kept > 0 ? 'keeps' : 'idle', version: kept }
}

/** The life of each machine, the first `n` of which are copies, from the worlds of a run. */
export function spellsOf(
  ids: readonly NodeId[],
  n: number,
  moments: readonly Moment[],
  lengthMs: number,
): Readonly<Record<NodeId, readonly Spell[]>> {
  const lifeOf = (id: NodeId, index: number): readonly Spell[] => {
    const spells: Spell[] = []
    let open: (Now & { readonly fromMs: number }) | undefined
    for (const { atMs, world } of moments) {
      const now = nowOf(world, id, index < n)
      if (open?.state === now.state && open.version === now.version) continue
      if (open && atMs > open.fromMs) spells.push({ ...open, toMs: atMs })
      open = { ...now, fromMs: atMs }
    }
    if (open && open.fromMs < lengthMs) spells.push({ ...open, toMs: lengthMs })
    return spells
  }
  return Object.fromEntries(ids.map((id, index) => [id, lifeOf(id, index)]))
}
