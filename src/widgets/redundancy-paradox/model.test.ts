import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { complete } from '../../frame/parameters.ts'
import { verdict } from './describe.ts'
import { paradox, parameters, REQUESTS, type Counts, type ParadoxValues } from './model.ts'
import { scenes } from './scenes.ts'
import { widget } from './widget.ts'

const RUNS = { seed: 20_090_115, numRuns: 1000 }

// The edge between scenes and types, as in the frame: the schema made every one of these values.
const valuesOf = (id: string): ParadoxValues =>
  complete(parameters, scenes.find((scene) => scene.id === id)?.values ?? {}) as ParadoxValues
const at = (id: string) => paradox(valuesOf(id))

const probability = fc.double({ min: 0, max: 1, noNaN: true })
const anyValues: fc.Arbitrary<ParadoxValues> = fc.record({
  a: probability,
  b: probability,
  failover: probability,
  falseAlarm: probability,
  inPath: fc.boolean(),
  router: probability,
  shared: fc.oneof(probability, fc.constantFrom(0, 1)),
})

// All by hand, as exact decimals. A and B work with 0.99; of 10,000 requests A drops 100.
// U is 1 - R with R = r(a(1 - s) + (as + 1 - a - z)cb'), z = shared · 0.01, b' = b / (1 - z).
const byHand: readonly (readonly [string, number, Partial<Counts>])[] = [
  // Nobody takes the 100.
  ['a-alone', 0.01, { servedByA: 9900, failedOnA: 100, servedByB: 0, neverHandedOver: 100 }],
  // 100 · 0.9 = 90 are handed over, of which B serves 99 in 100: 89.1, and drops 0.9.
  ['failover-90', 0.001_09, { failedOnA: 100, servedByB: 89.1, neverHandedOver: 10, lostOnB: 0.9 }],
  // 95 are handed over: 94.05 and 0.95.
  ['failover-95', 0.000_595, { servedByB: 94.05, neverHandedOver: 5, lostOnB: 0.95 }],
  // 50 are handed over: 49.5 and 0.5. Lost are 50.5.
  [
    'failover-50',
    0.005_05,
    {
      servedByA: 9900,
      failedOnA: 100,
      servedByB: 49.5,
      neverHandedOver: 50,
      lostOnB: 0.5,
      falseAlarms: 0,
      lostInRouter: 0,
      lostToSharedCause: 0,
      served: 9949.5,
      lost: 50.5,
    },
  ],
  // The router drops 500 of 10,000; of the 9,500 left A serves 9,405 and B 99 in 100 of 95.
  [
    'router-in-path',
    0.050_095,
    { lostInRouter: 500, servedByA: 9405, failedOnA: 95, servedByB: 94.05, lostOnB: 0.95 },
  ],
  // Of the 9,900 that A would serve, 198 are handed over for nothing, half of them in vain: 99;
  // of the other 99 B serves 98.01 and drops 0.99. The 100 that A fails go 49.5 / 50 / 0.5 as above.
  [
    'jumpy-detector',
    0.015_049,
    {
      servedByA: 9702,
      falseAlarms: 198,
      failedOnA: 100,
      servedByB: 147.51,
      neverHandedOver: 149,
      lostOnB: 1.49,
    },
  ],
  // z = 0.001 takes 10. A fails by itself on 90 more, and B works on 0.99 / 0.999 = 110/111 of those.
  [
    'tenth-shared',
    1 / 925,
    {
      lostToSharedCause: 10,
      servedByA: 9900,
      failedOnA: 90,
      servedByB: 9900 / 111,
      lostOnB: 90 / 111,
    },
  ],
  // Every failure of A is the shared cause.
  [
    'common-cause',
    0.01,
    { lostToSharedCause: 100, servedByA: 9900, failedOnA: 0, servedByB: 0, lostOnB: 0 },
  ],
  // z = 0.001, b' = 0.99 / 0.999 = 110/111, r = 0.999. The router drops 10 and passes 9,990, of
  // which the shared cause takes 9.99. A keeps 0.9801 of 9,990 = 9,791.199, gives away 0.0099 of
  // them = 98.901, and fails by itself on 0.009 of them = 89.91. Of the 188.811 together a tenth is
  // never handed over, and of the 169.9299 that are, B serves 110 in 111: 168.399.
  [
    'all-at-once',
    0.004_040_2,
    {
      lostInRouter: 10,
      lostToSharedCause: 9.99,
      servedByA: 9791.199,
      falseAlarms: 98.901,
      failedOnA: 89.91,
      servedByB: 168.399,
      neverHandedOver: 18.8811,
      lostOnB: 1.5309,
      lost: 40.402,
    },
  ],
]

