import type { Kinds, Resource } from '../objects.ts'
import type { World } from '../world.ts'

/** Fills in what a client left out, as the server does on the way in. */
export function withDefaults<R extends Resource>(
  _resource: R,
  object: Kinds[R],
  _world: World,
): Kinds[R] {
  return object
}
