import { IDBFactory } from 'fake-indexeddb'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Attempt } from './attempt.ts'
import { changeRecords, DATABASE, openAttempts, readRecords } from './database.ts'
import { sample } from './sample-attempts.ts'
import { type AttemptStore, createAttemptStore, type Ports } from './store.ts'

const { v: _, id: __, ...made } = sample()
const stores: AttemptStore[] = []
afterEach(() => {
  for (const store of stores.splice(0)) store.stop()
})

/** A browser with any number of tabs, which hear one another at once. */
function browser(factory: () => IDBFactory = always(new IDBFactory())) {
  const tabs = new Set<() => void>()
  const persist = vi.fn()
  const tab = (change: Partial<Ports> = {}): AttemptStore => {
    const store = createAttemptStore(() => ({
      database: openAttempts(factory),
      listen: (heard) => {
        tabs.add(heard)
        return {
          tell: () => [...tabs].filter((other) => other !== heard).forEach((other) => other()),
          close: () => tabs.delete(heard),
        }
      },
      persist,
      patienceMs: 1000,
      ...change,
    }))
    stores.push(store)
    return store
  }
  return { tab, persist, database: openAttempts(factory) }
}

function always<T>(value: T): () => T {
  return () => value
}

/** A tab of a browser that opens no database. */
const refusing = (name: string) =>
  browser(() => {
    throw new DOMException('refused', name)
  }).tab()

const idsOf = (store: AttemptStore) => store.getState().attempts.map(({ id }) => id)
const settled = async (...all: readonly AttemptStore[]) => {
  for (const store of [...all, ...all]) await store.settled()
}

/** A database in which every writing fails as the browser would make it fail. */
function failing(name: string, when: () => boolean): Partial<Ports> {
  const database = openAttempts(always(new IDBFactory()))
  return {
    database: (mode, callback) =>
      mode === 'readwrite' && when()
        ? Promise.reject(new DOMException('no', name))
        : database(mode, callback),
  }
}

describe('attempts in the browser', () => {
  it('are there at once, and again after a reload', async () => {
    const { tab } = browser()
    const first = tab()
    expect(first.getState().keeping.status).toBe('loading')
    const attempt = first.record(made)
    expect(first.getState().attempts).toEqual([attempt])
    await first.settled()
    expect(first.getState().keeping).toEqual({ status: 'kept' })
    const reloaded = tab()
    reloaded.start()
    expect(reloaded.getState().attempts).toEqual([])
    await reloaded.settled()
    expect(reloaded.getState().attempts).toEqual([attempt])
  })

  it('are read again though a clock was wrong by a hundred years', async () => {
    const { tab } = browser()
    const [first, reloaded] = [tab(), tab()]
    for (const year of [1970, 2150]) first.record({ ...made, at: Date.UTC(year, 5) })
    await first.settled()
    reloaded.start()
    await reloaded.settled()
    expect(reloaded.getState()).toMatchObject({ attempts: [{}, {}], unreadable: 0 })
  })

  it('open no database before they are asked for', async () => {
    const factory = vi.fn(always(new IDBFactory()))
    const store = browser(factory).tab()
    store.getState()
    store.subscribe(() => undefined)
    await store.settled()
    expect(factory).not.toHaveBeenCalled()
  })

  it('ask the browser once to keep them, after the first', async () => {
    const { tab, persist } = browser()
    const store = tab()
    store.start()
    await store.settled()
    expect(persist).not.toHaveBeenCalled()
    for (let count = 0; count < 3; count++) {
      store.record(made)
      await store.settled()
    }
    expect(persist).toHaveBeenCalledTimes(1)
  })

  it('are the same in two tabs, whichever of them adds, and at the same time', async () => {
    const { tab } = browser()
    const [left, right] = [tab(), tab()]
    left.start()
    right.start()
    left.record(made)
    right.record({ ...made, at: made.at + 1 })
    left.record({ ...made, at: made.at + 2 })
    await settled(left, right)
    expect(left.getState().attempts).toHaveLength(3)
    expect(left.getState().attempts).toEqual(right.getState().attempts)
  })

  it('go in all tabs when one clears them', async () => {
    const { tab } = browser()
    const [left, right] = [tab(), tab()]
    left.record(made)
    right.start()
    await settled(left, right)
    expect(await right.clear()).toBe(true)
    await settled(left, right)
    expect(left.getState().attempts).toEqual([])
  })
})

