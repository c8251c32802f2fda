// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { create, updateStatus } from '../api/write.ts'
import { read, timeOf } from '../api/client.ts'
import type { PodDisruptionBudget } from '../objects.ts'
import type { BudgetTerms } from './budget.ts'
import type { Deed, Play, PlayedCluster } from './played.ts'
import { changed, eventsIn, podsIn, started, template } from './played-deployment.ts'

const budget =
  (terms: BudgetTerms): Deed =>
  (turn) => {
    create(turn, 'poddisruptionbudgets', {
      metadata: { name: 'web', namespace: 'shop' },
      spec: { selector: { matchLabels: { app: 'web' } }, ...terms },
    })
  }

const guarded = (terms: BudgetTerms, play: Play = {}): PlayedCluster => {
  const cluster = started(play)
  cluster.act(budget(terms))
  cluster.pass(5000)
  return cluster
}

const statusIn = (cluster: PlayedCluster): PodDisruptionBudget['status'] | undefined =>
  cluster.world().store.tables.poddisruptionbudgets['shop/web']?.status

const naked: Deed = (turn) => {
  const { metadata, spec } = template('web:1')
  create(turn, 'pods', {
    metadata: {
      name: 'naked',
      namespace: 'shop',
      ...(metadata?.labels ? { labels: metadata.labels } : {}),
    },
    spec,
  })
}

describe('a budget', () => {
  it('says how many pods may go', () => {
    // Session s2 at 2.0 s: allowed 1, current 3, desired 2, total 3.
    expect(statusIn(guarded({ minAvailable: 2 }))).toMatchObject({
      disruptionsAllowed: 1,
      currentHealthy: 3,
      desiredHealthy: 2,
      expectedPods: 3,
      observedGeneration: 1,
    })
  })

  it('counts what the Deployment wants where it is a share, and not what there is', () => {
    const cluster = guarded({ maxUnavailable: '50%' }, { place: () => undefined })
    expect(statusIn(cluster)).toMatchObject({
      expectedPods: 3,
      // Half of 3, rounded up, may be missing; but none is healthy.
      desiredHealthy: 1,
      disruptionsAllowed: 0,
    })
  })

  it('does not count a pod twice while old and new ones roll', () => {
    const cluster = guarded({ minAvailable: '100%' })
    cluster.act(changed({ template: template('web:2') }))
    cluster.pass(1000)
    expect(podsIn(cluster)).toHaveLength(4)
    expect(statusIn(cluster)?.expectedPods).toBe(3)
  })

  it('remembers an eviction until the pod is gone, or two minutes have passed', () => {
    const cluster = guarded({ minAvailable: 2 })
    const name = podsIn(cluster)[0]?.metadata.name ?? ''
    cluster.act((turn) => {
      const found = read(turn, 'poddisruptionbudgets', 'shop/web')
      if (!found) return
      const disruptedPods = { [name]: timeOf(turn) }
      updateStatus(turn, 'poddisruptionbudgets', {
        ...found,
        status: { ...found.status, disruptedPods },
      })
    })
    cluster.pass(119_000)
    expect(statusIn(cluster)).toMatchObject({ disruptionsAllowed: 0, currentHealthy: 2 })
    cluster.pass(3000)
    expect(statusIn(cluster)).toMatchObject({ disruptionsAllowed: 1, currentHealthy: 3 })
    expect(statusIn(cluster)?.disruptedPods).toBeUndefined()
    expect(eventsIn(cluster, 'NotDeleted')).toHaveLength(1)
  })

  it('allowed nothing beside a pod that nobody owns, in the release that was recorded', () => {
    const cluster = guarded({ maxUnavailable: 1 })
    cluster.act(naked)
    cluster.pass(5000)
    expect(statusIn(cluster)?.disruptionsAllowed).toBe(0)
    expect(eventsIn(cluster, 'CalculateExpectedPodCountFailed')).toHaveLength(1)
  })

  it('says today whether pods suffice', () => {
    const cluster = guarded({ minAvailable: 2 }, { profile: '1.33' })
    expect(statusIn(cluster)?.conditions).toMatchObject([
      {
        type: 'DisruptionAllowed',
        status: 'True',
        reason: 'SufficientPods',
        observedGeneration: 1,
      },
    ])
    cluster.act(changed({ replicas: 2 }))
    cluster.pass(5000)
    expect(statusIn(cluster)?.conditions).toMatchObject([
      { status: 'False', reason: 'InsufficientPods' },
    ])
  })
})
