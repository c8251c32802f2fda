import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatOf } from './format.ts'
import type { Drawn, Question } from './question.ts'
import { LARGEST_SEED, seedUnlike, variantOf, varies } from './variant.ts'

const format = formatOf('en')
const seeds = fc.integer({ min: 0, max: LARGEST_SEED })

const question = (parameters: Question['parameters'], lay: Question['lay']): Question => ({
  id: 'q',
  outcome: 'o',
  lesson: 'l',
  aim: 'A',
  depth: 'recall',
  kind: 'choice',
  parameters,
  lay,
})
const saying = (drawn: Drawn) => ({
  kind: 'choice' as const,
  prompt: JSON.stringify(drawn),
  solution: [],
  options: ['a', 'b', 'c', 'd'].map((id) =>
    id === 'a'
      ? { id, text: id, why: 'Y', correct: true as const }
      : { id, text: id, why: 'N', misconception: 'm' },
  ),
})
const numbers = { n: { of: [3, 5, 7] }, p: { from: 0.1, to: 0.3, step: 0.1 } }

describe('a variant', () => {
  it('is the same for the same seed', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const one = question(numbers, saying)
        expect(variantOf(one, seed, format)).toEqual(variantOf(one, seed, format))
      }),
    )
  })

  it('draws each value of each parameter, and nothing else: 0.3 and not 0.30000000000000004', () => {
    const prompts = new Set(
      Array.from(
        { length: 200 },
        (_, seed) => variantOf(question(numbers, saying), seed, format).prompt,
      ),
    )
    // By hand: three times three.
    expect([...prompts].toSorted()).toEqual(
      [3, 5, 7].flatMap((n) => [0.1, 0.2, 0.3].map((p) => JSON.stringify({ n, p }))).toSorted(),
    )
  })

  it('draws again what makes no good question', () => {
    const odd = question(numbers, (drawn) => (drawn['n'] === 5 ? undefined : saying(drawn)))
    for (let seed = 0; seed < 100; seed += 1)
      expect(variantOf(odd, seed, format).prompt).not.toContain('"n":5')
  })

  it('that cannot be had is an error with the name of the question', () => {
    expect(() =>
      variantOf(
        question(numbers, () => undefined),
        1,
        format,
      ),
    ).toThrow(/question q has no good numbers/)
  })

  it.each([-1, 1.5, LARGEST_SEED + 1, Number.NaN])('has no seed %s', (seed) => {
    expect(() => variantOf(question({}, saying), seed, format)).toThrow(RangeError)
  })

  it('has its options in every order, each about as often', () => {
    const firsts = Array.from({ length: 400 }, (_, seed) => {
      const laid = variantOf(question({}, saying), seed, format)
      return laid.kind === 'choice' ? laid.options[0]?.id : undefined
    })
    for (const id of ['a', 'b', 'c', 'd']) {
      // 100 are expected of 400, with a standard deviation of √(400 · ¼ · ¾) = 8.7: five of them.
      const count = firsts.filter((first) => first === id).length
      expect(Math.abs(count - 100)).toBeLessThan(44)
    }
  })

  it('has its right option where it likes, whatever the other questions of its seed do', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const places = Array.from({ length: 80 }, (_, index) => {
        const laid = variantOf({ ...question({}, saying), id: `q-${index}` }, seed, format)
        return laid.kind === 'choice' ? laid.options.findIndex(({ correct }) => correct) : -1
      })
      // 20 are expected of 80 in each place, with a standard deviation of √(80 · ¼ · ¾) = 3.9: five of them.
      for (const place of [0, 1, 2, 3]) {
        const count = places.filter((one) => one === place).length
        expect(Math.abs(count - 20)).toBeLessThan(20)
      }
    }
  })

  it('has its steps in an order that is not right yet', () => {
    const steps = ['a', 'b', 'c'].map((id) => ({ id, text: id }))
    const rules = [{ earlier: 'a', later: 'c', why: 'W', misconception: 'm' }]
    const order = question({}, () => ({
      kind: 'order',
      prompt: 'P',
      solution: [],
      steps,
      rules,
      why: 'Y',
    }))
    for (let seed = 0; seed < 60; seed += 1) {
      const laid = variantOf(order, seed, format)
      const ids = laid.kind === 'order' ? laid.steps.map(({ id }) => id) : []
      expect(ids.indexOf('a')).toBeGreaterThan(ids.indexOf('c'))
    }
  })
})

describe('a seed for other numbers', () => {
  const two = question({ n: { of: [3, 5] } }, saying)

  it('is the next one that has them, and 0 comes after the largest', () => {
    fc.assert(
      fc.property(seeds, seeds, (seen, from) => {
        const found = seedUnlike(two, seen, from, format)
        expect(variantOf(two, found, format).prompt).not.toBe(variantOf(two, seen, format).prompt)
        const skipped = (found - from + LARGEST_SEED + 1) % (LARGEST_SEED + 1)
        for (let step = 0; step < skipped; step += 1) {
          const seed = (from + step) % (LARGEST_SEED + 1)
          expect(variantOf(two, seed, format).prompt).toBe(variantOf(two, seen, format).prompt)
        }
      }),
    )
  })

  it('is the first that is tried where there are no others', () => {
    expect(seedUnlike(question({}, saying), 7, 8, format)).toBe(8)
    const stuck = question(numbers, ({ n }) =>
      n === 5 ? { ...saying({ n }), prompt: 'one' } : undefined,
    )
    const fixed = { ...stuck, parameters: { n: { of: [3, 5, 7] } } }
    expect(seedUnlike(fixed, 7, 8, format)).toBe(8)
  })
})

describe('a question', () => {
  it('varies where a parameter may have two values', () => {
    expect(varies(question({}, saying))).toBe(false)
    expect(varies(question({ n: { of: [3] } }, saying))).toBe(false)
    expect(varies(question(numbers, saying))).toBe(true)
  })
})