describe('records that cannot be read', () => {
  const strange = { v: 2, id: 'from-tomorrow', tried: 1 }
  const withStrange = async () => {
    const { tab, database } = browser()
    await changeRecords(database, { add: [strange, sample({ id: 'readable-1' })] })
    const store = tab()
    store.start()
    await store.settled()
    return { store, database }
  }

  it('are counted and left as they are, whatever is added or replaced', async () => {
    const { store, database } = await withStrange()
    expect(store.getState()).toMatchObject({ unreadable: 1, keeping: { status: 'kept' } })
    expect(idsOf(store)).toEqual(['readable-1'])
    store.record(made)
    expect(await store.merge([sample({ id: strange.id })])).toBe(true)
    expect(await store.replace([sample({ id: 'another-1' }), sample({ id: strange.id })])).toBe(
      true,
    )
    expect(idsOf(store)).toEqual(['another-1'])
    expect(new Map(await readRecords(database)).get('from-tomorrow')).toEqual(strange)
  })

  it('go when everything is cleared', async () => {
    const { store, database } = await withStrange()
    expect(await store.clear()).toBe(true)
    expect(store.getState()).toMatchObject({ unreadable: 0, attempts: [] })
    expect(await readRecords(database)).toEqual([])
  })
})

describe('replacing', () => {
  it('loses nothing when it fails half way', async () => {
    const { tab, database } = browser()
    const store = tab()
    const attempt = store.record(made)
    await store.settled()
    // The second of these cannot be stored: a function has no copy.
    const broken = { ...sample({ id: 'broken-01' }), answer: () => 1 } as unknown as Attempt
    expect(await store.replace([sample({ id: 'good-0001' }), broken])).toBe(false)
    expect(store.getState()).toMatchObject({ attempts: [attempt], keeping: { status: 'kept' } })
    expect((await readRecords(database)).map(([id]) => id)).toEqual([attempt.id])
  })

  it('says so and changes nothing when the storage is full', async () => {
    let full = false
    const store = browser().tab(failing('QuotaExceededError', () => full))
    const attempt = store.record(made)
    await store.settled()
    full = true
    expect(await store.replace([sample()])).toBe(false)
    expect(await store.merge([sample()])).toBe(false)
    expect(await store.clear()).toBe(false)
    expect(store.getState()).toMatchObject({ attempts: [attempt], keeping: { status: 'kept' } })
  })

  it('merging adds what is new and nothing twice', async () => {
    const store = browser().tab()
    const attempt = store.record(made)
    expect(await store.merge([attempt, sample({ id: 'imported-1' })])).toBe(true)
    expect(await store.merge([attempt])).toBe(true)
    expect(new Set(idsOf(store))).toEqual(new Set([attempt.id, 'imported-1']))
    expect(store.getState().attempts).toHaveLength(2)
  })
})

describe('an answer that is there', () => {
  it('is not changed by a file that has another under its id', async () => {
    const there = sample({ id: 'attempt-same', right: true })
    const forged = [false, true].map((right) => ({ ...there, right, seed: there.seed - 1 }))
    for (const other of forged)
      for (const store of [browser().tab(), refusing('SecurityError')]) {
        expect(await store.merge([there])).toBe(true)
        expect(await store.merge([other])).toBe(true)
        expect(store.getState().attempts).toEqual([there])
      }
  })

  it('outlives a deletion that was asked for before it was given', async () => {
    for (const deed of ['clear', 'replace'] as const)
      for (const store of [browser().tab(), refusing('SecurityError')]) {
        store.record(made)
        await store.settled()
        const deleted = store[deed]([])
        const later = store.record({ ...made, at: made.at + 1 })
        expect(await deleted).toBe(true)
        await store.settled()
        expect(store.getState().attempts).toEqual([later])
      }
  })
})

