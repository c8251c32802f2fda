import { describe, expect, it } from 'vitest'
import { freshRead } from './staleness.ts'
import { type ReplicaTiming, staleAfter, staleUntil } from './stale-after.ts'

const TIMING: ReplicaTiming = {
  n: 3,
  read: 1,
  write: 1,
  meanWrite: 10,
  meanAck: 1,
  meanRead: 1,
  meanResponse: 1,
  time: 5,
  runs: 20_000,
  seed: 1,
}

function expectWithin(timing: ReplicaTiming, exact: number): void {
  const { fresh, interval } = staleAfter({ ...timing, risk: 1e-4 })
  expect(interval.lower).toBeLessThanOrEqual(exact)
  expect(interval.upper).toBeGreaterThanOrEqual(exact)
  expect(Math.abs(fresh - exact)).toBeLessThan(0.02)
}

describe('staleAfter', () => {
  it.each([0, 5, 20])('holds the exact value of two copies after %d', (time) => {
    // By hand, acknowledgements and reads without delay: the write ends with the faster copy, the read
    // is answered by either, and the slower one then takes another exponential time of mean 10:
    // stale with e^(-t/10) / 2.
    const timing = { ...TIMING, n: 2, meanAck: 0, meanRead: 0, time }
    expectWithin(timing, 1 - Math.exp(-time / 10) / 2)
  })

  it('counts the time in which a read is on its way', () => {
    // By hand: answers come back at once, so the copy that the read reaches first answers, after 5 on
    // average, the sooner of two. It is the slower one for the write with 1/2, and then the write needs
    // another 10 on average: it comes later than the read with 10 / (5 + 10) = 2/3.
    const timing = { ...TIMING, n: 2, meanAck: 0, meanRead: 10, meanResponse: 0, time: 0 }
    expectWithin(timing, 1 - 1 / 3)
  })

  it('counts the time in which an acknowledgement is on its way', () => {
    // By hand: whichever copy answers, it is stale if its own write takes longer than write and
    // acknowledgement of the other one together. Of equal means, longer than each in turn: 1/2 · 1/2.
    const timing = { ...TIMING, n: 2, meanAck: 10, meanRead: 0, time: 0 }
    expectWithin(timing, 1 - 1 / 4)
  })

  it('is the quorum that spreads no further where writes take for ever to spread', () => {
    // Copies not needed for the write have it only very much later than any read begins.
    const quorum = { n: 4, read: 2, write: 1 }
    const exact = freshRead(quorum).reliability
    // By hand at once after the write, all other delays 0 but the answers: C(3, 2) / C(4, 2) are stale.
    expect(exact).toBeCloseTo(0.5, 14)
    expectWithin({ ...TIMING, ...quorum, meanAck: 0, meanRead: 0, time: 0 }, exact)
  })

  it('agrees with another simulation where every delay counts', () => {
    // By numpy, a million runs of ten copies: 0.2730 ± 0.0004 and 0.8938 ± 0.0003.
    const ten = { ...TIMING, n: 10, meanWrite: 1, time: 0 }
    expectWithin({ ...ten, meanAck: 0 }, 0.273)
    expectWithin({ ...ten, read: 2, write: 3, meanAck: 0.5, meanResponse: 2 }, 0.8938)
  })

  it('waits for as many acknowledgements and answers as it is told', () => {
    // By hand, as above: writes on 2 of 5, reads of 2: C(3, 2) / C(5, 2) = 3/10 stale.
    const timing = { ...TIMING, n: 5, read: 2, write: 2, meanAck: 0, meanRead: 0, time: 0 }
    expectWithin(timing, 0.7)
  })

  it('never gets worse with time, and in the end sees every write', () => {
    const fresh = [0, 1, 2, 5, 10, 50, 1e6].map((time) => staleAfter({ ...TIMING, time }).fresh)
    expect(fresh).toEqual(fresh.toSorted((one, other) => one - other))
    expect(fresh.at(0)).toBeLessThan(0.9)
    expect(fresh.at(-1)).toBe(1)
    // And says what 20,000 fresh reads do not rule out.
    expect(staleAfter({ ...TIMING, time: 1e6 }).interval.lower).toBeLessThan(1)
  })

  it('is certain where every read meets every write', () => {
    const certain = { fresh: 1, interval: { lower: 1, upper: 1 } }
    expect(staleAfter({ ...TIMING, read: 2, write: 2, time: 0 })).toEqual(certain)
    expect(staleAfter({ ...TIMING, read: 2, write: 1, time: 0 }).fresh).toBeLessThan(1)
  })

  it('gives the same answer for the same seed and another for another', () => {
    expect(staleAfter(TIMING)).toEqual(staleAfter(TIMING))
    expect(staleAfter(TIMING)).not.toEqual(staleAfter({ ...TIMING, seed: 2 }))
  })

  it.each<[Partial<ReplicaTiming>, string]>([
    [{ n: 0 }, 'n must be a whole number from 1'],
    [{ read: 0 }, 'read must be a whole number from 1 to 3, got 0'],
    [{ write: 4 }, 'write must be a whole number from 1 to 3, got 4'],
    [{ meanWrite: NaN }, 'meanWrite must be a finite number of at least 0, got NaN'],
    [{ meanResponse: -1 }, 'meanResponse must be a finite number of at least 0, got -1'],
    [{ time: Infinity }, 'time must be a finite number of at least 0, got Infinity'],
    [{ runs: 0 }, 'runs must be a whole number from 1'],
    [{ seed: -1 }, 'seed must be a whole number from 0'],
    [{ risk: 2 }, 'risk must lie in [0, 1], got 2'],
  ])('refuses %o', (wrong, message) => {
    expect(() => staleAfter({ ...TIMING, ...wrong })).toThrow(RangeError)
    expect(() => staleAfter({ ...TIMING, ...wrong })).toThrow(`staleAfter: ${message}`)
  })
})

describe('staleUntil', () => {
  it.each([0, 5, 20])('tells how many runs are stale after %d', (time) => {
    const until = staleUntil({ ...TIMING, runs: 2000 })
    const stale = until.filter((staleMs) => staleMs > time).length
    expect(1 - stale / 2000).toBeCloseTo(staleAfter({ ...TIMING, runs: 2000, time }).fresh, 12)
  })

  it('is never above 0 where every read meets every write', () => {
    expect(Math.max(...staleUntil({ ...TIMING, read: 2, write: 2, runs: 500 }))).toBeLessThan(1e-9)
  })
})
