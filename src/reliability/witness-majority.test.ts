import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromUnreliability } from './probability.ts'
import { majority } from './quorum.ts'
import { witnessMajority } from './witness-majority.ts'

const RUNS = { seed: 19_860_519, numRuns: 100 }

function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected)
}

/** By trying every voter up and down, and every replica that is up fresh and stale. */
function enumerated(data: number, witnesses: number, p: number, v: number, c: number) {
  let works = 0
  const count = data + witnesses
  for (let state = 0; state < 4 ** data * 2 ** witnesses; state += 1) {
    let [chance, votes, fresh, rest] = [1, 0, 0, state]
    for (let voter = 0; voter < count; voter += 1) {
      const replica = voter < data
      const base = replica ? 4 : 2
      const digit = rest % base
      rest = Math.floor(rest / base)
      const up = digit % 2 === 1
      if (replica) chance *= (up ? p : 1 - p) * (digit >= 2 ? c : 1 - c)
      else chance *= up ? v : 1 - v
      if (up) votes += 1
      if (replica && up && digit >= 2) fresh += 1
    }
    if (2 * votes > count && fresh > 0) works += chance
  }
  return works
}

describe('witnessMajority', () => {
  it('is as good with two replicas and a witness as with three replicas, while all are current', () => {
    // By hand: two of three up always include a replica.
    const system = witnessMajority({ data: 2, witnesses: 1, replica: 0.9 })
    expect(relativeError(system.unreliability, 0.028)).toBeLessThan(1e-13)
  })

  it('needs a replica among the votes', () => {
    // By hand, all at one half: three of five votes, 16/32, less the one way with no replica up,
    // three witnesses and neither of two replicas, 1/32.
    const system = witnessMajority({ data: 2, witnesses: 3, replica: 0.5 })
    expect(relativeError(system.reliability, 15 / 32)).toBeLessThan(1e-14)
    expect(witnessMajority({ data: 0, witnesses: 3, replica: 1 }).reliability).toBe(0)
  })

  it('keeps both sides of what hardly ever works', () => {
    // By hand: two of three up, 3·1e-40, and the replica among them current with 1/2; both up, 3/4.
    const replica = { reliability: 1e-20, unreliability: 1 }
    const system = witnessMajority({ data: 2, witnesses: 1, replica, current: 0.5 })
    expect(relativeError(system.reliability, (2 * 0.5 + 0.75) * 1e-40)).toBeLessThan(1e-14)
  })

  it('is a majority without witnesses and with all replicas current', () => {
    const size = fc.integer({ min: 1, max: 9 })
    const part = fc.integer({ min: 0, max: 30 }).map((tenths) => fromUnreliability(10 ** -tenths))
    fc.assert(
      fc.property(size, part, (data, replica) => {
        const system = witnessMajority({ data, witnesses: 0, replica })
        const expected = majority(Array.from({ length: data }, () => replica))
        expect(relativeError(system.unreliability, expected.unreliability)).toBeLessThan(1e-12)
        expect(relativeError(system.reliability, expected.reliability)).toBeLessThan(1e-12)
      }),
      RUNS,
    )
  })

  it('agrees with enumeration where witnesses differ and replicas may be stale', () => {
    const share = fc.integer({ min: 0, max: 64 }).map((count) => count / 64)
    const size = fc.integer({ min: 0, max: 3 })
    fc.assert(
      fc.property(size, size, share, share, share, (data, witnesses, replica, witness, current) => {
        const works = enumerated(data, witnesses, replica, witness, current)
        const system = witnessMajority({ data, witnesses, replica, witness, current })
        expect(Math.abs(system.reliability - works)).toBeLessThan(1e-12)
        expect(Math.abs(system.unreliability - (1 - works))).toBeLessThan(1e-12)
      }),
      RUNS,
    )
  })

  it.each([
    [{ data: 1001 }, 'data must be a whole number from 0 to 1000, got 1001'],
    [{ witnesses: -1 }, 'witnesses must be a whole number'],
    [{ replica: 2 }, 'replica must lie in [0, 1], got 2'],
    [{ witness: NaN }, 'witness must lie in [0, 1], got NaN'],
    [{ current: -1 }, 'current must lie in [0, 1], got -1'],
  ])('refuses %o', (wrong, message) => {
    const call = () => witnessMajority({ data: 2, witnesses: 1, replica: 0.5, ...wrong })
    expect(call).toThrow(RangeError)
    expect(call).toThrow(`witnessMajority: ${message}`)
  })
})
