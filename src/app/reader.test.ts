import { describe, expect, it } from 'vitest'
import { combineKept, parseKept, VERSION } from './reader.ts'
import { STORAGE_KEY } from './stored.ts'

const whole = {
  theme: 'dark',
  locale: 'uk',
  lessons: { independence: 'finished' },
  guesses: { 'redundancy-paradox': 'half' },
  answers: { independence: 'directory' },
  drafts: { fencing: 'function receive() {}\n' },
  solved: { 'quorum-write': true },
}
const stored = (state: unknown, version: number = VERSION) => JSON.stringify({ state, version })

function parse(raw: string) {
  const aside: string[] = []
  const kept = parseKept(raw, (lost) => aside.push(lost))
  return { kept, aside }
}

describe('what an earlier visit left', () => {
  it('comes back as it was', () => {
    expect(parse(stored(whole))).toEqual({ kept: whole, aside: [] })
  })

  it('is not set aside for the order of its fields, which the first script writes as they come', () => {
    const { theme, ...rest } = whole
    expect(parse(stored({ ...rest, theme }))).toEqual({ kept: whole, aside: [] })
  })

  it('is not set aside for fields that are not there yet: a theme chosen before all else', () => {
    const { kept, aside } = parse(stored({ theme: 'dark' }))
    expect(kept).toEqual({
      theme: 'dark',
      locale: undefined,
      lessons: {},
      guesses: {},
      answers: {},
      drafts: {},
      solved: {},
    })
    expect(aside).toEqual([])
  })

  it.each([
    ['theme', 'purple'],
    ['theme', 7],
    ['locale', 'x'.repeat(21)],
    ['lessons', { independence: 'burnt' }],
    ['lessons', null],
    ['guesses', { 'redundancy-paradox': { $where: 1 } }],
    ['guesses', { '<script>': 'half' }],
    ['answers', 'all of them'],
    ['drafts', { fencing: 7 }],
    ['drafts', { fencing: 'x'.repeat(10_001) }],
    ['solved', { fencing: 'nearly' }],
  ])('loses no other field to a damaged %s: %j', (field, damage) => {
    const raw = stored({ ...whole, [field]: damage })
    const { kept, aside } = parse(raw)
    const empty = field === 'theme' || field === 'locale' ? undefined : {}
    expect(kept).toEqual({ ...whole, [field]: empty })
    expect(aside).toEqual([raw])
  })

  it.each([
    ['no JSON', '{"state":'],
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '42'],
    ['a list', '[]'],
    ['a state that is no object', stored('all')],
    ['a state that is null', stored(null)],
    ['another program’s', '{"cart":[1,2,3]}'],
  ])('is set aside whole, not overwritten, when it is %s', (_, raw) => {
    expect(parse(raw)).toEqual({ kept: undefined, aside: [raw] })
  })

  it('of a later version is kept for that version, with what this one cannot read', () => {
    const raw = stored({ ...whole, notes: { independence: 'a note' } }, VERSION + 1)
    const { kept, aside } = parse(raw)
    expect(kept).toEqual(whole)
    expect(aside).toEqual([raw])
  })

  it('cannot reach the prototype of anything', () => {
    const raw = `{"state":{"guesses":{"__proto__":{"polluted":"yes"}},"__proto__":{"theme":"dark"}},"version":1}`
    parse(raw)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect(({} as { theme?: string }).theme).toBeUndefined()
  })
})

describe('what is here and what a file brings', () => {
  const combine = (here: unknown, there: unknown) => {
    const text = combineKept(STORAGE_KEY, stored(here), stored(there))
    return text === undefined ? undefined : parse(text).kept
  }

  it('are one state, in which nothing of either is lost and the answer here stays', () => {
    const here = { ...whole, theme: undefined, lessons: {}, answers: { quorums: 'a' } }
    const there = { ...whole, answers: { quorums: 'b', independence: 'directory' } }
    expect(combine(here, there)).toEqual({
      ...whole,
      answers: { quorums: 'a', independence: 'directory' },
    })
  })

  it('count a lesson as finished that is so in either', () => {
    const lessons = (one: string) => ({ ...whole, lessons: { independence: one } })
    for (const [here, there] of [
      ['opened', 'finished'],
      ['finished', 'opened'],
    ] as const)
      expect(combine(lessons(here), lessons(there))?.lessons).toEqual({ independence: 'finished' })
  })

  it('are not made one where either cannot be read, nor under another key', () => {
    expect(combineKept(STORAGE_KEY, 'x', stored(whole))).toBeUndefined()
    expect(combine({ ...whole, lessons: 5 }, whole)).toBeUndefined()
    expect(combineKept('still-flying:review', '{}', '{}')).toBeUndefined()
  })
})
