// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { remove } from '../api/remove.ts'
import { create } from '../api/write.ts'
import { applied, podsIn, replicaSetsIn, started } from './played-deployment.ts'
import { tableOf } from '../tables.ts'

describe('what hangs on a Deployment', () => {
  it('goes with it: first its replica sets, then their pods', () => {
    const cluster = started()
    cluster.pass(5000)
    cluster.act((turn) => remove(turn, 'deployments', 'shop/web'))
    cluster.pass(200)
    expect(replicaSetsIn(cluster)).toEqual([])
    expect(podsIn(cluster).every(({ metadata }) => metadata.deletionTimestamp)).toBe(true)
    cluster.pass(1000)
    expect(podsIn(cluster)).toEqual([])
  })

  it('stays where it was cut off, and is taken in by the next of its name', () => {
    const cluster = started()
    cluster.pass(5000)
    cluster.act((turn) => remove(turn, 'deployments', 'shop/web', { propagation: 'Orphan' }))
    cluster.pass(5000)
    const before = podsIn(cluster).map(({ metadata }) => metadata.name)
    expect(before).toHaveLength(3)
    cluster.act(applied())
    cluster.pass(5000)
    expect(podsIn(cluster).map(({ metadata }) => metadata.name)).toEqual(before)
    expect(replicaSetsIn(cluster)[0]?.metadata.ownerReferences).toHaveLength(1)
  })

  it('goes before it where the Deployment is to wait', () => {
    const cluster = started()
    cluster.pass(5000)
    cluster.act((turn) => {
      remove(turn, 'deployments', 'shop/web', { propagation: 'Foreground' })
    })
    cluster.pass(300)
    expect(cluster.world().store.tables.deployments['shop/web']).toBeDefined()
    cluster.pass(2000)
    expect(podsIn(cluster)).toEqual([])
    expect(replicaSetsIn(cluster)).toEqual([])
    expect(cluster.world().store.tables.deployments).toEqual({})
  })
})

describe('the pods of a node that no longer exists', () => {
  it('are given up within a minute', () => {
    const cluster = started({ place: () => 'node-1' })
    cluster.act((turn) => {
      create(turn, 'nodes', { metadata: { name: 'node-1' }, spec: {} })
    })
    cluster.pass(5000)
    const before = podsIn(cluster).map(({ metadata }) => metadata.uid)
    cluster.act((turn) => remove(turn, 'nodes', 'node-1'))
    cluster.pass(39_000)
    expect(podsIn(cluster).map(({ metadata }) => metadata.uid)).toEqual(before)
    cluster.pass(22_000)
    expect(podsIn(cluster).some(({ metadata }) => before.includes(metadata.uid))).toBe(false)
  })
})

describe('a namespace', () => {
  it('is gone five seconds after its deletion where no pod runs in it', () => {
    const cluster = started({}, { replicas: 0 })
    cluster.pass(1000)
    cluster.act((turn) => remove(turn, 'namespaces', 'shop'))
    cluster.pass(4900)
    expect(cluster.world().store.tables.namespaces['shop']?.status.phase).toBe('Terminating')
    // Session s6: 5.5 s with kubectl's own time.
    cluster.pass(600)
    expect(cluster.world().store.tables.namespaces['shop']).toBeUndefined()
    expect(cluster.world().store.tables.deployments).toEqual({})
    expect(tableOf(cluster.world().store, 'events')).toEqual({})
  })

  it('says what is left in it, and waits for its pods to end', () => {
    const cluster = started()
    cluster.pass(5000)
    cluster.act((turn) => remove(turn, 'namespaces', 'shop'))
    cluster.pass(5100)
    expect(cluster.world().store.tables.namespaces['shop']?.status.conditions).toContainEqual({
      type: 'NamespaceContentRemaining',
      status: 'True',
      lastTransitionTime: '2026-11-24T21:07:09Z',
      reason: 'SomeResourcesRemain',
      message: 'Some resources are remaining: pods. has 3 resource instances',
    })
    cluster.pass(6000)
    expect(cluster.world().store.tables.namespaces['shop']).toBeUndefined()
    expect(podsIn(cluster)).toEqual([])
  })
})
