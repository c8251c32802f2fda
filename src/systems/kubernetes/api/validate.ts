import type { Kinds, Resource } from '../objects.ts'

/**
 * Checks what is about to be stored.
 *
 * @param before the object it replaces; none where it is new
 * @throws ApiError 422 with every cause at once
 */
export function validate<R extends Resource>(
  _resource: R,
  _object: Kinds[R],
  _before?: Kinds[R],
): void {
  // Every object is taken for now.
}
