import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { complete } from '../../frame/parameters.ts'
import { detector, parameters, type DetectorValues } from './model.ts'
import { scenes } from './scenes.ts'
import { widget } from './widget.ts'

const RUNS = { seed: 20_090_115, numRuns: 500 }

// The edge between scenes and types, as in the frame: the schema made every one of these values.
const valuesOf = (id: string, over: Partial<DetectorValues> = {}): DetectorValues =>
  ({
    ...complete(parameters, scenes.find((scene) => scene.id === id)?.values ?? {}),
    ...over,
  }) as DetectorValues
const at = (id: string, over: Partial<DetectorValues> = {}) => detector(valuesOf(id, over))

const SECOND = 1 / 3600

// Python 3 with exact fractions: D = (m - 1)T + T/2 + τ, M = T(ℓ^-m - 1)/(1 - ℓ), and false failovers
// take R / (M + R) of the 365 days that true failures leave. Twelve failures, R = 30 s.
const bySide = [
  // [scene, threshold, D in s, false failovers a year, outage of a year in s]
  ['usual', 1, 2, 137_111.373_913_043, 4_113_725.217_391_304],
  ['usual', 2, 4, 1558.852_792_881_859, 47_173.583_786_455_76],
  ['usual', 3, 6, 15.609_889_963_024, 900.296_698_890_720_7],
  ['usual', 4, 8, 0.156_100_921_180_022, 460.683_027_635_400_7],
  ['usual', 8, 16, 1.561_004_676e-9, 552.000_000_046_830_1],
  ['jumpy', 1, 2, 242_581.661_538_462, 7_277_833.846_153_846],
  ['jumpy', 5, 10, 0.049_447_693_192_213, 481.483_430_795_766_4],
  ['sluggish', 3, 30, 3.121_986_569_686_458, 813.659_597_090_593_7],
  ['sluggish', 8, 80, 3.121_933_32e-10, 1320.000_000_009_366],
  ['more-probes', 4, 4.5, 0.312_202_211_797_965, 423.366_066_353_939],
] as const

describe('the cost of a threshold', () => {
  it.each(bySide)(
    'in scene %s at %d is as computed exactly',
    (id, threshold, D, alarms, outage) => {
      const cost = at(id).costs[threshold - 1]
      expect(cost?.threshold).toBe(threshold)
      expect(cost?.detectionSeconds).toBeCloseTo(D, 12)
      expect((cost?.falsePerYear ?? NaN) / alarms).toBeCloseTo(1, 11)
      expect((cost?.totalHours ?? NaN) / (outage * SECOND)).toBeCloseTo(1, 12)
    },
  )

  // By hand, usual, m = 3: 12 · 6 s unnoticed, 12 · 30 s needed; at worst 3 · 2 s + 1 s = 7 s.
  it('is split into what was not noticed, the failovers that it took, and the needless ones', () => {
    const { current } = at('usual')
    expect(current.unnoticedHours).toBeCloseTo(72 * SECOND, 12)
    expect(current.neededHours).toBeCloseTo(360 * SECOND, 12)
    expect(current.falseHours).toBeCloseTo(468.296_698_890_720_7 * SECOND, 12)
    expect(current.worstSeconds).toBe(7)
  })

  it.each([0, 1e-300])('has no false failover to speak of where the loss is %d', (probeLoss) => {
    const { costs, least } = at('usual', { probeLoss })
    expect(costs.every(({ falsePerYear }) => falsePerYear < 1e-200)).toBe(true)
    expect(least.threshold).toBe(1)
  })

  it('never takes more than the year, and grows in detection while false failovers fall', () => {
    const between = (minimum: number, maximum: number) => fc.integer({ min: minimum, max: maximum })
    const values: fc.Arbitrary<DetectorValues> = fc.record({
      intervalMs: between(100, 60_000),
      timeoutMs: between(50, 10_000),
      threshold: between(1, 8),
      probeLoss: between(1, 5000).map((each) => each / 10_000),
      failures: between(1, 100),
      failoverSeconds: between(1, 600),
    })
    fc.assert(
      fc.property(values, (given) => {
        const { costs, least } = detector(given)
        for (const [index, cost] of costs.entries()) {
          expect(cost.totalHours).toBeLessThanOrEqual(8760)
          expect(cost.totalHours).toBeGreaterThanOrEqual(least.totalHours)
          const before = costs[index - 1]
          if (!before) continue
          expect(cost.detectionSeconds - before.detectionSeconds).toBeCloseTo(
            given.intervalMs / 1000,
            9,
          )
          expect(cost.falsePerYear).toBeLessThan(before.falsePerYear)
        }
      }),
      RUNS,
    )
  })
})

describe('the prediction', () => {
  it('has one right answer in the first scene, and it is the one that says yes', () => {
    const { least } = at(widget.firstScene)
    const right = widget.prediction?.options.filter(({ mark }) => mark === least.threshold)
    expect(right?.map(({ id }) => id)).toEqual(['4'])
    expect(right?.[0]?.answer()).toMatch(/^Yes/)
  })
})
