// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { drawFrom } from '../../simulation/draw.ts'
import type { Deployment, Pod, PodDisruptionBudget, ReplicaSet } from './objects.ts'
import { promiseKeeper } from './promises.ts'
import { type Turn, turnOf } from './turn.ts'
import { emptyWorld } from './world-begins.ts'
import type { World } from './world.ts'

// A promise that nothing can break says nothing: each is broken here once by hand, beside the
// nearest thing that keeps it.

const EMPTY = emptyWorld({ profile: '1.33', nodes: [], files: {} })

function wrote(world: World, nowMs: number, write: (turn: Turn) => void): World {
  const { turn, end } = turnOf(world, { nowMs, draw: drawFrom(1).draw })
  write(turn)
  return end().world
}

const meta = (name: string, owner?: string) => ({
  name,
  namespace: 'shop',
  uid: name,
  resourceVersion: '1',
  creationTimestamp: '2026-11-24T21:07:00Z',
  labels: { app: 'web' },
  ...(owner === undefined
    ? {}
    : {
        ownerReferences: [
          { apiVersion: 'apps/v1', kind: 'Owner', name: owner, uid: owner, controller: true },
        ],
      }),
})

const pod = (name: string, ready: boolean, owner = 'set', cpu = '100m'): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: meta(name, owner),
  spec: {
    nodeName: 'node-1',
    containers: [{ name: 'web', image: 'web:1', resources: { requests: { cpu } } }],
  },
  status: {
    phase: 'Running',
    podIP: `10.244.0.${name.length}`,
    conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }],
  },
})

const TEMPLATE = { spec: { containers: [{ name: 'web', image: 'web:1' }] } }
const SELECTOR = { matchLabels: { app: 'web' } }

const set = (name: string, replicas: number, available: number): ReplicaSet => ({
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  metadata: meta(name, 'deployment'),
  spec: { replicas, selector: SELECTOR, template: TEMPLATE },
  status: { replicas, availableReplicas: available },
})

const deployment = (maxSurge: number, maxUnavailable: number): Deployment => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: meta('deployment'),
  spec: {
    replicas: 3,
    selector: SELECTOR,
    template: TEMPLATE,
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } },
  },
  status: {},
})

const budget = (disrupted: readonly string[]): PodDisruptionBudget => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: meta('budget'),
  spec: { minAvailable: 2, selector: SELECTOR },
  status: {
    currentHealthy: 0,
    desiredHealthy: 2,
    disruptionsAllowed: 0,
    expectedPods: 3,
    disruptedPods: Object.fromEntries(disrupted.map((name) => [name, '2026-11-24T21:07:00Z'])),
  },
})

const SYNC = { kind: 'sync', controller: 'deployment', key: 'shop/deployment' } as const

const gone = (one: Pod): Pod => ({
  ...one,
  metadata: { ...one.metadata, deletionTimestamp: '2026-11-24T21:08:00Z' },
})

