import fc from 'fast-check'
import type { Attempt } from './attempt.ts'

let made = 0

/** An attempt for tests: right, of a choice, and with an id of its own unless one is given. */
export const sample = (change: Partial<Attempt> = {}): Attempt => ({
  v: 1,
  id: `attempt-${String((made += change.id === undefined ? 1 : 0)).padStart(6, '0')}`,
  question: 'quorums',
  seed: 7,
  at: 1_700_000_000_000,
  answer: { kind: 'choice', option: 'four' },
  right: true,
  credit: 1,
  misconceptions: [],
  where: 'practice',
  ...change,
})

/** Any attempts for tests, with few ids and few questions, so that they meet. */
export const attempts: fc.Arbitrary<Attempt> = fc
  .record({
    id: fc.integer({ min: 0, max: 20 }).map((one) => `attempt-${one}`),
    question: fc.constantFrom('quorums', 'regions', 'hidden-causes'),
    seed: fc.nat(3),
    at: fc.integer({ min: 0, max: 400 }).map((hours) => 1_700_000_000_000 + hours * 3_600_000),
    right: fc.boolean(),
    confidence: fc.option(fc.constantFrom('guess', 'unsure', 'sure')),
    where: fc.constantFrom('lesson', 'practice', 'review'),
  })
  .map(({ confidence, ...made }) => ({
    ...sample({ ...made, credit: made.right ? 1 : 0 }),
    misconceptions: made.right ? [] : ['half-is-a-quorum'],
    ...(confidence ? { confidence } : {}),
  }))
