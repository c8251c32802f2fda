import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Attempt, union } from './attempt.ts'
import { attempts, sample } from './sample-attempts.ts'
import {
  type Backup,
  fileName,
  fileText,
  mergeInto,
  MOST_BYTES,
  othersIn,
  type Others,
  type Place,
  previewOf,
  readFile,
  replaceWith,
  reset,
} from './transfer.ts'

const list = fc.array(attempts, { maxLength: 15 }).map((all) => union(all, []))
const backup = (change: Partial<Backup> = {}): Backup => ({
  exported: Date.UTC(2026, 0, 5),
  attempts: [],
  others: {},
  ...change,
})
const file = (change: object) => JSON.stringify({ ...JSON.parse(fileText(backup())), ...change })

/** A browser whose parts can be made to fail. */
function place(attempts: readonly Attempt[], others: Others, fails?: 'attempts' | 'others') {
  const state = { attempts, others }
  const setAttempts = async (next: readonly Attempt[]) => {
    if (fails === 'attempts') return false
    state.attempts = next
    return true
  }
  const here: Place = {
    attempts: {
      merge: (more) => setAttempts(union(state.attempts, more)),
      replace: setAttempts,
      clear: () => setAttempts([]),
    },
    others: {
      read: () => state.others,
      write: (all) => {
        const half = Object.entries(all).slice(0, 1)
        if (fails === 'others' && all !== others) {
          state.others = Object.fromEntries(half)
          throw new DOMException('full', 'QuotaExceededError')
        }
        state.others = all
      },
    },
  }
  return { state, here }
}

describe('a file', () => {
  it('gives back what was put in', () => {
    fc.assert(
      fc.property(list, (all) => {
        const one = backup({ attempts: all, others: { 'still-flying': '{"theme":"dark"}' } })
        expect(readFile(fileText(one))).toEqual({ backup: one, unreadable: 0 })
      }),
    )
  })

  it('is named after the day', () => {
    expect(fileName(new Date(2026, 0, 5, 23).getTime())).toBe('still-flying-2026-01-05.json')
  })

  it.each([
    ['nothing', '', 'not-json'],
    ['half of a file', fileText(backup({ attempts: [sample()] })).slice(0, 150), 'not-json'],
    ['a list', '[]', 'other-format'],
    ['a number', '7', 'other-format'],
    ['null', 'null', 'other-format'],
    ['a file of something else', '{"format":"anki","version":1}', 'other-format'],
    ['a later version', file({ version: 2 }), 'newer'],
    ['version 0', file({ version: 0 }), 'damaged'],
    ['attempts that are no list', file({ attempts: { length: 3 } }), 'damaged'],
    ['no date', file({ exported: 'yesterday' }), 'damaged'],
    ['a date that no browser reads', file({ exported: '2026-01-05T10:00:00+01' }), 'damaged'],
    ['texts that are no texts', file({ others: 'x' }), 'damaged'],
    ['too much', 'x'.repeat(MOST_BYTES + 1), 'too-large'],
    ['deep nesting', '['.repeat(100_000), 'not-json'],
  ])('that holds %s is explained', (_, text, problem) => {
    expect(readFile(text)).toEqual({ problem })
  })

  it('is used as far as it can be read, and the rest is counted', () => {
    const good = sample()
    const text = file({
      attempts: [good, { ...sample(), seed: -1 }, 'x', { v: 9 }, good],
      others: { 'still-flying': '{}', elsewhere: 'x', 'still-flying:review': 5 },
    })
    expect(readFile(text)).toEqual({
      backup: backup({ attempts: [good], others: { 'still-flying': '{}' } }),
      unreadable: 5,
    })
  })

  it('cannot reach a prototype', () => {
    const poison = '{"polluted":"yes"}'
    const plain = fileText(backup({ attempts: [sample()], others: {} }))
    for (const text of [
      plain.replace('"others": {}', `"others": {"__proto__": ${poison}, "constructor": "x"}`),
      plain.replace('"others": {}', `"others": {}, "__proto__": ${poison}`),
      plain.replace('"seed": 7', `"seed": 7, "__proto__": ${poison}`),
      plain.replace('"option": "four"', `"option": "four", "__proto__": ${poison}`),
    ]) {
      expect(text).not.toBe(plain)
      const { backup: read } = readFile(text)
      expect(Object.keys(read?.others ?? {})).toEqual([])
      expect(Object.getOwnPropertyNames(read?.attempts[0]?.answer ?? {})).not.toContain('__proto__')
      expect({}).not.toHaveProperty('polluted')
      expect(read?.attempts[0] ?? {}).not.toHaveProperty('polluted')
    }
  })

  it('never makes reading throw, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(readFile(text)).toBeDefined()
      }),
    )
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (attempts, others) => {
        const { backup: read } = readFile(file({ attempts: [attempts], others }))
        expect(read?.attempts ?? []).toEqual([])
      }),
    )
  })
})

