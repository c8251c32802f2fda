import { isWritable } from '../../systems/regions/lease.ts'
import { REGIONS, type RegionId } from '../../systems/regions/parameters.ts'
import type { Seen } from '../../systems/regions/play.ts'
import type { RegionsView } from '../../systems/regions/world.ts'
import { LENGTH_MS } from './fixed.ts'

export type State = 'writes' | 'waits' | 'follows' | 'returning' | 'dark'

/** A region for a while. */
export interface Spell {
  readonly state: State
  readonly fromMs: number
  readonly toMs: number
}

export interface Life {
  readonly id: RegionId
  readonly spells: readonly Spell[]
}

/** What a region is at a moment; a primary that may not write waits. */
export function stateOf(world: RegionsView, id: RegionId, atMs: number): State {
  const { up, role, returning } = world.regions[id]
  if (!up) return 'dark'
  if (role === 'primary') return isWritable(world, id, atMs) ? 'writes' : 'waits'
  return returning ? 'returning' : 'follows'
}

/** The life of each region, from the worlds of a run. */
export const livesOf = (worlds: readonly Seen[]): readonly Life[] =>
  REGIONS.map((id) => {
    const spells: Spell[] = []
    let open: { readonly state: State; readonly fromMs: number } | undefined
    for (const { atMs, world } of worlds) {
      const state = stateOf(world, id, atMs)
      if (open?.state === state) continue
      if (open && atMs > open.fromMs) spells.push({ ...open, toMs: atMs })
      open = { state, fromMs: atMs }
    }
    if (open && open.fromMs < LENGTH_MS) spells.push({ ...open, toMs: LENGTH_MS })
    return { id, spells }
  })
