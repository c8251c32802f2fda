import { timestampAt } from '../clock.ts'
import type { Kinds, Resource, Timestamp } from '../objects.ts'
import { objectAt } from '../tables.ts'
import type { Turn } from '../turn.ts'

/** Where an object stands in its table: `namespace/name`, or the name where it has no namespace. */
export const keyOf = (namespace: string | undefined, name: string): string =>
  namespace === undefined || namespace === '' ? name : `${namespace}/${name}`

/** The key of an object. */
export const keyOfObject = ({
  metadata: { namespace, name },
}: {
  readonly metadata: { readonly namespace?: string; readonly name: string }
}): string => keyOf(namespace, name)

/** The object at a key as it stands in this turn. */
export function read<R extends Resource>(
  turn: Turn,
  resource: R,
  key: string,
): Kinds[R] | undefined {
  return objectAt(turn.world().store, resource, key)
}

/** Now, as the API stores it. */
export const timeOf = (turn: Turn): Timestamp => timestampAt(turn.nowMs)
