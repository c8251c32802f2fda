// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { create } from '../api/write.ts'
import { remove } from '../api/remove.ts'
import type { Endpoints, EndpointSlice, IntOrString, Service } from '../objects.ts'
import type { Deed, Play, PlayedCluster } from './played.ts'
import { changed, podsIn, started } from './played-deployment.ts'

const service =
  (targetPort: IntOrString, spec: Partial<Service['spec']> = {}): Deed =>
  (turn) => {
    create(turn, 'services', {
      metadata: { name: 'web', namespace: 'shop' },
      spec: {
        clusterIP: '10.96.0.9',
        selector: { app: 'web' },
        ports: [{ port: 80, targetPort, protocol: 'TCP' }],
        ...spec,
      },
    })
  }

const served = (play: Play = {}, targetPort: IntOrString = 80): PlayedCluster => {
  const cluster = started(play)
  cluster.act(service(targetPort))
  return cluster
}

const endpointsIn = (cluster: PlayedCluster): Endpoints | undefined =>
  cluster.world().store.tables.endpoints['shop/web']

const slicesIn = (cluster: PlayedCluster): readonly EndpointSlice[] =>
  Object.values(cluster.world().store.tables.endpointslices)

const ipsOf = (cluster: PlayedCluster): readonly string[] =>
  (endpointsIn(cluster)?.subsets ?? []).flatMap(({ addresses = [] }) =>
    addresses.map(({ ip }) => ip),
  )

describe('the endpoints of a Service', () => {
  it('are none before a pod has an address, then not ready, then in the order of their text', () => {
    const cluster = served()
    cluster.pass(100)
    // Printed as <none>; session s1 at 26.5 s.
    expect(endpointsIn(cluster)?.subsets).toBeUndefined()
    cluster.pass(1500)
    // Printed as nothing; session s1 at 26.7 s.
    expect(endpointsIn(cluster)?.subsets).toHaveLength(1)
    expect(ipsOf(cluster)).toEqual([])
    cluster.pass(3000)
    expect(ipsOf(cluster)).toEqual(
      podsIn(cluster)
        .map(({ status }) => status.podIP ?? '')
        .toSorted(),
    )
    expect(endpointsIn(cluster)?.subsets?.[0]?.ports).toEqual([{ port: 80, protocol: 'TCP' }])
  })

  it('lose a pod as soon as it is told to end', () => {
    const cluster = served()
    cluster.pass(5000)
    const [pod] = podsIn(cluster)
    cluster.act((turn) => remove(turn, 'pods', `shop/${pod?.metadata.name ?? ''}`))
    cluster.pass(50)
    expect(ipsOf(cluster)).toHaveLength(2)
  })

  it('find a port by the name that a container gives it', () => {
    const cluster = served({}, 'http')
    cluster.pass(5000)
    expect(endpointsIn(cluster)?.subsets?.[0]?.ports).toEqual([{ port: 80, protocol: 'TCP' }])
    const nowhere = served({}, 'metrics')
    nowhere.pass(5000)
    expect(endpointsIn(nowhere)?.subsets).toBeUndefined()
  })

  it('go with their Service', () => {
    const cluster = served()
    cluster.pass(5000)
    cluster.act((turn) => remove(turn, 'services', 'shop/web'))
    cluster.pass(100)
    expect(endpointsIn(cluster)).toBeUndefined()
    expect(slicesIn(cluster)).toEqual([])
  })

  it('are left alone where the Service selects nothing', () => {
    const cluster = started()
    cluster.act(service(80, { selector: {} }))
    cluster.pass(5000)
    expect(endpointsIn(cluster)).toBeUndefined()
    expect(slicesIn(cluster)).toEqual([])
  })
})

describe('the slices of a Service', () => {
  const slice = (cluster: PlayedCluster): EndpointSlice | undefined => slicesIn(cluster)[0]

  it('are one without ports before there is an address', () => {
    const cluster = served()
    cluster.pass(100)
    expect(slicesIn(cluster)).toHaveLength(1)
    expect(slice(cluster)).toMatchObject({ endpoints: [], ports: [] })
  })

  it('list pods that are not ready, and drop in the recorded release those that end', () => {
    const cluster = served()
    cluster.pass(2000)
    expect(slice(cluster)?.endpoints.map(({ conditions }) => conditions)).toEqual(
      Array.from({ length: 3 }, () => ({ ready: false })),
    )
    cluster.pass(3000)
    const before = slice(cluster)
    cluster.act(changed({ replicas: 2 }))
    cluster.pass(100)
    expect(slicesIn(cluster)).toHaveLength(1)
    expect(slice(cluster)?.metadata.name).toBe(before?.metadata.name)
    expect(slice(cluster)?.endpoints).toHaveLength(2)
    expect(slice(cluster)?.metadata.name).toMatch(/^web-[bcdfghjklmnpqrstvwxz2456789]{5}$/)
  })

  it('say today of a pod that ends that it does, and that it still answers', () => {
    const cluster = served({ profile: '1.33' })
    cluster.pass(5000)
    cluster.act(changed({ replicas: 2 }))
    cluster.pass(100)
    const ending = slice(cluster)?.endpoints.filter(({ conditions }) => conditions.terminating)
    expect(ending?.map(({ conditions }) => conditions)).toEqual([
      { ready: false, serving: true, terminating: true },
    ])
  })

  it('hold a hundred addresses each', () => {
    const cluster = served()
    cluster.act(changed({ replicas: 120 }))
    cluster.pass(10_000)
    expect(
      slicesIn(cluster)
        .map(({ endpoints }) => endpoints.length)
        .toSorted(),
    ).toEqual([100, 20])
  })
})
