import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { erlangC } from './erlang.ts'
import { overload, queue, queueAfterFailure } from './queue.ts'
import { UnstableQueueError } from './unstable-queue-error.ts'

const RUNS = { seed: 20_090_115, numRuns: 500 }
const rate = fc.integer({ min: -30_000, max: 30_000 }).map((count) => 10 ** (count / 10_000))
const share = fc.integer({ min: 10_000, max: 999_000 }).map((count) => count / 1_000_000)

function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected)
}

describe('queue', () => {
  it('keeps two servers at half load busy with a third of a request waiting', () => {
    // By hand: C = 1/3 of Erlang, then 1/3 over 4 - 2 per hour.
    const outcome = queue({ servers: 2, arrivalRate: 2, serviceRate: 2 })
    expect(outcome.atOnce.unreliability).toBeCloseTo(1 / 3, 15)
    expect(outcome.utilisation).toBe(0.5)
    expect(outcome.meanWait).toBeCloseTo(1 / 6, 15)
    expect(outcome.meanResponse).toBeCloseTo(2 / 3, 15)
    expect(outcome.meanWaiting).toBeCloseTo(1 / 3, 15)
    expect(outcome.meanPresent).toBeCloseTo(4 / 3, 15)
    expect(outcome.waitsLongerThan(0)).toBeCloseTo(1 / 3, 15)
    expect(outcome.waitsLongerThan(1)).toBeCloseTo(Math.exp(-2) / 3, 15)
  })

  it('is M/M/1 with one server', () => {
    fc.assert(
      fc.property(rate, share, (serviceRate, busy) => {
        const arrivalRate = serviceRate * busy
        const outcome = queue({ servers: 1, arrivalRate, serviceRate })
        const left = serviceRate - arrivalRate
        expect(relativeError(outcome.atOnce.unreliability, arrivalRate / serviceRate)).toBeLessThan(
          1e-14,
        )
        expect(relativeError(outcome.meanResponse, 1 / left)).toBeLessThan(1e-12)
        expect(relativeError(outcome.meanPresent, arrivalRate / left)).toBeLessThan(1e-12)
      }),
      RUNS,
    )
  })

  it('waits as Erlang says, for any number of servers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), rate, share, (servers, serviceRate, busy) => {
        const arrivalRate = servers * serviceRate * busy
        const { unreliability } = queue({ servers, arrivalRate, serviceRate }).atOnce
        const waits = erlangC({ servers, load: arrivalRate / serviceRate }).unreliability
        expect(relativeError(unreliability, waits)).toBeLessThan(1e-12)
      }),
      RUNS,
    )
  })

  it('sees the last bit of room before saturation', () => {
    // Ten times the double nearest 0.1 exceed 1 by exactly 2^-54; their product, rounded, is 1. So
    // nearly all wait, and for 1/2^-54 in the mean.
    const outcome = queue({ servers: 10, arrivalRate: 1, serviceRate: 0.1 })
    expect(relativeError(outcome.meanWait, 2 ** 54)).toBeLessThan(1e-12)
  })

  it('waits for nothing where nothing arrives', () => {
    const outcome = queue({ servers: 3, arrivalRate: 0, serviceRate: 2 })
    expect(outcome.atOnce).toEqual({ reliability: 1, unreliability: 0 })
    expect(outcome).toMatchObject({ meanWait: 0, meanResponse: 0.5, meanPresent: 0 })
  })

  it.each([
    [{ servers: 2, arrivalRate: 4, serviceRate: 2 }, 'got 4 and 2 · 2'],
    [{ servers: 0, arrivalRate: 0, serviceRate: 2 }, 'got 0 and 0 · 2'],
    [{ servers: 2, arrivalRate: 1, serviceRate: 0 }, 'got 1 and 2 · 0'],
  ])('has no steady state for %o', (system, values) => {
    expect(() => queue(system)).toThrow(UnstableQueueError)
    expect(() => queue(system)).toThrow(values)
  })

  it.each([
    [{ servers: 1.5 }, 'queue: servers must be a whole number from 0 to 1000000, got 1.5'],
    [{ arrivalRate: -1 }, 'queue: arrivalRate must be a finite number of at least 0, got -1'],
    [{ serviceRate: NaN }, 'queue: serviceRate must be a finite number of at least 0, got NaN'],
    [{ serviceRate: 1e300 }, 'queue: rates must not exceed 1e+290, got 1 and 1e+300'],
  ])('refuses %o', (change, message) => {
    const system = { servers: 2, arrivalRate: 1, serviceRate: 1, ...change }
    expect(() => queue(system)).toThrow(RangeError)
    expect(() => queue(system)).toThrow(message)
  })

  it('refuses a wait that is no time', () => {
    const { waitsLongerThan } = queue({ servers: 1, arrivalRate: 1, serviceRate: 2 })
    expect(() => waitsLongerThan(-1)).toThrow(
      'queue().waitsLongerThan: time must be a finite number',
    )
  })
})

describe('queueAfterFailure', () => {
  const system = { servers: 3, arrivalRate: 3, serviceRate: 2 }

  it('settles into the longer wait of the servers left', () => {
    const after = queueAfterFailure(system, 1)
    const left = queue({ ...system, servers: 2 })
    expect(after.kind === 'steady' && after.outcome.meanWait).toBe(left.meanWait)
    expect(left.meanWait).toBeGreaterThan(queue(system).meanWait)
  })

  it('grows by what the servers left cannot do', () => {
    // By hand: 3 arrive, 2 or none are served.
    expect(queueAfterFailure(system, 2)).toEqual({ kind: 'overloaded', backlogRate: 1 })
    expect(queueAfterFailure(system, 3)).toEqual({ kind: 'overloaded', backlogRate: 3 })
  })

  it('stands still, without a steady state, where it is exactly full', () => {
    const after = queueAfterFailure({ ...system, arrivalRate: 4 }, 1)
    expect(after).toEqual({ kind: 'overloaded', backlogRate: 0 })
  })

  it('refuses more failures than servers', () => {
    expect(() => queueAfterFailure(system, 4)).toThrow(
      'queueAfterFailure: failed must be a whole number from 0 to 3, got 4',
    )
  })
})

describe('overload', () => {
  const during = { servers: 1, arrivalRate: 3, serviceRate: 2 }

  it('is worked off by what the restored servers do beyond what arrives', () => {
    // By hand: 10 hours of 1 too many an hour; three servers do 3 more than arrives.
    expect(overload(during, 10, 3)).toEqual({ backlog: 10, drainTime: 10 / 3 })
  })

  it('leaves nothing behind where there was none', () => {
    expect(overload({ ...during, servers: 2 }, 10, 0)).toEqual({ backlog: 0, drainTime: 0 })
    expect(overload(during, 0, 0)).toEqual({ backlog: 0, drainTime: 0 })
  })

  it('is never worked off by servers that are no faster than the arrivals', () => {
    expect(() => overload(during, 10, 1)).toThrow(UnstableQueueError)
    expect(() => overload({ ...during, arrivalRate: 4 }, 10, 2)).toThrow(
      'overload: serversAfter must serve more than arrives, got 2 · 2 for 4',
    )
  })

  it('refuses a duration that is none', () => {
    expect(() => overload(during, -1, 3)).toThrow('overload: duration must be a finite number')
  })
})
