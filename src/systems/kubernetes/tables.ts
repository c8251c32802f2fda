import type { Kinds, Resource } from './objects.ts'
import type { Store, Table } from './world.ts'

/** So many events stand on a shelf: a new one costs a copy of these and not of thousands. */
const SHELF_SIZE = 32

/** The shelf that holds an event, or the last one with room; -1 where a new one has to be put up. */
export function shelfFor(shelves: Store['events'], key: string): number {
  const place = shelves.findIndex((shelf) => Object.hasOwn(shelf, key))
  const last = shelves.at(-1)
  return place < 0 && last && Object.keys(last).length < SHELF_SIZE ? shelves.length - 1 : place
}

/** All objects of a resource, by key, in the order in which they were made. */
export function tableOf<R extends Resource>(store: Store, resource: R): Table<R>
export function tableOf(store: Store, resource: Resource): Table<Resource> {
  if (resource !== 'events') return store.tables[resource]
  const all: Record<string, Kinds['events']> = {}
  return Object.assign(all, ...store.events)
}

/** The object at a key. */
export function objectAt<R extends Resource>(
  store: Store,
  resource: R,
  key: string,
): Kinds[R] | undefined
export function objectAt(
  { tables, events }: Store,
  resource: Resource,
  key: string,
): Kinds[Resource] | undefined {
  const table =
    resource === 'events'
      ? events.find((shelf) => Object.hasOwn(shelf, key))
      : (tables[resource] as Table<Resource>)
  return table && Object.hasOwn(table, key) ? table[key] : undefined
}
