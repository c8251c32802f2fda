import { describe, expect, it } from 'vitest'
import { drawFrom } from './draw.ts'
import { type Link, healed, networkOf, partitioned, passes, send, withLink } from './network.ts'

const quick: Link = { latency: { kind: 'fixed', ms: 5 }, loss: 0, duplication: 0 }
const at = (seed = 1) => ({ nowMs: 0, draw: drawFrom(seed).draw })

describe('send', () => {
  it('takes a fixed time on a plain link', () => {
    expect(send(networkOf(quick), 'a', 'b', 'hello', at())).toEqual([
      { afterMs: 5, event: 'hello' },
    ])
  })

  it('loses and doubles as often as the link says', () => {
    const network = networkOf({ ...quick, loss: 0.25, duplication: 0.5 })
    const moment = at()
    const counts = [0, 0, 0]
    for (let message = 0; message < 8000; message += 1) {
      const copies = send(network, 'a', 'b', message, moment).length
      counts[copies] = (counts[copies] ?? 0) + 1
    }
    // 2,000 lost, 3,000 once, 3,000 twice on average, each give or take 43 at most: 5 of those.
    const [lost = 0, once = 0, twice = 0] = counts
    for (const [count, expected] of [
      [lost, 2000],
      [once, 3000],
      [twice, 3000],
    ] as const) {
      expect(Math.abs(count - expected)).toBeLessThan(215)
    }
  })

  it('draws latencies within their kind', () => {
    const moment = at()
    const uniform = networkOf({ ...quick, latency: { kind: 'uniform', fromMs: 10, toMs: 20 } })
    const exponential = networkOf({
      ...quick,
      latency: { kind: 'exponential', leastMs: 10, meanMs: 4 },
    })
    let sum = 0
    for (let message = 0; message < 4000; message += 1) {
      const [even] = send(uniform, 'a', 'b', 0, moment)
      expect(even?.afterMs).toBeGreaterThanOrEqual(10)
      expect(even?.afterMs).toBeLessThan(20)
      const [long] = send(exponential, 'a', 'c', 0, moment)
      expect(long?.afterMs).toBeGreaterThanOrEqual(10)
      sum += long?.afterMs ?? 0
    }
    // Mean 14, off by 0.063 on average: 5 of those.
    expect(Math.abs(sum / 4000 - 14)).toBeLessThan(0.32)
  })

  it('leaves the luck of one link alone when another changes', () => {
    const network = networkOf({ ...quick, latency: { kind: 'uniform', fromMs: 0, toMs: 9 } })
    const slow = withLink(network, 'a', 'c', { loss: 0.5 })
    const run = (of: typeof network) => {
      const moment = at(7)
      return Array.from({ length: 20 }, () => {
        send(of, 'a', 'c', 0, moment)
        return send(of, 'a', 'b', 0, moment)
      })
    }
    expect(run(slow)).toEqual(run(network))
  })
})

describe('a partition', () => {
  const split = partitioned(networkOf(quick), [['a', 'b'], ['c']])

  it('lets nothing pass between its sides, and everything within one', () => {
    expect([passes(split, 'a', 'b'), passes(split, 'b', 'c'), passes(split, 'c', 'a')]).toEqual([
      true,
      false,
      false,
    ])
    expect(send(split, 'a', 'c', 0, at())).toEqual([])
  })

  it('leaves a node that is on no side alone with itself', () => {
    expect([passes(split, 'd', 'a'), passes(split, 'd', 'e'), passes(split, 'd', 'd')]).toEqual([
      false,
      false,
      true,
    ])
  })

  it('can be of one direction, and heals', () => {
    const deaf = { ...networkOf(quick), cut: ['a>b'] }
    expect([passes(deaf, 'a', 'b'), passes(deaf, 'b', 'a')]).toEqual([false, true])
    expect(passes(healed(deaf), 'a', 'b')).toBe(true)
    expect(passes(healed(split), 'b', 'c')).toBe(true)
  })
})

describe('a network that cannot be', () => {
  it.each([
    [{ loss: 1.5 }, 'network: loss must lie in [0, 1], got 1.5'],
    [{ duplication: NaN }, 'network: duplication must lie in [0, 1], got NaN'],
    [{ latency: { kind: 'fixed', ms: -1 } as const }, 'ms must be a finite number of at least 0'],
    [{ latency: { kind: 'uniform', fromMs: 5, toMs: 4 } as const }, 'toMs must be at least fromMs'],
  ])('is refused: %j', (link, message) => {
    expect(() => networkOf({ ...quick, ...link })).toThrow(message)
    expect(() => withLink(networkOf(quick), 'a', 'b', link)).toThrow(RangeError)
  })
})
