// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { reader, VERSION } from './reader.ts'
import { STORAGE_KEY } from './stored.ts'

/** As another tab does it, and as a file that is read in. */
function write(state: unknown) {
  localStorage.setItem(STORAGE_KEY, JSON.stringify({ state, version: VERSION }))
  dispatchEvent(new StorageEvent('storage', { key: STORAGE_KEY }))
}

beforeEach(() => {
  reader.getState().setTheme('dark')
  reader.getState().openLesson('independence')
  reader.getState().keepDraft('fencing', 'let a')
})

describe('what is kept elsewhere', () => {
  it('is here too, and nothing of what was here before', () => {
    write({ lessons: { quorums: 'finished' } })
    const { theme, lessons, drafts } = reader.getState()
    expect({ theme, lessons, drafts }).toEqual({
      theme: undefined,
      lessons: { quorums: 'finished' },
      drafts: {},
    })
  })

  it.each([STORAGE_KEY, null])('goes here too when it is deleted (key %s)', (key) => {
    localStorage.clear()
    // The browser names no key where everything was deleted.
    dispatchEvent(new StorageEvent('storage', { key }))
    expect(reader.getState().lessons).toEqual({})
    expect(reader.getState().theme).toBeUndefined()
  })
})

describe('a draft', () => {
  it('is forgotten alone', () => {
    reader.getState().keepDraft('quorum-write', 'let b')
    reader.getState().keepDraft('fencing', undefined)
    expect(reader.getState().drafts).toEqual({ 'quorum-write': 'let b' })
    write({})
  })
})
