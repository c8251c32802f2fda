import type { LeaseWorld } from '../../systems/lease/world.ts'
import { LENGTH_MS } from './fixed.ts'

/** A stretch of time. */
export interface Span {
  readonly fromMs: number
  readonly toMs: number
}

/** A process, or the lock, for a while; under which token. */
export interface Spell extends Span {
  readonly state: 'believes' | 'waits' | 'idle' | 'paused' | 'down'
  readonly token: number
}

type Now = Pick<Spell, 'state' | 'token'>

/** Joins what is the same one moment after the other. */
export function joined(moments: readonly (Now & { readonly atMs: number })[]): readonly Spell[] {
  const spells: Spell[] = []
  let open: (Now & { readonly fromMs: number }) | undefined
  for (const { atMs, state, token } of moments) {
    if (open?.state === state && open.token === token) continue
    if (open && atMs > open.fromMs) spells.push({ ...open, toMs: atMs })
    open = { state, token, fromMs: atMs }
  }
  if (open && open.fromMs < LENGTH_MS) spells.push({ ...open, toMs: LENGTH_MS })
  return spells
}

/** What a process is at a moment. */
export function stateOf(world: LeaseWorld, id: string, atMs: number): Now {
  const holder = world.holders[id]
  const token = holder?.token ?? 0
  if (holder?.life.condition === 'down') return { state: 'down', token: 0 }
  if (holder?.life.condition === 'paused') return { state: 'paused', token }
  const clock = atMs * (world.parameters.clocks[id] ?? 1)
  if (!holder || token === 0 || clock >= holder.validMs) return { state: 'idle', token: 0 }
  return { state: holder.waiting ? 'waits' : 'believes', token }
}

/** Who holds the lock at a moment, by its own clock. */
export const lockOf = ({ lock }: LeaseWorld, atMs: number): Now =>
  lock.holder !== undefined && atMs < lock.untilMs
    ? { state: 'believes', token: lock.token }
    : { state: 'idle', token: 0 }
