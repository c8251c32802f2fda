import { expect, it } from 'vitest'
import { meanPassageTime } from './passage-time.ts'

it('is a walk that starts at a wall', () => {
  // By hand: steps of 1, 2 and 3 times the mean stay, then m(m + 1)/2 in all.
  const one = (): number => 1
  expect(meanPassageTime(3, one, one)).toBe(6)
  expect(meanPassageTime(0, one, one)).toBe(0)
})

it('climbs the slower the likelier it slips back', () => {
  // By hand: 1, then 1 + 2 · 1, then 1 + 2 · 3.
  expect(
    meanPassageTime(
      3,
      () => 1,
      () => 2,
    ),
  ).toBe(11)
})

it('is the sum of the stays where nothing leads back', () => {
  // By hand: 1/4 + 1/2.
  expect(
    meanPassageTime(
      2,
      (level) => 4 - 2 * level,
      () => 0,
    ),
  ).toBe(0.75)
})

it('never ends at a level that is not left', () => {
  expect(
    meanPassageTime(
      2,
      (level) => 1 - level,
      () => 1,
    ),
  ).toBe(Infinity)
  expect(
    meanPassageTime(
      3,
      (level) => level,
      () => 0,
    ),
  ).toBe(Infinity)
})
