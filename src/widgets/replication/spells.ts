import type { ReplicationWorld, ServerId } from '../../systems/replication/world.ts'
import { LENGTH_MS } from './fixed.ts'

/** A stretch of time. */
export interface Span {
  readonly fromMs: number
  readonly toMs: number
}

/** A server for a while. */
export interface Spell extends Span {
  readonly state:
    | 'leads'
    | 'old'
    | 'follows'
    | 'promoting'
    | 'fenced'
    | 'isolated'
    | 'stopped'
    | 'paused'
    | 'down'
}

/** What a server is at a moment: the most telling of what is true of it. */
export function stateOf(world: ReplicationWorld, id: ServerId): Spell['state'] {
  const server = world.servers[id]
  if (!server || server.life.condition === 'down') return 'down'
  if (server.fenced) return 'fenced'
  if (server.life.condition === 'paused') return 'paused'
  if (server.role === 'primary') return world.primary === id ? 'leads' : 'old'
  if (server.promotedMs !== undefined) return 'promoting'
  if (server.isolated) return 'isolated'
  return server.replaying ? 'follows' : 'stopped'
}

/** The life of each server, from the worlds of a run. */
export function spellsOf(
  ids: readonly ServerId[],
  moments: readonly { readonly atMs: number; readonly world: ReplicationWorld }[],
): Readonly<Record<ServerId, readonly Spell[]>> {
  return Object.fromEntries(
    ids.map((id) => {
      const spells: Spell[] = []
      let open: { readonly state: Spell['state']; readonly fromMs: number } | undefined
      for (const { atMs, world } of moments) {
        const state = stateOf(world, id)
        if (open?.state === state) continue
        if (open && atMs > open.fromMs) spells.push({ ...open, toMs: atMs })
        open = { state, fromMs: atMs }
      }
      if (open && open.fromMs < LENGTH_MS) spells.push({ ...open, toMs: LENGTH_MS })
      return [id, spells]
    }),
  )
}
