// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createLaboratory } from '../laboratory.ts'
import type { ClusterDeed } from '../session.ts'
import { APART, checkout } from './manifests.ts'
import { missionIds } from './mission-ids.ts'
import { missions } from './missions.ts'

/** For so long nothing is done, and after its last deed a solution may still take a minute. */
const WAITING_MS = 10 * 60_000
const SOLVED_WITHIN_MS = 60_000

const laboratoryOf = (id: (typeof missionIds)[number]) => {
  const mission = missions[id]
  const { cluster, before, startMs } = mission
  return createLaboratory({ parameters: cluster, before, startMs, mission })
}

describe.each(missionIds)('the mission %s', (id) => {
  const { goals, parts, solution, startMs, ways = {} } = missions[id]

  it('has goals of different names, and none of its parts is without any', () => {
    expect(new Set(goals.map((goal) => goal.id)).size).toBe(goals.length)
    for (const part of parts) expect(goals.some((goal) => goal.part === part.id)).toBe(true)
  })

  it('begins with no goal met but those that can only be lost', () => {
    const { met } = laboratoryOf(id).getState()
    expect(met.now).toEqual(goals.filter(({ canBeLost }) => canBeLost).map((goal) => goal.id))
  })

  it('is not solved by waiting', () => {
    const store = laboratoryOf(id)
    store.getState().advance(WAITING_MS, () => true)
    expect(store.getState().met.now.length).toBeLessThan(goals.length)
  })

  it.each(Object.entries({ ...ways, solution: solution.deeds }))('is solved: %s', (_, deeds) => {
    const store = laboratoryOf(id)
    const planned: readonly ClusterDeed[] = deeds.map(({ afterMs, action }) => ({
      atMs: startMs + afterMs,
      action,
    }))
    store.getState().playSolution(planned)
    store.getState().advance((deeds.at(-1)?.afterMs ?? 0) + SOLVED_WITHIN_MS, () => true)
    expect([...store.getState().met.now].toSorted()).toEqual(
      goals.map((goal) => goal.id).toSorted(),
    )
  })
})

describe('a rollout that hangs on required anti-affinity', () => {
  /** Where the copies stand and which image they run, two minutes after a file was applied. */
  function after(text: string): readonly string[] {
    const store = laboratoryOf('rollout-deadlock')
    store.getState().act({ do: 'save', file: 'checkout.yaml', text })
    store.getState().act({ do: 'type', shell: '1', text: 'kubectl apply -f checkout.yaml' })
    store.getState().advance(2 * 60_000, () => true)
    return Object.values(store.getState().session.frame.world.store.tables.pods)
      .map(({ spec }) => `${spec.containers[0]?.image ?? ''} ${spec.nodeName ?? 'waits'}`)
      .toSorted()
  }
  const soft = { replicas: 3, image: 'shop/checkout:2', pod: APART.preferred }

  it('is not freed by a softer rule in the template alone: the old pods keep the hard one', () => {
    expect(after(checkout(soft))).toEqual([
      'shop/checkout:1 node-1',
      'shop/checkout:1 node-2',
      'shop/checkout:1 node-3',
      'shop/checkout:2 waits',
    ])
  })

  it('ends with two on a node where the rule is soft and one may go', () => {
    const strategy = '{rollingUpdate: {maxSurge: 0, maxUnavailable: 1}}'
    const pods = after(checkout({ ...soft, strategy }))
    expect(pods.filter((pod) => pod.startsWith('shop/checkout:2 node-'))).toHaveLength(3)
    expect(new Set(pods).size).toBe(2)
  })
})
