import type { Turn } from '../turn.ts'
import type { Change, World } from '../world.ts'

/** Everything that looks at keys of its own again and again until there is nothing left to do. */
export type ControllerName =
  | 'deployment'
  | 'replicaset'
  | 'endpoints'
  | 'endpointslice'
  | 'disruption'
  | 'garbage'
  | 'namespace'
  | 'node-lifecycle'
  | 'taint-eviction'
  | 'scheduler'

/**
 * A reconciler. It learns of the world through the store alone: a change names the keys it
 * concerns, a key is looked at once however many changes named it, and looking twice does no harm.
 */
export interface Controller {
  readonly name: ControllerName
  /** How long it takes from a write until this controller looks at it, in milliseconds. */
  readonly hopMs: { readonly least: number; readonly most: number }
  /** The keys that a change concerns. */
  readonly concerns: (change: Change, world: World) => readonly string[]
  /** Looks at a key and does what is to be done now. */
  readonly sync: (turn: Turn, key: string) => void
  /** Keys to look at as the cluster begins. */
  readonly begin?: (world: World) => readonly string[]
}