describe('before anything is done', () => {
  it('it is told what is new, and what is only here', () => {
    const [a, b, c] = [sample(), sample(), sample()]
    const one = backup({
      attempts: [a, b],
      others: { 'still-flying': 'x', 'still-flying:review': 'y' },
    })
    expect(previewOf(one, [b, c], { 'still-flying': 'z' })).toEqual({
      answers: 2,
      fresh: 1,
      onlyHere: 1,
      freshOthers: 1,
    })
  })
})

describe('merging', () => {
  it('adds what is new, and keeps the texts that are here', async () => {
    const [a, b] = [sample(), sample()]
    const { state, here } = place([a], { 'still-flying': 'here' })
    const one = backup({
      attempts: [a, b],
      others: { 'still-flying': 'there', 'still-flying:review': 'there' },
    })
    expect(await mergeInto(here, one)).toBe(true)
    expect(state.attempts).toEqual([a, b])
    expect(state.others).toEqual({ 'still-flying': 'here', 'still-flying:review': 'there' })
  })

  it('of two files comes to the same, whichever was first and however often', async () => {
    await fc.assert(
      fc.asyncProperty(list, list, list, async (start, one, two) => {
        const after = async (...files: readonly (readonly Attempt[])[]) => {
          const { state, here } = place(start, {})
          for (const attempts of files) await mergeInto(here, backup({ attempts }))
          return state.attempts
        }
        expect(await after(one, two)).toEqual(await after(two, one))
        expect(await after(one, two, one)).toEqual(await after(one, two))
      }),
    )
  })
})

describe('when something fails half way', () => {
  const mine = { 'still-flying': 'mine', 'still-flying:review': 'mine' }
  const theirs = backup({
    attempts: [sample()],
    others: { 'still-flying': 'a', 'still-flying:x': 'b' },
  })

  it.each(['attempts', 'others'] as const)('everything is as it was (%s)', async (fails) => {
    const before = [sample()]
    for (const deed of [mergeInto, replaceWith, reset]) {
      const { state, here } = place(before, mine, fails)
      expect(await deed(here, theirs)).toBe(false)
      expect(state).toEqual({ attempts: before, others: mine })
    }
  })
})

describe('replacing and deleting', () => {
  it('leave what is in the file, or nothing', async () => {
    const { state, here } = place([sample()], { 'still-flying:review': 'mine' })
    const one = backup({ attempts: [sample()], others: { 'still-flying': 'theirs' } })
    expect(await replaceWith(here, one)).toBe(true)
    expect(state).toEqual({ attempts: one.attempts, others: one.others })
    expect(await reset(here)).toBe(true)
    expect(state).toEqual({ attempts: [], others: {} })
  })

  it('touch no key of another page on the same host', () => {
    const kept = new Map([
      ['elsewhere', 'x'],
      ['still-flying', 'y'],
      ['still-flying:review', 'z'],
      ['still-flying-too', 'w'],
    ])
    const storage = {
      get length() {
        return kept.size
      },
      key: (index: number) => [...kept.keys()][index] ?? null,
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
      removeItem: (key: string) => void kept.delete(key),
      clear: () => kept.clear(),
    }
    const port = othersIn(() => storage)
    expect(port.read()).toEqual({ 'still-flying': 'y', 'still-flying:review': 'z' })
    port.write({ 'still-flying': 'new' })
    expect([...kept]).toEqual([
      ['elsewhere', 'x'],
      ['still-flying', 'new'],
      ['still-flying-too', 'w'],
    ])
  })
})
