import type { ServerId } from '../../systems/raft/parameters.ts'
import type { RaftWorld } from '../../systems/raft/world.ts'
import { LENGTH_MS } from './fixed.ts'

/** A stretch of time. */
export interface Span {
  readonly fromMs: number
  readonly toMs: number
}

/** A server for a while. */
export interface Spell extends Span {
  readonly state: 'follows' | 'stands' | 'leads' | 'down' | 'paused'
  readonly term: number
}

type Now = Pick<Spell, 'state' | 'term'>

/** What a server is doing, and in which term. */
export const stateOf = ({ servers }: RaftWorld, id: ServerId): Now => {
  const server = servers[id]
  const term = server?.term ?? 0
  if (server?.life.condition === 'down') return { state: 'down', term }
  if (server?.life.condition === 'paused') return { state: 'paused', term }
  if (server?.role === 'leader') return { state: 'leads', term }
  return { state: server?.role === 'follower' ? 'follows' : 'stands', term }
}

/** The life of each server, from the worlds of a run. */
export function spellsOf(
  ids: readonly ServerId[],
  moments: readonly { readonly atMs: number; readonly world: RaftWorld }[],
): Readonly<Record<ServerId, readonly Spell[]>> {
  return Object.fromEntries(
    ids.map((id) => {
      const spells: Spell[] = []
      let open: (Now & { readonly fromMs: number }) | undefined
      for (const { atMs, world } of moments) {
        const now = stateOf(world, id)
        // Whom a follower follows is told by the leaders' lanes: its term opens no new stretch.
        const same =
          open?.state === now.state && (now.state === 'follows' || open.term === now.term)
        if (open && same) continue
        if (open && atMs > open.fromMs) spells.push({ ...open, toMs: atMs })
        open = { ...now, fromMs: atMs }
      }
      if (open) spells.push({ ...open, toMs: LENGTH_MS })
      return [id, spells]
    }),
  )
}