describe('a change that fails', () => {
  it('says why, where the browser tells only of the transaction', async () => {
    const { database } = browser()
    const change = changeRecords(
      async (mode, callback) =>
        database(mode, (store) => {
          // Asked for behind the reading, so that it fails while records are written.
          void Promise.resolve().then(() => {
            store.add(1, 'twice')
            store.add(1, 'twice')
          })
          return callback(store)
        }),
      { add: [sample()] },
    )
    await expect(change).rejects.toMatchObject({ name: 'ConstraintError' })
    expect(await readRecords(database)).toEqual([])
  })
})

describe('where nothing can be kept', () => {
  it.each([['SecurityError'], ['InvalidStateError'], ['UnknownError']])(
    'the course works on in memory and says so (%s on opening)',
    async (name) => {
      const store = refusing(name)
      const attempt = store.record(made)
      await store.settled()
      expect(store.getState()).toMatchObject({
        attempts: [attempt],
        keeping: { status: 'not-kept', reason: 'unavailable' },
      })
      expect(await store.merge([sample({ id: 'imported-1' })])).toBe(true)
      expect(store.getState().attempts).toHaveLength(2)
      expect(await store.replace([sample({ id: 'imported-2' })])).toBe(true)
      expect(idsOf(store)).toEqual(['imported-2'])
      expect(await store.clear()).toBe(true)
      expect(store.getState().attempts).toEqual([])
    },
  )

  it('a browser without IndexedDB is no different', async () => {
    const store = browser(() => {
      throw new ReferenceError('indexedDB is not defined')
    }).tab()
    store.record(made)
    await store.settled()
    expect(store.getState().keeping).toEqual({ status: 'not-kept', reason: 'unavailable' })
  })

  it('a full storage keeps the attempt in memory, and writes it when there is room again', async () => {
    let full = true
    const { tab } = browser()
    const store = tab(failing('QuotaExceededError', () => full))
    const attempt = store.record(made)
    await store.settled()
    expect(store.getState()).toMatchObject({
      attempts: [attempt],
      keeping: { status: 'not-kept', reason: 'full' },
    })
    full = false
    const second = store.record({ ...made, at: made.at + 1 })
    await store.settled()
    expect(store.getState()).toMatchObject({
      attempts: [attempt, second],
      keeping: { status: 'kept' },
    })
  })

  it('a database of a later version is not touched', async () => {
    const factory = new IDBFactory()
    await new Promise((resolve) => {
      factory.open(DATABASE, 9).addEventListener('success', resolve)
    })
    const store = browser(always(factory)).tab()
    store.record(made)
    await store.settled()
    expect(store.getState().keeping).toEqual({ status: 'not-kept', reason: 'newer' })
  })

  it('a database that does not answer is reported, and used once it does', async () => {
    let resolve: () => void = () => undefined
    const promise = new Promise<void>((done) => {
      resolve = done
    })
    const database = openAttempts(always(new IDBFactory()))
    const store = browser().tab({
      patienceMs: 5,
      database: async (mode, callback) => {
        await promise
        return database(mode, callback)
      },
    })
    const attempt = store.record(made)
    await vi.waitFor(() =>
      expect(store.getState().keeping).toEqual({ status: 'not-kept', reason: 'waiting' }),
    )
    expect(store.getState().attempts).toEqual([attempt])
    resolve()
    await store.settled()
    expect(store.getState()).toMatchObject({ attempts: [attempt], keeping: { status: 'kept' } })
  })

  it('an old tab makes way for a later version of the course', async () => {
    const factory = new IDBFactory()
    const store = browser(always(factory)).tab()
    store.record(made)
    await store.settled()
    const opened = await new Promise((resolve) => {
      const request = factory.open(DATABASE, 2)
      request.addEventListener('success', () => resolve(true))
      request.addEventListener('blocked', () => resolve(false))
    })
    expect(opened).toBe(true)
    store.record(made)
    await store.settled()
    expect(store.getState()).toMatchObject({ keeping: { status: 'not-kept', reason: 'newer' } })
    expect(store.getState().attempts).toHaveLength(2)
  })
})