describe('the promises of a cluster', () => {
  it.each([
    [1, 'no eviction breaks a budget'],
    [2, undefined],
  ] as const)('see an eviction that leaves %i healthy where 2 are wanted', (left, promise) => {
    const keep = promiseKeeper()
    const before = wrote(EMPTY, 0, (turn) => {
      turn.write('deployments', 'shop/deployment', deployment(1, 1))
      turn.write('replicasets', 'shop/set', set('set', 3, 3))
      for (const name of ['a', 'bb', 'ccc'])
        turn.write('pods', `shop/${name}`, pod(name, name !== 'ccc' || left === 2))
      turn.write('poddisruptionbudgets', 'shop/budget', budget([]))
    })
    expect(keep(before, 0)).toBeUndefined()
    const after = wrote(before, 60_000, (turn) => {
      turn.write('poddisruptionbudgets', 'shop/budget', budget(['a']))
      turn.write('pods', 'shop/a', gone(pod('a', true)))
    })
    expect(keep(after, 60_000)?.promise).toBe(promise)
  })

  it.each([
    [2, 'a rollout keeps within its surge'],
    [1, undefined],
  ] as const)('see %i new pods beside 3 old ones where one may be', (fresh, promise) => {
    const keep = promiseKeeper()
    const before = wrote(EMPTY, 0, (turn) => {
      turn.write('deployments', 'shop/deployment', deployment(1, 0))
      turn.write('replicasets', 'shop/old', set('old', 3, 3))
    })
    expect(keep(before, 0)).toBeUndefined()
    const after = wrote(before, 1000, (turn) =>
      turn.write('replicasets', 'shop/new', set('new', fresh, 0)),
    )
    expect(keep(after, 1000, SYNC)?.promise).toBe(promise)
    // A reader who scales by hand is nobody's controller.
    expect(promiseKeeper()(after, 1000)).toBeUndefined()
  })

  it.each([
    [1, 'a rollout keeps enough available'],
    [2, undefined],
  ] as const)('see an old set cut from 3 available to %i where 2 must stay', (kept, promise) => {
    const keep = promiseKeeper()
    const before = wrote(EMPTY, 0, (turn) => {
      turn.write('deployments', 'shop/deployment', deployment(1, 1))
      turn.write('replicasets', 'shop/old', set('old', 3, 3))
    })
    keep(before, 0)
    const after = wrote(before, 1000, (turn) =>
      turn.write('replicasets', 'shop/old', set('old', kept, 3)),
    )
    expect(keep(after, 1000, SYNC)?.promise).toBe(promise)
  })

  it('see an eviction that asked no budget', () => {
    const keep = promiseKeeper()
    const before = wrote(EMPTY, 0, (turn) => {
      turn.write('poddisruptionbudgets', 'shop/budget', budget([]))
      for (const name of ['a', 'bb']) turn.write('pods', `shop/${name}`, pod(name, true))
    })
    keep(before, 0)
    const after = wrote(before, 60_000, (turn) => {
      const { status, ...rest } = gone(pod('a', true))
      const { conditions = [] } = status
      const told = {
        type: 'DisruptionTarget',
        status: 'True',
        reason: 'EvictionByEvictionAPI',
      } as const
      turn.write('pods', 'shop/a', {
        ...rest,
        status: { ...status, conditions: [...conditions, told] },
      })
    })
    expect(keep(after, 60_000)?.promise).toBe('no eviction breaks a budget')
  })

  it('see a replica set that goes on after its Deployment is gone', () => {
    const keep = promiseKeeper()
    const world = wrote(EMPTY, 0, (turn) => turn.write('replicasets', 'shop/set', set('set', 0, 0)))
    expect(keep(world, 0)).toBeUndefined()
    expect(keep(world, 5001)?.promise).toBe('every pod has its owner')
  })

  it.each([
    [true, 'no pod is placed where it may not be'],
    [false, undefined],
  ] as const)('see a pod placed on a node that is cordoned: %s', (unschedulable, promise) => {
    const before = wrote(EMPTY, 0, (turn) =>
      turn.write('nodes', 'node-1', {
        apiVersion: 'v1',
        kind: 'Node',
        metadata: meta('node-1'),
        spec: { unschedulable },
        status: { allocatable: { cpu: '1', memory: '1Gi' } },
      }),
    )
    const after = wrote(before, 0, (turn) => turn.write('pods', 'shop/a', pod('a', true)))
    expect(promiseKeeper()(after, 0)?.promise).toBe(promise)
  })

  it('see a pod that goes on for more than five seconds after its replica set is gone', () => {
    const keep = promiseKeeper()
    const world = wrote(EMPTY, 0, (turn) => turn.write('pods', 'shop/a', pod('a', true)))
    expect(keep(world, 0)).toBeUndefined()
    expect(keep(world, 5000)).toBeUndefined()
    expect(keep(world, 5001)?.promise).toBe('every pod has its owner')
  })

  it('see an endpoint that stays ready for more than a second and a half after its pod', () => {
    const keep = promiseKeeper()
    const world = wrote(EMPTY, 0, (turn) => {
      turn.write('replicasets', 'shop/set', set('set', 1, 0))
      turn.write('pods', 'shop/a', pod('a', false))
      turn.write('endpointslices', 'shop/slice', {
        apiVersion: 'discovery.k8s.io/v1',
        kind: 'EndpointSlice',
        metadata: meta('slice'),
        addressType: 'IPv4',
        endpoints: [
          {
            addresses: ['10.244.0.1'],
            conditions: { ready: true },
            targetRef: { kind: 'Pod', name: 'a' },
          },
        ],
        ports: [],
      })
    })
    expect(keep(world, 0)).toBeUndefined()
    expect(keep(world, 1500)).toBeUndefined()
    expect(keep(world, 1501)?.promise).toBe('endpoints are ready pods')
  })

  it.each([
    ['300m', 'no node is promised more than it has'],
    ['250m', undefined],
  ] as const)('see four pods of %s on a node of one CPU', (cpu, promise) => {
    const world = wrote(EMPTY, 0, (turn) => {
      turn.write('nodes', 'node-1', {
        apiVersion: 'v1',
        kind: 'Node',
        metadata: meta('node-1'),
        spec: {},
        status: { allocatable: { cpu: '1', memory: '1Gi' } },
      })
      turn.write('replicasets', 'shop/set', set('set', 4, 4))
      for (const name of ['a', 'bb', 'ccc', 'dddd'])
        turn.write('pods', `shop/${name}`, pod(name, true, 'set', cpu))
    })
    expect(promiseKeeper()(world, 0)?.promise).toBe(promise)
  })
})
