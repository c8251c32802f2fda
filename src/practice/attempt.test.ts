import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Attempt,
  byQuestion,
  inOrder,
  migrations,
  readAttempt,
  union,
  upgraded,
  VERSION,
} from './attempt.ts'
import { newAttemptId } from './attempt-id.ts'
import { attempts, sample } from './sample-attempts.ts'

describe('reading an attempt', () => {
  it('gives back what was kept', () => {
    const kept = sample()
    expect(readAttempt(structuredClone(kept))).toEqual(kept)
    expect(readAttempt({ ...sample(), confidence: 'sure' })?.confidence).toBe('sure')
  })

  it.each([
    ['a seed of 2^32', { seed: 2 ** 32 }],
    ['a broken seed', { seed: 0.5 }],
    ['a time before the course', { at: Date.UTC(2019, 11, 31) }],
    ['a time that is no number', { at: Number.NaN }],
    ['a question with a path', { question: '../quorums' }],
    ['a question called __proto__', { question: '__proto__' }],
    ['more credit than there is', { credit: 1.5 }],
    ['an unknown confidence', { confidence: 'very' }],
    ['a confidence of undefined', { confidence: undefined }],
    ['an answer of no kind', { answer: { kind: 'essay', text: 'x' } }],
    ['a field that nobody knows', { colour: 'red' }],
    ['an id that is a tag', { id: '<b>bold</b>' }],
  ])('refuses %s', (_, change) => {
    expect(readAttempt({ ...sample(), ...change })).toBeUndefined()
  })

  it.each([[undefined], [null], [3], ['attempt'], [[]], [{}], [{ v: 'one' }]])(
    'refuses %j',
    (found) => {
      expect(readAttempt(found)).toBeUndefined()
    },
  )

  it('reads anything that it wrote, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (found) => {
        const read = readAttempt(found)
        if (read) expect(readAttempt(read)).toEqual(read)
      }),
    )
  })
})

describe('versions', () => {
  it('are one more than there are migrations', () => {
    expect(VERSION).toBe(migrations.length + 1)
    expect(sample().v).toBe(VERSION)
  })

  // Planted: what a later version of the course might do.
  const planted = [
    (record: Readonly<Record<string, unknown>>) => ({ ...record, tries: 1 }),
    ({ tries, ...record }: Readonly<Record<string, unknown>>) => ({ ...record, tried: tries }),
  ]

  it('are passed one by one', () => {
    expect(upgraded({ v: 1, id: 'a' }, planted)).toEqual({ v: 3, id: 'a', tried: 1 })
    expect(upgraded({ v: 2, id: 'a', tries: 4 }, planted)).toEqual({ v: 3, id: 'a', tried: 4 })
    expect(upgraded({ v: 3, id: 'a', tried: 2 }, planted)).toEqual({ v: 3, id: 'a', tried: 2 })
  })

  it('that are not known yet are left alone', () => {
    expect(upgraded({ v: 4 }, planted)).toBeUndefined()
    expect(readAttempt({ ...sample(), v: 2 })).toBeUndefined()
    expect(upgraded({ v: 0 }, planted)).toBeUndefined()
  })
})

describe('the union of two lists', () => {
  const list = fc.array(attempts, { maxLength: 12 })

  it('is the same both ways round, and however it is grouped', () => {
    fc.assert(
      fc.property(list, list, list, (a, b, c) => {
        expect(union(a, b)).toEqual(union(b, a))
        expect(union(union(a, b), c)).toEqual(union(a, union(b, c)))
      }),
    )
  })

  it('adds nothing when it is made again', () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const once = union(a, b)
        expect(union(once, b)).toEqual(once)
        expect(union(once, once)).toEqual(once)
      }),
    )
  })

  it('holds every id once, in the order of time', () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const both = union(a, b)
        expect(new Set(both.map(({ id }) => id))).toEqual(new Set([...a, ...b].map(({ id }) => id)))
        expect(both).toEqual(inOrder(both))
        expect(new Set(both.map(({ id }) => id)).size).toBe(both.length)
      }),
    )
  })

  it('can be parted by question, each in order', () => {
    const first = sample({ at: 1_700_000_000_000 })
    const second = sample({ at: 1_700_000_000_001 })
    const other = sample({ question: 'other' })
    const groups = byQuestion([second, other, first])
    expect(groups.get('quorums')).toEqual([first, second])
    expect(groups.get('other')).toEqual([other])
  })
})

describe('an id of an attempt', () => {
  const readable = (id: string): Attempt | undefined => readAttempt(sample({ id }))
  const plain = { now: () => 1_700_000_000_000, random: Math.random }

  it('is made where there is no crypto, or half of it, or one that refuses', () => {
    const refusing = {
      getRandomValues: () => {
        throw new DOMException('refused', 'OperationError')
      },
    }
    const half = { getRandomValues: crypto.getRandomValues.bind(crypto) }
    for (const source of [
      { ...plain, crypto: undefined },
      { ...plain, crypto: {} },
      { ...plain, crypto: half },
      { ...plain, crypto: refusing },
      { ...plain, crypto },
    ])
      expect(readable(newAttemptId(source))).toBeDefined()
  })

  it('differs from all others made in the same millisecond', () => {
    const ids = Array.from({ length: 2000 }, () => newAttemptId({ ...plain, crypto: undefined }))
    expect(new Set(ids).size).toBe(2000)
  })
})
