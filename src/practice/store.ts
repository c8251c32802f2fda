import type { UseStore } from 'idb-keyval'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { newAttemptId } from './attempt-id.ts'
import {
  type Attempt,
  believable,
  type NewAttempt,
  readAttempt,
  union,
  VERSION,
} from './attempt.ts'
import { changeRecords, type NotKeptReason, readRecords, reasonOf } from './database.ts'

/** Whether answers are kept in this browser: not known yet, so, or not so and why. */
export type Keeping =
  | { readonly status: 'loading'; readonly reason?: undefined }
  | { readonly status: 'kept'; readonly reason?: undefined }
  | { readonly status: 'not-kept'; readonly reason: NotKeptReason }

export interface Memory {
  /** All attempts that are known, kept or not, in order. */
  readonly attempts: readonly Attempt[]
  /** Records that this version cannot read. They stay as they are. */
  readonly unreadable: number
  readonly keeping: Keeping
}

/** What tells other tabs of a change; a BroadcastChannel where there is one. */
export interface Channel {
  readonly tell: () => void
  readonly close: () => void
}

/** All that the store needs of a browser. */
export interface Ports {
  readonly database: UseStore
  /** Calls back when another tab told, or when the page is seen again. */
  readonly listen: (heard: () => void) => Channel
  /** Asks the browser not to clear this away by itself. */
  readonly persist: () => void
  /** How long a database may take to answer before the reader is told, in milliseconds. */
  readonly patienceMs: number
}

export interface AttemptStore extends Pick<
  StoreApi<Memory>,
  'getState' | 'getInitialState' | 'subscribe'
> {
  /** Reads what is kept, and listens to other tabs. Only the first call does anything. */
  readonly start: () => void
  /** Adds an attempt; it is in the state at once, and kept as soon as can be. */
  readonly record: (made: NewAttempt) => Attempt
  /** Adds those whose ids are not there, and changes none that is. @returns false where they could not be kept; then nothing changed */
  readonly merge: (more: readonly Attempt[]) => Promise<boolean>
  /** Puts these in the place of all that can be read. @returns false where it failed; then nothing changed */
  readonly replace: (all: readonly Attempt[]) => Promise<boolean>
  /** Deletes everything, unreadable records too. @returns false where it failed; then nothing changed */
  readonly clear: () => Promise<boolean>
  /** Waits for everything that was asked so far. */
  readonly settled: () => Promise<void>
  readonly stop: () => void
}

/**
 * The reader's attempts. The database is the truth, and each tab reads it anew when another tells of a
 * change; whatever could not be written waits in memory and is tried again with the next attempt.
 * Everything that touches the database happens one after the other, so that no reading can overlook
 * what is just being written.
 */
export function createAttemptStore(portsOf: () => Ports): AttemptStore {
  const state = createStore<Memory>(() => ({
    attempts: [],
    unreadable: 0,
    keeping: { status: 'loading' },
  }))
  let ports: Ports | undefined
  let channel: Channel | undefined
  let kept: readonly Attempt[] = []
  let unreadable = 0
  let waiting: readonly Attempt[] = []
  let queue: Promise<unknown> = Promise.resolve()
  /** Whether the database was ever read. */
  let reached = false
  let asked = false
  let stopped = false

  const show = (keeping: Keeping) =>
    state.setState({ attempts: union(kept, waiting), unreadable, keeping })

  /** Does something with the database when all that was asked before is done. */
  function next(deed: (ports: Ports) => Promise<void>, failed = show): Promise<boolean> {
    start()
    const run = queue.then(async () => {
      if (!ports || stopped) return false
      const late = setTimeout(
        () => show({ status: 'not-kept', reason: 'waiting' }),
        ports.patienceMs,
      )
      try {
        await deed(ports)
        show({ status: 'kept' })
        return true
      } catch (error) {
        failed({ status: 'not-kept', reason: reasonOf(error) })
        return false
      } finally {
        clearTimeout(late)
      }
    })
    queue = run
    return run
  }

  async function read({ database }: Ports) {
    const found = await readRecords(database)
    const read = found.map(([, record]) => readAttempt(record))
    kept = union(
      read.filter((attempt) => attempt !== undefined),
      [],
    )
    unreadable = read.filter((attempt) => attempt === undefined).length
    reached = true
  }

  async function write({ database, persist }: Ports) {
    const now = waiting
    if (now.length === 0) return
    const first = kept.length === 0
    await changeRecords(database, { add: now })
    kept = union(kept, now)
    waiting = waiting.filter((attempt) => !now.includes(attempt))
    channel?.tell()
    if (first && !asked) {
      asked = true
      persist()
    }
  }

  async function agree(open: Ports) {
    await read(open)
    await write(open)
  }

  function start() {
    if (ports || stopped) return
    ports = portsOf()
    channel = ports.listen(() => void next(agree))
    void next(agree)
  }

  /** Changes everything at once. Where there never was a database, what is in memory is everything. */
  async function change(all: readonly Attempt[], without?: (found: unknown) => boolean) {
    let changed = false
    let before: Keeping = { status: 'loading' }
    // What is answered while this goes on is none of what it was asked for.
    const gone = without ? waiting : []
    const rest = () => waiting.filter((attempt) => !gone.includes(attempt))
    await next(
      async (open) => {
        before = state.getState().keeping
        await changeRecords(open.database, { add: all, ...(without ? { without } : {}) })
        changed = true
        waiting = rest()
        channel?.tell()
        await agree(open)
      },
      (failure) => {
        if (changed || reached || failure.reason !== 'unavailable') return show(before)
        const ids = new Set(rest().map(({ id }) => id))
        waiting = union(
          rest(),
          all.filter(({ id }) => !ids.has(id)),
        )
        changed = true
        show(failure)
      },
    )
    return changed
  }

  return {
    getState: state.getState,
    getInitialState: state.getInitialState,
    subscribe: state.subscribe,
    start,
    record(made) {
      const attempt: Attempt = { ...made, at: believable(made.at), v: VERSION, id: newAttemptId() }
      waiting = [...waiting, attempt]
      state.setState({ attempts: union(kept, waiting) })
      void next(write)
      return attempt
    },
    merge: (more) => change(more),
    replace: (all) => change(all, (found) => readAttempt(found) !== undefined),
    clear: () => change([], () => true),
    settled: async () => {
      await queue
    },
    stop() {
      stopped = true
      channel?.close()
    },
  }
}