describe('the scenes, by hand', () => {
  it('are all here', () => {
    expect(byHand.map(([id]) => id)).toEqual(scenes.map((scene) => scene.id))
  })

  it.each(byHand)('%s fails with probability %d', (id, unreliability, counts) => {
    const model = at(id)
    expect(model.outcome.system.unreliability).toBeCloseTo(unreliability, 15)
    expect(model.current.unreliability).toBe(model.outcome.system.unreliability)
    for (const [key, requests] of Object.entries(counts))
      expect(new Map(Object.entries(model.counts)).get(key), key).toBeCloseTo(requests, 9)
  })

  // 0.00505 · 8,760 h = 44.238 h, and 0.01 · 8,760 h = 87.6 h.
  it('turns half a failover into 44.238 hours of downtime a year, where A alone has 87.6', () => {
    const { downHours, aloneDownHours } = at('failover-50')
    expect(downHours).toBeCloseTo(44.238, 9)
    expect(aloneDownHours).toBeCloseTo(87.6, 9)
  })

  it('leaves a common cause exactly at A alone, not a hair below', () => {
    const { outcome } = at('common-cause')
    expect(outcome.gainOverA).toBe(0)
    expect(outcome.ratio).toBe(1)
    expect(outcome.system.unreliability).toBe(outcome.alone.unreliability)
  })
})

describe('break-evens', () => {
  // a / (a + (1 - a)b) = 0.99 / 0.9999 = 100/101.
  it.each(['a-alone', 'failover-50', 'failover-95', 'router-in-path'])(
    'for a router of %s at 100/101',
    (id) => {
      expect(at(id).path.breakEven).toBeCloseTo(100 / 101, 12)
    },
  )

  // A rescue gains as soon as it works at all.
  it.each(['a-alone', 'failover-50', 'router-in-path'])('for a rescue of %s at 0', (id) => {
    expect(at(id).rescue.breakEven).toBe(0)
  })

  // 0.01cb = 0.99 · 0.02 · (1 - cb), so cb = 0.0198 / 0.0298 = 99/149 and c = 100/149.
  it('for the rescue of a jumpy detector at 100/149', () => {
    expect(at('jumpy-detector').rescue.breakEven).toBeCloseTo(100 / 149, 12)
  })

  // With the logic in the path: 0.99 = r(0.9702 + 0.0298 · 0.99) = r · 0.999702, r = 55000/55539.
  it('for the router of a jumpy detector at 55000/55539', () => {
    expect(at('jumpy-detector').path.breakEven).toBeCloseTo(55_000 / 55_539, 12)
  })

  it('for a rescue under a wholly common cause nowhere: every failover is as good as none', () => {
    expect(at('common-cause').rescue.breakEven).toBeNull()
  })

  it('are where the pair neither gains nor loses, whatever the design', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const beside = { ...values, inPath: false }
        const { breakEven } = paradox(beside).rescue
        if (breakEven === null) return
        const there = paradox({ ...beside, failover: breakEven })
        expect(Math.abs(there.outcome.gainOverA)).toBeLessThan(1e-12)
      }),
      RUNS,
    )
  })
})

