import type { KubeObject } from '../../objects.ts'
import type { Change } from '../../world.ts'
import { ApiError } from '../status.ts'
import type { ApiRequest } from '../rest.ts'
import type { Address } from './address.ts'
import { fresh, type View } from '../fresh.ts'
import { selection, tableAnswer, wantsTable } from './reading.ts'

/** One line of a watch. */
export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR'
  readonly object: object
}

/**
 * The changes after a revision, oldest first.
 *
 * @throws ApiError 410 where the log no longer reaches back so far
 */
export function changesAfter({ world }: View, revision: number): readonly Change[] {
  const { log, revision: latest } = world.store
  const first = log[0]?.revision ?? latest + 1
  if (revision + 1 < first && revision < latest)
    throw new ApiError({
      code: 410,
      reason: 'Expired',
      message: `too old resource version: ${revision} (${first - 1})`,
    })
  return log.filter((change) => change.revision > revision)
}

/**
 * What a watch says of changes: an object that no longer fits the selectors is gone for it, one
 * that fits them now is new.
 */
export function watchEvents(
  address: Address,
  request: ApiRequest,
  view: View,
  changes: readonly Change[],
): readonly WatchEvent[] {
  const wanted = selection(address, request.query)
  const shown = (object: KubeObject): object =>
    wantsTable(request)
      ? tableAnswer(address.info.name, [fresh(object, view)], request, view)
      : fresh(object, view)
  return changes
    .filter(({ resource }) => resource === address.info.name)
    .flatMap(({ type, object, before, revision }): readonly WatchEvent[] => {
      const was = before !== undefined && wanted(before)
      const is = type !== 'DELETED' && wanted(object)
      if (is) return [{ type: was ? 'MODIFIED' : 'ADDED', object: shown(object) }]
      if (!was) return []
      // What is told last carries the revision of its end.
      const metadata = { ...object.metadata, resourceVersion: String(revision) }
      return [{ type: 'DELETED', object: shown({ ...object, metadata }) }]
    })
}

/** Everything that is there as a watch that begins without a revision tells it. */
export const watchBegins = (
  objects: readonly KubeObject[],
  address: Address,
  request: ApiRequest,
  view: View,
): readonly WatchEvent[] =>
  objects.map((object) => ({
    type: 'ADDED',
    object: wantsTable(request) ? tableAnswer(address.info.name, [object], request, view) : object,
  }))
