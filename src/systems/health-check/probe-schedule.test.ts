import { describe, expect, it } from 'vitest'
import type { HealthCheckOptions } from './health-check.ts'
import { probeSchedule } from './probe-schedule.ts'

describe('a blip of 1.9 seconds, as it was recorded', () => {
  const blip = { firstAtMs: 134, untilMs: 6000, outages: [{ fromMs: 309, toMs: 2209 }] }
  const even = { interMs: 1000, fall: 3, rise: 2 }
  const fast = { ...even, fastInterMs: 200, downInterMs: 2000 }
  const statuses = (options: HealthCheckOptions) =>
    probeSchedule(options, blip).map(({ atMs, status }) => [atMs, status])

  it('is two failures and takes nothing out with an even interval', () => {
    expect(statuses(even)).toEqual([
      [134, 'UP'],
      [1134, 'UP 2/3'],
      [2134, 'UP 1/3'],
      [3134, 'UP'],
      [4134, 'UP'],
      [5134, 'UP'],
    ])
  })

  it('takes the server out with a fast interval', () => {
    expect(statuses(fast)).toEqual([
      [134, 'UP'],
      [1134, 'UP 2/3'],
      [1334, 'UP 1/3'],
      [1534, 'DOWN'],
      [3534, 'DOWN 1/2'],
      [3734, 'UP'],
      [4734, 'UP'],
      [5734, 'UP'],
    ])
  })
})

describe('a schedule of probes', () => {
  const plan = { firstAtMs: 0, untilMs: 10, outages: [] }

  it('fails from the first millisecond of an outage, and no longer in the last', () => {
    const outages = [{ fromMs: 2, toMs: 4 }]
    const probes = probeSchedule({ interMs: 1 }, { firstAtMs: 0, untilMs: 5, outages })
    expect(probes.map(({ good }) => good)).toEqual([true, true, false, false, true, true])
  })

  it('may begin, fail and end at time 0', () => {
    const outages = [{ fromMs: 0, toMs: 1 }]
    const probes = probeSchedule({}, { firstAtMs: 0, untilMs: 0, outages })
    expect(probes).toEqual([{ atMs: 0, good: false, status: 'DOWN' }])
  })

  it.each([
    ['begins before time 0', { firstAtMs: -1 }],
    ['never ends', { untilMs: Infinity }],
    ['has an outage that ends before it begins', { outages: [{ fromMs: 2, toMs: 1 }] }],
    ['has an outage at no time', { outages: [{ fromMs: NaN, toMs: 1 }] }],
  ])('is refused if it %s', (_, change) => {
    expect(() => probeSchedule({}, { ...plan, ...change })).toThrow(RangeError)
  })
})
