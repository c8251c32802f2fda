import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { erlangB } from './erlang.ts'
import { finiteQueue } from './finite-queue.ts'
import { queue } from './queue.ts'

const RUNS = { seed: 20_090_115, numRuns: 200 }
const rate = fc.double({ min: -2, max: 2, noNaN: true }).map((exponent) => 10 ** exponent)

function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected)
}

describe('finiteQueue', () => {
  it.each([
    // Exact fractions from the balance of the levels, the wait from Little’s law, by another
    // program: turned away, let in, busy, wait, present.
    [2, 4, 3, 2, [81 / 653, 572 / 653, 429 / 653, 45 / 286, 1128 / 653]],
    [3, 3, 5, 1, [125 / 236, 111 / 236, 185 / 236, 0, 555 / 236]],
    [
      1,
      5,
      0.01,
      1,
      [
        9.9000000000099e-11, 0.999999999901, 0.00999999999901, 0.0101010096010101,
        0.010101010095010101,
      ],
    ],
    [2, 50, 100, 1, [0.98, 0.02, 1, 23.989795918367346, 49.97959183673469]],
    [
      2,
      30,
      0.001,
      1,
      [1.8607834349388723e-99, 1, 0.0005, 2.500000625000156e-7, 0.0010000002500000626],
    ],
    [
      10,
      100,
      10,
      1,
      [
        0.010564100164112366, 0.9894358998358876, 0.9894358998358876, 4.372187241155839,
        53.154349170399016,
      ],
    ],
  ])(
    'turns away, works and waits as the levels balance: %d servers, %d places, %d against %d',
    (servers, capacity, arrivalRate, serviceRate, expected) => {
      const got = finiteQueue({ servers, capacity, arrivalRate, serviceRate })
      const { reliability, unreliability } = got.admitted
      const values = [unreliability, reliability, got.utilisation, got.meanWait, got.meanPresent]
      for (const [index, value] of values.entries()) {
        expect(relativeError(value, expected[index] ?? NaN)).toBeLessThan(1e-13)
      }
      expect(got.meanResponse).toBe(got.meanWait + 1 / serviceRate)
    },
  )

  it('is Erlang’s loss system without room to wait', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), rate, rate, (servers, busy, serviceRate) => {
        const arrivalRate = busy * servers * serviceRate
        const got = finiteQueue({ servers, capacity: servers, arrivalRate, serviceRate })
        const lost = erlangB({ servers, load: arrivalRate / serviceRate })
        expect(relativeError(got.admitted.unreliability, lost.unreliability)).toBeLessThan(1e-12)
        expect(relativeError(got.admitted.reliability, lost.reliability)).toBeLessThan(1e-12)
        expect(got.meanWait).toBe(0)
      }),
      RUNS,
    )
  })

  it('waits as if there were no end to the queue where it is never full', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.double({ min: 0.05, max: 0.9, noNaN: true }),
        rate,
        (servers, busy, serviceRate) => {
          const arrivalRate = servers * serviceRate * busy
          const got = finiteQueue({ servers, capacity: 1000, arrivalRate, serviceRate })
          const endless = queue({ servers, arrivalRate, serviceRate })
          expect(relativeError(got.meanWait, endless.meanWait)).toBeLessThan(1e-11)
          expect(relativeError(got.meanPresent, endless.meanPresent)).toBeLessThan(1e-11)
          expect(relativeError(got.utilisation, endless.utilisation)).toBeLessThan(1e-11)
        },
      ),
      RUNS,
    )
  })

  it('lets in what is served, and holds it for as long as Little’s law says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.nat({ max: 60 }),
        rate,
        rate,
        (servers, room, arrivalRate, serviceRate) => {
          const got = finiteQueue({ servers, capacity: servers + room, arrivalRate, serviceRate })
          const flow = arrivalRate * got.admitted.reliability
          expect(relativeError(servers * serviceRate * got.utilisation, flow)).toBeLessThan(1e-12)
          expect(relativeError(flow * got.meanResponse, got.meanPresent)).toBeLessThan(1e-12)
        },
      ),
      RUNS,
    )
  })

  it('keeps its digits where all but one in 1e300 are turned away, and where none come', () => {
    // By hand: 1 in 1e300 is let in, when a place is free, with 4 others before it.
    const full = { servers: 1, capacity: 5, arrivalRate: 1e300, serviceRate: 1 }
    const { admitted, meanWait, utilisation } = finiteQueue(full)
    expect(relativeError(admitted.reliability, 1e-300)).toBeLessThan(1e-15)
    expect([meanWait, utilisation]).toEqual([4, 1])
    expect(finiteQueue({ ...full, arrivalRate: 0 })).toEqual({
      admitted: { reliability: 1, unreliability: 0 },
      utilisation: 0,
      meanWait: 0,
      meanResponse: 1,
      meanPresent: 0,
    })
  })

  it('is never busier than always', () => {
    // The shares of 18 levels, added up, come to 1 + 2e-16 here.
    const full = { servers: 1, capacity: 18, arrivalRate: 7.3, serviceRate: 1 }
    expect(finiteQueue(full).utilisation).toBe(1)
  })

  it.each([
    [{ servers: 0 }, 'finiteQueue: servers must be a whole number from 1 to 1000000, got 0'],
    [{ capacity: 1 }, 'finiteQueue: capacity must be a whole number from 2 to 1000000, got 1'],
    [{ arrivalRate: -1 }, 'finiteQueue: arrivalRate must be a finite number of at least 0, got -1'],
    [{ serviceRate: 0 }, 'finiteQueue: serviceRate must be a finite number above 0, got 0'],
    [{ serviceRate: 1e-320 }, 'finiteQueue: arrivalRate over serviceRate must be a finite number'],
  ])('refuses %o', (change, message) => {
    const system = { servers: 2, capacity: 4, arrivalRate: 1, serviceRate: 1, ...change }
    expect(() => finiteQueue(system)).toThrow(RangeError)
    expect(() => finiteQueue(system)).toThrow(message)
  })
})
