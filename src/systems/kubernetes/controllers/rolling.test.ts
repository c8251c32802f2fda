// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { portionOf } from './portion.ts'
import { type Fenceposts, fencepostsOf, nextOldReplicas, rollingStep } from './rolling.ts'

describe('the limits of a rolling update', () => {
  it('round the surge up and what may be missing down', () => {
    // 25 % of 3 is 0.75: the default of three replicas may lose none.
    expect(fencepostsOf('25%', '25%', 3)).toEqual({ surge: 1, unavailable: 0 })
    expect(fencepostsOf('25%', '25%', 4)).toEqual({ surge: 1, unavailable: 1 })
  })

  it('let one be missing where both come to nothing', () => {
    expect(fencepostsOf('0%', '25%', 3)).toEqual({ surge: 0, unavailable: 1 })
    expect(fencepostsOf(undefined, undefined, 3)).toEqual({ surge: 0, unavailable: 1 })
  })

  it('take no text that is no percentage', () => {
    expect(() => portionOf('3', 10, 'up')).toThrow(RangeError)
  })
})

describe('one step of a rolling update', () => {
  const limits = { surge: 1, unavailable: 0 }

  it('does nothing while new pods are on their way', () => {
    const newer = { replicas: 1, available: 0 }
    expect(rollingStep(3, limits, newer, [{ replicas: 3, available: 3 }])).toEqual({ kind: 'none' })
  })

  it('takes broken old pods first, those of the oldest replica set before others', () => {
    const step = nextOldReplicas(10, { surge: 0, unavailable: 2 }, { replicas: 0, available: 0 }, [
      { replicas: 4, available: 3 },
      { replicas: 6, available: 5 },
    ])
    expect(step).toEqual({ cleaned: [3, 5], sizes: [3, 5] })
  })

  it('waits where a status is older than the size: more cannot be available than wanted', () => {
    const step = nextOldReplicas(4, { surge: 1, unavailable: 1 }, { replicas: 2, available: 2 }, [
      { replicas: 2, available: 3 },
    ])
    expect(step.sizes).toEqual([2])
  })

  it('never leaves fewer available than it must, and never has more than it may', () => {
    const breaches: unknown[] = []
    const check = (replicas: number, limits: Fenceposts, older: number, newer: number): void => {
      const step = rollingStep(replicas, limits, { replicas: newer, available: newer }, [
        { replicas: older, available: older },
      ])
      const [oldSize = older] = step.kind === 'old' ? step.sizes : [older]
      const newSize = step.kind === 'new' ? step.replicas : newer
      const most = Math.max(older + newer, replicas + limits.surge)
      const least = Math.min(older + newer, replicas - limits.unavailable)
      const available = oldSize + Math.min(newer, newSize)
      if (oldSize + newSize > most || available < least)
        breaches.push({ replicas, limits, older, newer, step })
    }
    for (let replicas = 0; replicas <= 6; replicas += 1)
      for (let surge = 0; surge <= 3; surge += 1)
        for (let unavailable = surge === 0 ? 1 : 0; unavailable <= replicas; unavailable += 1)
          for (let older = 0; older <= replicas + surge; older += 1)
            for (let newer = 0; newer + older <= replicas + surge; newer += 1)
              check(replicas, { surge, unavailable }, older, newer)
    expect(breaches).toEqual([])
  })
})
