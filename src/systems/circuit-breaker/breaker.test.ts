import { describe, expect, it } from 'vitest'
import { type Breaker, createBreaker, dueAtMs, elapse, offer } from './breaker.ts'
import type { BreakerOptions } from './options.ts'
import { settle } from './settle.ts'

const opossum: BreakerOptions = {
  semantics: 'opossum',
  errorThresholdPercentage: 20,
  resetTimeoutMs: 100,
}
const cockatiel: BreakerOptions = {
  semantics: 'cockatiel',
  rule: { kind: 'consecutive', threshold: 1 },
  halfOpenAfterMs: 100,
}

/** A breaker that opened at 10 while call 9, offered at 5, was under way. */
function opened(options: BreakerOptions): Breaker {
  const early = offer(createBreaker(options), 9, 5).breaker
  return settle(offer(early, 0, 10).breaker, 0, 'failure', 10).breaker
}

describe('an open breaker', () => {
  it('turns calls away', () => {
    const { decision, breaker } = offer(opened(opossum), 1, 50)
    expect(decision).toBe('rejected')
    expect(breaker.underWay).toEqual([{ call: 9, probe: false }])
  })

  it("becomes half-open at its own time if it is opossum's, however late one looks", () => {
    const breaker = opened(opossum)
    expect(dueAtMs(breaker)).toBe(110)
    expect(elapse(breaker, 109).changes).toEqual([])
    expect(elapse(breaker, 500).changes).toEqual([{ atMs: 110, to: 'half-open' }])
    expect(offer(breaker, 1, 500)).toMatchObject({
      decision: 'admitted',
      changes: [{ atMs: 110, to: 'half-open' }],
    })
  })

  it("becomes half-open with the first call after the wait if it is cockatiel's", () => {
    const breaker = opened(cockatiel)
    expect(dueAtMs(breaker)).toBe(Infinity)
    expect(elapse(breaker, 500).changes).toEqual([])
    expect(offer(breaker, 1, 109).decision).toBe('rejected')
    expect(offer(breaker, 1, 110)).toMatchObject({
      decision: 'admitted',
      changes: [{ atMs: 110, to: 'half-open' }],
    })
  })
})

describe('a half-open breaker', () => {
  it("has further calls wait for the probe if it is cockatiel's, and gives them back in order", () => {
    const probing = offer(opened(cockatiel), 1, 200).breaker
    const waiting = [2, 3].reduce((breaker, call) => {
      const turn = offer(breaker, call, 210)
      expect(turn.decision).toBe('waits')
      return turn.breaker
    }, probing)
    expect(settle(waiting, 1, 'success', 220)).toMatchObject({
      released: [2, 3],
      changes: [{ atMs: 220, to: 'closed' }],
    })
    expect(settle(waiting, 9, 'success', 220).released).toEqual([])
  })

  it("turns further calls away if it is opossum's", () => {
    expect(offer(offer(opened(opossum), 1, 200).breaker, 2, 210).decision).toBe('rejected')
  })

  it("is closed by a call from before if it is opossum's, not if it is cockatiel's", () => {
    const late = (options: BreakerOptions) =>
      settle(offer(opened(options), 1, 200).breaker, 9, 'success', 220).changes
    expect(late(opossum)).toEqual([{ atMs: 220, to: 'closed' }])
    expect(late(cockatiel)).toEqual([])
  })

  it('is not met by a call that ends in the millisecond in which the timer is due', () => {
    const { breaker, changes } = settle(opened(opossum), 9, 'success', 110)
    expect(changes).toEqual([])
    expect(elapse(breaker, 110).changes).toEqual([{ atMs: 110, to: 'half-open' }])
    expect(settle(opened(opossum), 9, 'success', 111).changes).toEqual([
      { atMs: 110, to: 'half-open' },
      { atMs: 111, to: 'closed' },
    ])
  })
})

describe('a breaker', () => {
  it('goes on the same after it was written down as JSON', () => {
    const probing = offer(opened(cockatiel), 1, 200).breaker
    const read: Breaker = JSON.parse(JSON.stringify(probing))
    expect(read).toEqual(probing)
    expect(settle(read, 1, 'failure', 300)).toEqual(settle(probing, 1, 'failure', 300))
  })

  it('leaves what it was as it was', () => {
    const before = opened(cockatiel)
    const copy = structuredClone(before)
    settle(offer(before, 1, 200).breaker, 1, 'success', 210)
    expect(before).toEqual(copy)
  })

  it.each([
    ['time that runs backwards', () => offer(opened(opossum), 1, 9)],
    ['half a millisecond', () => elapse(opened(opossum), 10.5)],
    ['a time that is no number', () => settle(opened(opossum), 9, 'success', NaN)],
    ['a call that is under way', () => offer(opened(opossum), 9, 20)],
    [
      'a call that waits',
      () => offer(offer(offer(opened(cockatiel), 1, 200).breaker, 2, 201).breaker, 2, 202),
    ],
    ['half a call', () => offer(opened(opossum), 1.5, 20)],
    ['the end of a call that was turned away', () => settle(opened(opossum), 1, 'success', 20)],
    ['a negative open time', () => createBreaker({ ...cockatiel, halfOpenAfterMs: -1 })],
    ['an endless open time', () => createBreaker({ ...opossum, resetTimeoutMs: Infinity })],
  ])('refuses %s', (_, run) => {
    expect(run).toThrow(RangeError)
  })
})
