import type { Draw } from '../../simulation/draw.ts'
import type { Later, Moment, Step } from '../../simulation/rules.ts'
import type { ControllerName } from './controllers/controller.ts'
import type { Kinds, Resource } from './objects.ts'
import { shelfFor, tableOf } from './tables.ts'
import type { Change, ClusterEvent, ClusterNote, Store, Table, World } from './world.ts'

/** The log keeps at least so many changes; a watch that is further behind has to list again. */
const LOG_LENGTH = 1000
/** It is cut when it is so long, rather than moved with every change. */
const LONGEST_LOG = 1200

const logged = (log: Store['log'], changes: readonly Change[]): Store['log'] => {
  const longer = log.concat(changes)
  return longer.length > LONGEST_LOG ? longer.slice(-LOG_LENGTH) : longer
}

/**
 * One event or action while it is worked on: the world as it stands, and what is added to it.
 *
 * What is handed out is never changed in place by those who read it: `write` copies a table once a
 * turn and then writes to its own copy, so that five hundred pods cost one copy and not five hundred.
 */
export interface Turn {
  readonly nowMs: number
  readonly draw: Draw
  /** The world with everything that this turn has done so far. */
  readonly world: () => World
  /** Puts a part of the world; the store is written with `write` alone. */
  readonly put: <K extends Exclude<keyof World, 'store'>>(part: K, value: World[K]) => void
  /** Stores an object, or removes it with `null`, under the next revision, and logs the change. */
  readonly write: <R extends Resource>(resource: R, key: string, object: Kinds[R] | null) => void
  /** The revision that the next `write` will make. */
  readonly nextRevision: () => number
  /** What this turn has written. */
  readonly changes: () => readonly Change[]
  readonly schedule: (afterMs: number, event: ClusterEvent) => void
  /** Has a controller look at a key, unless it will sooner anyway. */
  readonly enqueue: (controller: ControllerName, key: string, afterMs: number) => void
  readonly note: (note: ClusterNote) => void
}

/** Begins a turn; `end` gives what it came to, as the engine wants it. */
export function turnOf(
  before: World,
  { nowMs, draw }: Moment,
): { readonly turn: Turn; readonly end: () => Step<World, ClusterEvent, ClusterNote> } {
  let world = before
  const copied = new Set<Resource>()
  const copiedShelves = new Set<Table<'events'>>()
  const schedule: Later<ClusterEvent>[] = []
  const notes: ClusterNote[] = []
  const changes: Change[] = []
  let revision = before.store.revision

  /** Where an event belongs: this turn's own copy of its shelf. */
  const shelf = (key: string): Record<string, Kinds['events']> => {
    const { events } = world.store
    const place = shelfFor(events, key)
    const was = events[place]
    if (was && copiedShelves.has(was)) return was
    const own = { ...was }
    copiedShelves.add(own)
    const shelves = was ? events.with(place, own) : [...events, own]
    world = { ...world, store: { ...world.store, events: shelves } }
    return own
  }
  const table = <R extends Exclude<Resource, 'events'>>(resource: R): Record<string, Kinds[R]> => {
    if (!copied.has(resource)) {
      copied.add(resource)
      const tables = { ...world.store.tables, [resource]: { ...world.store.tables[resource] } }
      world = { ...world, store: { ...world.store, tables } }
    }
    // The copy made above is this turn's own until the turn ends.
    return world.store.tables[resource] as Record<string, Kinds[R]>
  }
  const turn: Turn = {
    nowMs,
    draw,
    world: () => world,
    put(part, value) {
      world = { ...world, [part]: value }
    },
    write(resource, key, object) {
      const rows = resource === 'events' ? shelf(key) : table(resource)
      const was = rows[key]
      if (object === null && was === undefined) return
      revision += 1
      if (object === null) delete rows[key]
      else rows[key] = object
      const last = object ?? was
      if (last === undefined) return
      changes.push({
        revision,
        type: object === null ? 'DELETED' : was === undefined ? 'ADDED' : 'MODIFIED',
        resource,
        key,
        object: last,
        ...(was === undefined ? {} : { before: was }),
      })
    },
    nextRevision: () => revision + 1,
    changes: () => changes,
    schedule(afterMs, event) {
      schedule.push({ afterMs, event })
    },
    enqueue(controller, key, afterMs) {
      const keys = world.pending[controller] ?? {}
      const due = nowMs + Math.round(afterMs)
      const already = keys[key]
      if (already !== undefined && already <= due) return
      world = {
        ...world,
        pending: { ...world.pending, [controller]: { ...keys, [key]: due } },
      }
      schedule.push({ afterMs, event: { kind: 'sync', controller, key } })
    },
    note(note) {
      notes.push(note)
    },
  }
  const end = (): Step<World, ClusterEvent, ClusterNote> => {
    if (changes.length > 0) {
      const store: Store = {
        ...world.store,
        revision,
        log: logged(world.store.log, changes),
      }
      world = { ...world, store }
    }
    return { world, schedule, notes }
  }
  return { turn, end }
}

/** The objects of a resource, in the order of their keys. */
export function listed<R extends Resource>(
  store: Store,
  resource: R,
  namespace?: string,
): readonly Kinds[R][] {
  const rows = tableOf(store, resource)
  const keys = Object.keys(rows)
  const wanted =
    namespace === undefined ? keys : keys.filter((key) => key.startsWith(`${namespace}/`))
  return wanted.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)).flatMap((key) => rows[key] ?? [])
}