describe('any design', () => {
  it('accounts for every request at one of its ends', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const { counts } = paradox(values)
        const ends =
          counts.lostInRouter +
          counts.lostToSharedCause +
          counts.servedByA +
          counts.servedByB +
          counts.neverHandedOver +
          counts.lostOnB
        expect(ends).toBeCloseTo(REQUESTS, 7)
        expect(counts.served + counts.lost).toBeCloseTo(REQUESTS, 7)
        expect(counts.servedByA + counts.servedByB).toBeCloseTo(counts.served, 7)
        expect(counts.falseAlarms + counts.failedOnA).toBeCloseTo(
          counts.servedByB + counts.neverHandedOver + counts.lostOnB,
          7,
        )
        for (const [key, count] of Object.entries(counts))
          expect(count, key).toBeGreaterThanOrEqual(0)
      }),
      RUNS,
    )
  })

  it('fails less the better its failover is, and the better its router is', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        for (const { points } of [paradox(values).rescue, paradox(values).path]) {
          expect([points.at(0)?.works, points.at(-1)?.works]).toEqual([0, 1])
          const rises = points.some(
            ({ unreliability }, index) =>
              unreliability > (points[index - 1]?.unreliability ?? 1) + 1e-14,
          )
          expect(rises).toBe(false)
        }
      }),
      { ...RUNS, numRuns: 300 },
    )
  })

  it('is never worse than A alone without false alarms and without a router', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const { outcome } = paradox({ ...values, falseAlarm: 0, inPath: false })
        expect(outcome.gainOverA).toBeGreaterThanOrEqual(0)
      }),
      RUNS,
    )
  })

  it('is judged by the sign of what it gains, and neutrally only within half a per cent of A', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const model = paradox(values)
        const { tone } = verdict(model)
        const { gainOverA, ratio } = model.outcome
        if (tone === 'works') expect(gainOverA).toBeGreaterThan(0)
        else if (tone === 'fails') expect(gainOverA).toBeLessThan(0)
        else expect(Math.abs(ratio - 1)).toBeLessThan(0.0051)
      }),
      RUNS,
    )
  })

  // a = 0.9, b = 0.99, all of B's failures shared: z = 0.01, b' = 1, so R = 0.9 + 0.09 = 0.99. B
  // still saves nine of ten, and nobody may say that the gain is gone.
  it('is not called a lost gain when the better server fails only along with the worse', () => {
    const model = paradox({ ...valuesOf('common-cause'), a: 0.9 })
    expect(model.outcome.system.reliability).toBeCloseTo(0.99, 12)
    expect(model.reason).toBe('rescue')
    expect(verdict(model).tone).toBe('works')
  })

  it.each([
    ['router-in-path', 'router'],
    ['jumpy-detector', 'false-alarms'],
    ['common-cause', 'shared'],
    ['a-alone', 'idle'],
    ['failover-50', 'rescue'],
    ['all-at-once', 'rescue'],
  ])('%s is explained by: %s', (id, reason) => {
    expect(at(id).reason).toBe(reason)
  })
})

describe('the prediction', () => {
  const marks = new Map(
    widget.prediction?.options.map(({ id, mark }) => [
      id,
      mark as { works: number; factor: [number, number] },
    ]),
  )
  // Half a failover leaves 5,050 of the 10,000 failures of A: a factor of 0.505.
  it('has one right answer, and its mark lies over the point of the first scene', () => {
    const { outcome, current } = at(widget.firstScene)
    const factor = outcome.system.unreliability / outcome.alone.unreliability
    expect(factor).toBeCloseTo(0.505, 12)
    const over = [...marks].filter(
      ([
        ,
        {
          factor: [low, high],
        },
      ]) => low <= factor && factor <= high,
    )
    expect(over.map(([id]) => id)).toEqual(['half'])
    for (const [id, { works }] of marks) expect(works, id).toBe(current.works)
  })

  it('has marks on either side of A alone and over it, none over another', () => {
    const [half, same, worse] = ['half', 'same', 'worse'].map(
      (id) => marks.get(id)?.factor ?? [NaN, NaN],
    )
    expect(half?.[1]).toBeLessThan(same?.[0] ?? NaN)
    expect(same?.[0]).toBeLessThan(1)
    expect(same?.[1]).toBeGreaterThan(1)
    expect(worse?.[0]).toBeGreaterThanOrEqual(same?.[1] ?? NaN)
    expect(worse?.[1]).toBeGreaterThan(worse?.[0] ?? NaN)
  })
})
