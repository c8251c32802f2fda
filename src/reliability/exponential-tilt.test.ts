import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exponentialTilt } from './exponential-tilt.ts'
import { fromReliability, fromUnreliability } from './probability.ts'

const component = fc
  .oneof(
    fc.integer({ min: 0, max: 10_000 }).map((count) => count / 10_000),
    fc.nat({ max: 1000 }).map((n) => n / 1000),
  )
  .map((reliability) => fromReliability(reliability))

describe('exponentialTilt', () => {
  it('makes as many failures expected as were wanted', () => {
    const parts = [1e-3, 1e-6, 0.2, 1e-20].map((q) => fromUnreliability(q))
    const { unreliabilities } = exponentialTilt(parts, 2)
    expect(unreliabilities.reduce((sum, q) => sum + q, 0)).toBeCloseTo(2, 12)
  })

  it('weighs every run as its true probability over that in the simulation', () => {
    fc.assert(
      fc.property(fc.array(component, { minLength: 1, maxLength: 6 }), (parts) => {
        const { unreliabilities, theta, logNorm } = exponentialTilt(parts, parts.length / 2)
        for (let set = 0; set < 2 ** parts.length; set += 1) {
          let truth = 1
          let drawn = 1
          let failures = 0
          for (const [index, { reliability, unreliability }] of parts.entries()) {
            const down = Math.floor(set / 2 ** index) % 2 === 1
            const q = unreliabilities[index] ?? NaN
            truth *= down ? unreliability : reliability
            drawn *= down ? q : 1 - q
            if (down) failures += 1
          }
          const weight = Math.exp(logNorm - theta * failures)
          if (drawn > 1e-9 && truth > 0) {
            expect(Math.abs((drawn * weight) / truth - 1)).toBeLessThan(1e-5)
          }
        }
      }),
      { seed: 20_090_115, numRuns: 100 },
    )
  })

  it('leaves components alone that fail often enough', () => {
    const parts = [0.5, 0.75, 1].map((q) => fromUnreliability(q))
    expect(exponentialTilt(parts, 2)).toEqual({
      unreliabilities: Float64Array.of(0.5, 0.75, 1),
      theta: 0,
      logNorm: 0,
    })
  })

  it('does not make fail what cannot', () => {
    const parts = [0, 1e-9, 1].map((q) => fromUnreliability(q))
    const { unreliabilities } = exponentialTilt(parts, 3)
    expect(unreliabilities[0]).toBe(0)
    // Of two that can fail, all but half a failure.
    expect(unreliabilities[1]).toBeCloseTo(0.5, 9)
    expect(unreliabilities[2]).toBe(1)
  })
})
