import { promisifyRequest, type UseStore } from 'idb-keyval'

export const DATABASE = 'still-flying-practice'
const ATTEMPTS = 'attempts'
const DATABASE_VERSION = 1

/** The database could not be opened; the cause says why. */
class Unopened extends Error {
  constructor(cause: unknown) {
    super('The database of the attempts could not be opened', { cause })
  }
}

/**
 * Opens the database of the attempts when it is first used, and again where the browser closed it.
 * Unlike the connections of idb-keyval, this one makes way for a later version of the course in
 * another tab, which would otherwise wait for this tab to be closed.
 */
export function openAttempts(factory: () => IDBFactory): UseStore {
  let opened: Promise<IDBDatabase> | undefined
  const forget = () => {
    opened = undefined
  }
  const open = async (): Promise<IDBDatabase> => {
    try {
      const request = factory().open(DATABASE, DATABASE_VERSION)
      request.onupgradeneeded = () => request.result.createObjectStore(ATTEMPTS)
      const database = await promisifyRequest(request)
      database.addEventListener('close', forget)
      database.addEventListener('versionchange', () => {
        database.close()
        forget()
      })
      return database
    } catch (error) {
      forget()
      throw new Unopened(error)
    }
  }
  const begin = async (mode: IDBTransactionMode): Promise<IDBTransaction> =>
    (await (opened ??= open())).transaction(ATTEMPTS, mode)
  return async (mode, callback) => {
    const transaction = await begin(mode).catch((error: unknown) => {
      if (nameOf(error) !== 'InvalidStateError') throw error
      // Some browsers close a connection and tell nobody.
      forget()
      return begin(mode)
    })
    return callback(transaction.objectStore(ATTEMPTS))
  }
}

/** Everything that is kept, read or not. */
export const readRecords = (database: UseStore): Promise<readonly (readonly [string, unknown])[]> =>
  database('readonly', async (store) => {
    const [keys, values] = await Promise.all([
      promisifyRequest(store.getAllKeys()),
      promisifyRequest<unknown[]>(store.getAll()),
    ])
    return keys.map((key, index) => [String(key), values[index]] as const)
  })

/** What is done to the records in one transaction: all of it happens, or nothing. */
export interface Change {
  /** Which records go before others come. */
  readonly without?: (found: unknown) => boolean
  /** What comes. A record that is there under the same id stays as it is. */
  readonly add: readonly { readonly id: string }[]
}

/**
 * The end of a transaction. Unlike the promise of idb-keyval, it waits until a failed one is undone:
 * only then does the browser say why it failed.
 */
const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(transaction.error))
  })

export const changeRecords = (database: UseStore, { without, add }: Change): Promise<void> =>
  database('readwrite', async (store) => {
    const done = ended(store.transaction)
    try {
      const [keys, values] = await Promise.all([
        promisifyRequest(store.getAllKeys()),
        without ? promisifyRequest<unknown[]>(store.getAll()) : [],
      ])
      const there = new Set(keys)
      keys.forEach((key, index) => {
        if (!without?.(values[index])) return
        store.delete(key)
        there.delete(key)
      })
      for (const record of add) if (!there.has(record.id)) store.put(record, record.id)
    } catch (error) {
      done.catch(() => undefined)
      store.transaction.abort()
      throw error
    }
    await done
  })

/** Why answers are not kept. */
export type NotKeptReason =
  /** The browser offers no database here: a private window, or storage that is blocked. */
  | 'unavailable'
  /** There is no room left. */
  | 'full'
  /** Another tab of the course holds the database. */
  | 'waiting'
  /** A later version of the course has changed the database. */
  | 'newer'
  /** Something else; the next answer tries again. */
  | 'failed'

const nameOf = (error: unknown): string =>
  error instanceof Error || error instanceof DOMException ? error.name : ''

export function reasonOf(error: unknown): NotKeptReason {
  const name = nameOf(error instanceof Unopened ? error.cause : error)
  if (name === 'QuotaExceededError') return 'full'
  if (name === 'VersionError') return 'newer'
  // A database without its records is of no more use than none.
  return error instanceof Unopened || name === 'NotFoundError' ? 'unavailable' : 'failed'
}
