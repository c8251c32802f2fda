/**
 * A node between its crashes. What it was told to do in an earlier life, and its timers, mean
 * nothing to it; what comes while it is paused waits, and hits it all at once when it goes on. A
 * paused node does not know that it was paused: that is what makes it more dangerous than a dead one.
 */
export interface NodeLife<Event> {
  readonly condition: 'up' | 'paused' | 'down'
  /** Counts restarts, from 0. */
  readonly life: number
  /** What came while it was paused, in its order. */
  readonly held: readonly Event[]
}

/** A node that has just been switched on. */
export const newNode = <Event>(): NodeLife<Event> => ({ condition: 'up', life: 0, held: [] })

/** It stops, and forgets everything that it did not write down. */
export const crashed = <Event>({ life }: NodeLife<Event>): NodeLife<Event> => ({
  condition: 'down',
  life: life + 1,
  held: [],
})

/** It is switched on again, whether it was down, paused or up. */
export const restarted = <Event>({ condition, life }: NodeLife<Event>): NodeLife<Event> => ({
  condition: 'up',
  life: condition === 'down' ? life : life + 1,
  held: [],
})

/** It stands still: a long garbage collection, a suspended machine. Dead nodes stay dead. */
export const paused = <Event>(node: NodeLife<Event>): NodeLife<Event> =>
  node.condition === 'up' ? { ...node, condition: 'paused' } : node

/** It goes on where it was, and everything that was held comes at once. */
export const resumed = <Event>(
  node: NodeLife<Event>,
): { readonly node: NodeLife<Event>; readonly released: readonly Event[] } =>
  node.condition === 'paused'
    ? { node: { ...node, condition: 'up', held: [] }, released: node.held }
    : { node, released: [] }

/**
 * What becomes of an event for a node.
 *
 * @param life the life it was meant for: that in which a timer was set; a message is for whoever
 *   lives, so it has none
 */
export function received<Event>(
  node: NodeLife<Event>,
  event: Event,
  life: number = node.life,
):
  | { readonly kind: 'happens' }
  | { readonly kind: 'held'; readonly node: NodeLife<Event> }
  | { readonly kind: 'dropped' } {
  if (node.condition === 'down' || life !== node.life) return { kind: 'dropped' }
  if (node.condition === 'up') return { kind: 'happens' }
  return { kind: 'held', node: { ...node, held: [...node.held, event] } }
}
