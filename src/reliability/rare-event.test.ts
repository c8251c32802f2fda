import { describe, expect, it } from 'vitest'
import { absorption } from './absorption.ts'
import type { Transition } from './markov-chain.ts'
import { type RareEventModel, rareEvent } from './rare-event.ts'

/** The exact answer: the start is split, and coming back to it is an end like failing. */
function exact({ states, start, failures, repairs, failed }: RareEventModel): number {
  const transitions = [...failures, ...repairs].map(([from, to, rate]): Transition => [
    from,
    to === start ? states : to,
    rate,
  ])
  const ends = [...failed, states]
  const { probabilities } = absorption({ states: states + 1, transitions }, ends, start)
  return probabilities.slice(0, -1).reduce((sum, probability) => sum + probability, 0)
}

/**
 * Two kinds of parts, three and two of them, of which no kind may be lost: state 3i + j with i of the
 * first and j of the second down; repair by one crew, the first kind first.
 */
function twoKinds(rare: number): RareEventModel {
  const failures: Transition[] = []
  const repairs: Transition[] = []
  for (let i = 0; i <= 3; i += 1) {
    for (let j = 0; j <= 2; j += 1) {
      const state = 3 * i + j
      if (i < 3) failures.push([state, state + 3, (3 - i) * rare])
      // The second kind fails far less often: unbalanced, so plain biasing would miss its paths.
      if (j < 2) failures.push([state, state + 1, (2 - j) * rare * rare])
      if (i > 0) repairs.push([state, state - 3, 1])
      else if (j > 0) repairs.push([state, state - 1, 0.5])
    }
  }
  const failed = [2, 5, 8, 9, 10, 11]
  return { states: 12, start: 0, failures, repairs, failed, runs: 20_000, seed: 1 }
}

