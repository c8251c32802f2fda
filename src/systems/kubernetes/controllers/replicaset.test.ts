// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { update } from '../api/write.ts'
import { read } from '../api/client.ts'
import { remove } from '../api/remove.ts'
import type { Labels, Pod } from '../objects.ts'
import { controllerOf } from './owner.ts'
import type { Deed, PlayedCluster } from './played.ts'
import { changed, eventsIn, podsIn, replicaSetsIn, started } from './played-deployment.ts'

const going = ({ metadata }: Pod): boolean => metadata.deletionTimestamp !== undefined

const relabelled =
  (name: string, labels: Labels): Deed =>
  (turn) => {
    const pod = read(turn, 'pods', `shop/${name}`)
    if (pod) update(turn, 'pods', { ...pod, metadata: { ...pod.metadata, labels } })
  }

const first = (cluster: PlayedCluster): Pod => {
  const [pod] = podsIn(cluster)
  if (!pod) throw new RangeError('no pod')
  return pod
}

describe('a replica set', () => {
  it('makes a pod for one that was deleted before that one has ended', () => {
    const cluster = started()
    cluster.pass(5000)
    const { name } = first(cluster).metadata
    cluster.act((turn) => remove(turn, 'pods', `shop/${name}`))
    // Session s1: the replacement is there in the same tenth of a second.
    cluster.pass(100)
    expect(podsIn(cluster)).toHaveLength(4)
    expect(
      podsIn(cluster)
        .filter(going)
        .map(({ metadata }) => metadata.name),
    ).toEqual([name])
    expect(replicaSetsIn(cluster)[0]?.status).toMatchObject({ replicas: 3, readyReplicas: 2 })
    cluster.pass(5000)
    expect(podsIn(cluster)).toHaveLength(3)
  })

  it('lets a pod go whose label was changed, and replaces it', () => {
    const cluster = started()
    cluster.pass(5000)
    const { name } = first(cluster).metadata
    cluster.act(relabelled(name, { app: 'quarantine' }))
    cluster.pass(5000)
    expect(podsIn(cluster)).toHaveLength(4)
    const aside = podsIn(cluster).find(({ metadata }) => metadata.name === name)
    expect(aside?.metadata.ownerReferences).toBeUndefined()
    expect(aside?.status.phase).toBe('Running')
  })

  it('takes a pod back whose label fits again, and removes one it has too many', () => {
    const cluster = started()
    cluster.pass(5000)
    const { name, labels = {} } = first(cluster).metadata
    cluster.act(relabelled(name, { app: 'quarantine' }))
    cluster.pass(5000)
    cluster.act(relabelled(name, labels))
    cluster.pass(5000)
    expect(podsIn(cluster)).toHaveLength(3)
    for (const { metadata } of podsIn(cluster))
      expect(controllerOf(metadata)?.uid).toBe(replicaSetsIn(cluster)[0]?.metadata.uid)
  })

  it('names in events what it made and removed', () => {
    const cluster = started()
    cluster.pass(5000)
    cluster.act(changed({ replicas: 1 }))
    cluster.pass(100)
    const gone = podsIn(cluster).filter(going)
    expect(eventsIn(cluster, 'SuccessfulCreate')).toHaveLength(3)
    expect(eventsIn(cluster, 'SuccessfulDelete').toSorted()).toEqual(
      gone.map(({ metadata }) => `Deleted pod: ${metadata.name}`).toSorted(),
    )
    expect(gone).toHaveLength(2)
  })

  it('makes no more than it wants, however its size jumps', () => {
    const cluster = started()
    for (const replicas of [7, 2, 9, 0, 4]) {
      cluster.act(changed({ replicas }))
      cluster.pass(60, () => {
        const active = podsIn(cluster).filter((pod) => !going(pod)).length
        expect(active).toBeLessThanOrEqual(9)
      })
    }
    cluster.pass(5000)
    expect(podsIn(cluster)).toHaveLength(4)
  })

  it('makes no pod in a namespace that is being deleted', () => {
    const cluster = started()
    cluster.pass(5000)
    cluster.act((turn) => remove(turn, 'namespaces', 'shop'))
    cluster.act(changed({ replicas: 5 }))
    cluster.pass(1000)
    expect(podsIn(cluster)).toHaveLength(3)
    expect(eventsIn(cluster, 'FailedCreate')).toEqual([])
  })
})
