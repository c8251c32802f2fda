import { describe, expect, it } from 'vitest'
import { complete } from '../../frame/parameters.ts'
import { stepWords, verdict } from './describe.ts'
import { eviction, type EvictionValues, parameters, STRUCK } from './model.ts'
import { scenes } from './scenes.ts'

// The edge between scenes and types, as in the frame: the schema made every one of these values.
const at = (id: string, over: Partial<EvictionValues> = {}) =>
  eviction({
    ...complete(parameters, scenes.find((scene) => scene.id === id)?.values ?? {}),
    ...over,
  } as EvictionValues)

const states = (given: (values: EvictionValues) => void) => {
  for (const happens of ['drain', 'failure', 'deletion'] as const)
    for (const budget of [0, 1, 2, 3, 4, 5, 6])
      for (const replicas of [2, 3, 4, 5, 6])
        for (const nodes of [2, 3, 4]) given({ happens, budget, replicas, nodes })
}

describe('a disruption budget', () => {
  // By hand: four pods on three nodes put two on node 1. Three must be ready, so one may go at a time.
  it('refuses the second eviction until the first pod is ready elsewhere', () => {
    const { steps, fewestReady, refused } = at('drain')
    expect(steps.map(({ ready }) => ready)).toEqual([4, 3, 4, 3, 4])
    expect([fewestReady, refused]).toEqual([3, 1])
    expect(stepWords(at('drain'))[1]).toBe('drain: 1 evicted, 1 refused')
  })

  // By hand: the two on node 1 go at once, of four.
  it('stops no failure and no deletion', () => {
    expect(at('failure').fewestReady).toBe(2)
    expect(at('deletion').fewestReady).toBe(0)
    expect(verdict(at('failure')).tone).toBe('fails')
    expect(verdict(at('deletion')).tone).toBe('fails')
  })

  it('of as many as there are lets no drain end', () => {
    const { blocked, steps } = at('never-ends')
    expect(blocked).toBe(true)
    expect(steps.at(-1)?.ready).toBe(4)
  })

  it('of none lets the whole node go at once', () => {
    const { steps, refused } = at('no-budget')
    expect(steps.map(({ ready }) => ready)).toEqual([4, 2, 4])
    expect(refused).toBe(0)
  })

  it('is never undercut by a drain, whatever the numbers', () => {
    states((values) => {
      const { steps, fewestReady, blocked } = eviction(values)
      if (values.happens !== 'drain') return
      expect(fewestReady).toBeGreaterThanOrEqual(Math.min(values.budget, values.replicas))
      expect(blocked).toBe(values.budget >= values.replicas)
      const left = steps.at(-1)?.pods.filter(({ node }) => node === STRUCK) ?? []
      expect(left.length > 0).toBe(blocked)
    })
  })

  it('makes a pod for each that went, so that there are as many as before in the end', () => {
    states((values) => {
      const { steps, blocked } = eviction(values)
      for (const { pods } of steps) expect(pods).toHaveLength(values.replicas)
      if (!blocked) expect(steps.at(-1)?.ready).toBe(values.replicas)
    })
  })
})