describe('rareEvent', () => {
  it.each([0.1, 1e-3, 1e-6, 1e-100])('holds the exact value at a failure rate of %d', (rare) => {
    const model = { ...twoKinds(rare), risk: 0.001 }
    const outcome = rareEvent(model)
    const value = exact(model)
    if (outcome.kind === 'bound') throw new Error('a failure was to be seen')
    expect(outcome.interval.lower).toBeLessThanOrEqual(value)
    expect(outcome.interval.upper).toBeGreaterThanOrEqual(value)
    // Bounded relative error: the same accuracy at 1e-2 and at 1e-200.
    expect(outcome.interval.upper - outcome.interval.lower).toBeLessThan(0.3 * value)
    expect(outcome.effectiveHits).toBeGreaterThan(500)
    expect(outcome.effectiveHits).toBeLessThanOrEqual(outcome.hits)
  })

  it('misses about as often as its risk', () => {
    const value = exact(twoKinds(1e-3))
    let misses = 0
    for (let seed = 0; seed < 200; seed += 1) {
      const { interval } = rareEvent({ ...twoKinds(1e-3), runs: 2000, seed, risk: 0.2 })
      if (value < interval.lower || value > interval.upper) misses += 1
    }
    // Binomial with n = 200 and p = 0.2: 40 ± 5.7; four deviations to either side.
    expect(misses).toBeGreaterThan(17)
    expect(misses).toBeLessThan(63)
  })

  it('saves runs by what rare failures cost plain sampling', () => {
    // About 1e-6 of plain runs fail; here thousands of the 20,000 do.
    const outcome = rareEvent(twoKinds(1e-3))
    if (outcome.kind === 'bound') throw new Error('a failure was to be seen')
    expect(outcome.hits).toBeGreaterThan(2000)
    expect(outcome.varianceReduction).toBeGreaterThan(10_000)
  })

  it('weighs a single path by hand', () => {
    // By hand: 0 goes to 1 for sure; there failing has 0.001 of 1.001. Half of the runs fail there, so each
    // weighs twice that.
    const repairs: readonly Transition[] = [[1, 0, 1]]
    const model = {
      states: 3,
      failures: [
        [0, 1, 0.002],
        [1, 2, 0.001],
      ] satisfies Transition[],
      repairs,
      start: 0,
      failed: [2],
      runs: 1000,
      seed: 7,
    }
    const outcome = rareEvent(model)
    if (outcome.kind === 'bound') throw new Error('a failure was to be seen')
    const expected = (outcome.hits / 1000) * 2 * (0.001 / 1.001)
    expect(Math.abs(outcome.unreliability / expected - 1)).toBeLessThan(1e-12)
    expect(outcome.effectiveHits).toBeCloseTo(outcome.hits, 6)
    // Five deviations of a binomial with 1000 runs.
    expect(Math.abs(outcome.hits - 500)).toBeLessThan(80)
    // By hand: Student's 97.5 % quantile with 999 degrees of freedom, 1.962341, from tables.
    const share = outcome.hits / 1000
    const error = 1.962341 * Math.sqrt((share * (1 - share)) / 999) * (0.002 / 1.001)
    expect(outcome.interval.upper - outcome.unreliability).toBeCloseTo(error, 9)
    expect(outcome.unreliability - outcome.interval.lower).toBeCloseTo(error, 9)
  })

  it('chooses between repairs by their rates, in any unit of time', () => {
    // By hand: from 1, a fourth of the repairs lead by 4 to 3, where failing has 1 of 17.
    const model: RareEventModel = {
      states: 5,
      failures: [
        [0, 1, 0.01],
        [1, 2, 0.001],
        [3, 2, 0.5],
      ],
      repairs: [
        [1, 0, 24],
        [1, 4, 8],
        [4, 3, 2],
        [3, 0, 8],
      ],
      start: 0,
      failed: [2],
      runs: 20_000,
      seed: 3,
      risk: 1e-4,
    }
    const value = (0.001 + 8 / 17) / 32.001
    for (const unit of [1, 1e-30]) {
      const scaled = ([from, to, rate]: Transition): Transition => [from, to, rate * unit]
      const failures = model.failures.map(scaled)
      const { interval } = rareEvent({ ...model, failures, repairs: model.repairs.map(scaled) })
      expect(interval.lower).toBeLessThan(value)
      expect(interval.upper).toBeGreaterThan(value)
      expect(interval.upper - interval.lower).toBeLessThan(0.25 * value)
    }
  })

  it('saves nothing where failures are as likely as repairs anyway', () => {
    const failures: readonly Transition[] = [[0, 1, 1]]
    const repairs: readonly Transition[] = [
      [0, 2, 1],
      [2, 0, 1],
    ]
    const model = { states: 3, failures, repairs, start: 0, failed: [1], runs: 5000, seed: 1 }
    const outcome = rareEvent(model)
    if (outcome.kind === 'bound') throw new Error('a failure was to be seen')
    expect(outcome.varianceReduction).toBeCloseTo(1, 3)
  })

  it.each([1, 2, 3, 4])('adds up weights of any size, in the order of seed %d', (seed) => {
    // By hand: every run fails at once, half of them in a way that hardly ever happens and weighs nothing.
    const failures: readonly Transition[] = [
      [0, 1, 1],
      [0, 2, 1e-170],
    ]
    const model = {
      states: 3,
      start: 0,
      failures,
      repairs: [],
      failed: [1, 2],
      runs: 10_000,
      seed,
      risk: 1e-6,
    }
    const outcome = rareEvent(model)
    if (outcome.kind === 'bound') throw new Error('a failure was to be seen')
    expect(outcome.hits).toBe(10_000)
    expect(Math.abs(outcome.effectiveHits - 5000)).toBeLessThan(250)
    expect(outcome.interval.upper).toBe(1)
    expect(outcome.interval.lower).toBeGreaterThan(0.9)
  })

  it('has nothing to say where no run failed, and is certain where every one does', () => {
    const never = { ...twoKinds(0.1), failures: [] }
    expect(rareEvent(never)).toEqual({ kind: 'bound', interval: { lower: 0, upper: 1 } })
    const always = rareEvent({ ...twoKinds(0.1), failures: [[0, 11, 1]] })
    expect(always).toMatchObject({ unreliability: 1, interval: { lower: 1, upper: 1 } })
    // Without any risk nothing but 0 and 1 holds.
    const safe = rareEvent({ ...twoKinds(0.1), risk: 0 })
    expect(safe.interval).toEqual({ lower: 0, upper: 1 })
  })

  it('gives the same answer for the same seed and another for another', () => {
    expect(rareEvent(twoKinds(0.01))).toEqual(rareEvent(twoKinds(0.01)))
    expect(rareEvent(twoKinds(0.01))).not.toEqual(rareEvent({ ...twoKinds(0.01), seed: 2 }))
  })

  it.each<[Partial<RareEventModel>, string]>([
    [{ states: 0 }, 'states must be a whole number'],
    [{ failures: [[0, 1, -1]] }, 'rate must be a finite number of at least 0, got -1'],
    [{ start: 12 }, 'state must be a whole number from 0 to 11, got 12'],
    [{ failed: [-1] }, 'state must be a whole number from 0 to 11, got -1'],
    [{ runs: 1 }, 'runs must be a whole number from 2'],
    [{ seed: 0.5 }, 'seed must be a whole number'],
    [{ risk: 2 }, 'risk must lie in [0, 1], got 2'],
    [{ repairs: [], failed: [11], failures: [[0, 1, 1]] }, 'every state must have a way to start'],
  ])('refuses %o', (wrong, message) => {
    expect(() => rareEvent({ ...twoKinds(0.1), ...wrong })).toThrow(RangeError)
    expect(() => rareEvent({ ...twoKinds(0.1), ...wrong })).toThrow(`rareEvent: ${message}`)
  })
})
