import { type NodeId, NODES, type SplitBrainWorld } from '../../systems/split-brain/world.ts'
import { LENGTH_MS } from './fixed.ts'

/** A stretch of time. */
export interface Span {
  readonly fromMs: number
  readonly toMs: number
}

/**
 * What a node is: `waits` leads, and may not answer without the other; `both` leads as the other one
 * does; `silent` does not lead, and hears of nobody who does.
 */
export type State = 'leads' | 'alone' | 'waits' | 'both' | 'standby' | 'silent' | 'down'

export interface Spell extends Span {
  readonly state: State
}

/** The world at a moment: it stands until the next one. */
export interface Moment {
  readonly atMs: number
  readonly world: SplitBrainWorld
}

const leads = ({ nodes }: SplitBrainWorld, id: NodeId): boolean =>
  nodes[id].role === 'primary' && nodes[id].life.condition === 'up'

/** How long the oldest write has waited that a primary has taken and not answered for. */
const waitsSinceMs = ({ nodes, fates }: SplitBrainWorld, id: NodeId, atMs: number): number => {
  const { log, answered } = nodes[id]
  const next = log[answered]
  return next ? atMs - (fates[next.write - 1]?.sentMs ?? atMs) : 0
}

export function stateOf(world: SplitBrainWorld, id: NodeId, atMs: number): State {
  const { life, alone, heardMs, leaderMs } = world.nodes[id]
  const { heartbeatMs, latencyMs } = world.parameters
  const longMs = heartbeatMs + 2 * latencyMs
  if (life.condition === 'down') return 'down'
  if (!leads(world, id)) return atMs - leaderMs > longMs ? 'silent' : 'standby'
  if (NODES.every((each) => leads(world, each))) return 'both'
  if (alone === 'yes') return 'alone'
  return atMs - heardMs > longMs || waitsSinceMs(world, id, atMs) > longMs ? 'waits' : 'leads'
}

/** Stretches in which something is the same, one after the other. */
function stretches<T>(
  moments: readonly Moment[],
  look: (moment: Moment) => T,
): readonly (Span & { readonly now: T })[] {
  const found: (Span & { readonly now: T })[] = []
  let open: { readonly fromMs: number; readonly now: T } | undefined
  for (const moment of moments) {
    const now = look(moment)
    if (open?.now === now) continue
    if (open && moment.atMs > open.fromMs) found.push({ ...open, toMs: moment.atMs })
    open = { now, fromMs: moment.atMs }
  }
  if (open && open.fromMs < LENGTH_MS) found.push({ ...open, toMs: LENGTH_MS })
  return found
}

export const livesOf = (moments: readonly Moment[], id: NodeId): readonly Spell[] =>
  stretches(moments, ({ world, atMs }) => stateOf(world, id, atMs)).map(
    ({ fromMs, toMs, now }) => ({ fromMs, toMs, state: now }),
  )

const when = (moments: readonly Moment[], holds: (moment: Moment) => boolean): readonly Span[] =>
  stretches(moments, holds).filter(({ now }) => now)

/** When two nodes lead at once. */
export const twoLead = (moments: readonly Moment[]): readonly Span[] =>
  when(moments, ({ world }) => NODES.every((id) => leads(world, id)))

/** When no node answers a write. */
export const nobodyAnswers = (moments: readonly Moment[]): readonly Span[] =>
  when(moments, ({ world, atMs }) =>
    NODES.every((id) => ['waits', 'standby', 'silent', 'down'].includes(stateOf(world, id, atMs))),
  )

/** When what lies between A and B is cut: altogether, or in one direction. */
export const linkSpans = (moments: readonly Moment[]) =>
  stretches(moments, ({ world: { cut } }) => {
    const [to, from] = [cut.includes('A>B'), cut.includes('B>A')]
    return to && from ? 'cut' : to ? 'a-to-b' : from ? 'b-to-a' : 'whole'
  })

export const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)
