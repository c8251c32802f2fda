// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { longTime } from '../clock.ts'
import type { Deployment } from '../objects.ts'
import type { Change } from '../world.ts'
import {
  changed,
  conditionIn,
  deploymentIn,
  eventsIn,
  podsIn,
  replicaSetsIn,
  started,
  template,
} from './played-deployment.ts'
import type { PlayedCluster } from './played.ts'

/** What `kubectl rollout status` would print for a Deployment as a watch shows it. */
function line({ metadata, spec, status }: Deployment): string {
  const { updatedReplicas = 0, replicas = 0, availableReplicas = 0 } = status
  if ((metadata.generation ?? 0) > (status.observedGeneration ?? 0)) return 'waiting for spec'
  if (updatedReplicas < spec.replicas) return `${updatedReplicas} out of ${spec.replicas} new`
  if (replicas > updatedReplicas) return `${replicas - updatedReplicas} old`
  if (availableReplicas < updatedReplicas) return `${availableReplicas} of ${updatedReplicas}`
  return 'rolled out'
}

/** A Deployment's lines as `rollout status` would print them from now on. */
function lines(cluster: PlayedCluster, ms: number): readonly string[] {
  const printed = [line(deploymentIn(cluster))]
  cluster.pass(ms, (changes: readonly Change[]) => {
    for (const { resource, object } of changes)
      if (resource === 'deployments') printed.push(line(object as Deployment))
  })
  return printed
}

describe('a rollout', () => {
  it('writes its status as often as rollout status recorded lines', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const cluster = started({}, {}, seed)
      cluster.pass(10_000)
      cluster.act(changed({ template: template('web:2') }))
      cluster.pass(100)
      // Session s6, at 32.5 s and 40.0 s.
      expect(lines(cluster, 20_000)).toEqual([
        '1 out of 3 new',
        '1 out of 3 new',
        '1 out of 3 new',
        '2 out of 3 new',
        '2 out of 3 new',
        '2 out of 3 new',
        '1 old',
        '1 old',
        'rolled out',
      ])
    }
  })

  it('says the same lines of the way back to an old replica set', () => {
    const cluster = started()
    cluster.pass(10_000)
    cluster.act(changed({ template: template('web:2') }))
    cluster.pass(20_000)
    cluster.act(changed({ template: template('web:1') }))
    cluster.pass(100)
    // Session s6 at 40.0 s.
    expect(lines(cluster, 20_000)).toHaveLength(9)
  })

  it('never has more pods than its surge, nor fewer available than it must', () => {
    const rolling = { maxSurge: 1, maxUnavailable: 1 }
    const cluster = started(
      {},
      { replicas: 5, strategy: { type: 'RollingUpdate', rollingUpdate: rolling } },
    )
    cluster.pass(10_000)
    cluster.act(changed({ template: template('web:2') }))
    cluster.pass(30_000, () => {
      const going = podsIn(cluster).filter(
        ({ metadata }) => metadata.deletionTimestamp === undefined,
      )
      const ready = going.filter(({ status }) => status.conditions?.[0]?.status === 'True')
      expect(going.length).toBeLessThanOrEqual(6)
      expect(ready.length).toBeGreaterThanOrEqual(4)
    })
    expect(podsIn(cluster).map(({ spec }) => spec.containers[0]?.image)).toEqual(
      Array.from({ length: 5 }, () => 'web:2'),
    )
  })

  it('numbers its revisions and goes back to an old replica set under a new number', () => {
    const cluster = started()
    cluster.pass(10_000)
    cluster.act(changed({ template: template('web:2') }))
    cluster.pass(20_000)
    cluster.act(changed({ template: template('web:1') }))
    cluster.pass(20_000)
    const revision = 'deployment.kubernetes.io/revision'
    expect(deploymentIn(cluster).metadata.annotations?.[revision]).toBe('3')
    expect(
      replicaSetsIn(cluster).map(({ spec, metadata }) => [
        spec.replicas,
        metadata.annotations?.[revision],
        metadata.annotations?.[`${revision}-history`],
      ]),
    ).toEqual([
      [3, '3', '1'],
      [0, '2', undefined],
    ])
  })

  it('keeps as many old replica sets as its history is long', () => {
    const cluster = started({}, { revisionHistoryLimit: 1 })
    for (const image of ['web:2', 'web:3', 'web:4']) {
      cluster.pass(20_000)
      cluster.act(changed({ template: template(image) }))
    }
    cluster.pass(20_000)
    expect(
      replicaSetsIn(cluster).map(({ spec }) => spec.template.spec.containers[0]?.image),
    ).toEqual(['web:3', 'web:4'])
  })

  it('waits while pods are new but not yet long enough ready', () => {
    const cluster = started({}, { minReadySeconds: 10 })
    cluster.pass(5000)
    expect(deploymentIn(cluster).status).toMatchObject({ readyReplicas: 3, unavailableReplicas: 3 })
    cluster.pass(10_000)
    expect(deploymentIn(cluster).status).toMatchObject({ availableReplicas: 3 })
  })

  it('removes every old pod before the first new one where it recreates', () => {
    const cluster = started({}, { strategy: { type: 'Recreate' } })
    cluster.pass(10_000)
    cluster.act(changed({ template: template('web:2') }))
    let fewest = 3
    cluster.pass(20_000, () => {
      const images = new Set(podsIn(cluster).map(({ spec }) => spec.containers[0]?.image))
      expect(images.size).toBeLessThanOrEqual(1)
      fewest = Math.min(fewest, podsIn(cluster).length)
    })
    expect(fewest).toBe(0)
    expect(line(deploymentIn(cluster))).toBe('rolled out')
  })
})

describe('a rollout that does not get on', () => {
  const broken = {
    works: ({ spec }: { spec: { containers: readonly { image: string }[] } }) =>
      spec.containers[0]?.image !== 'web:bad',
  }

  it('keeps the old pods, and says after its deadline that it is late', () => {
    const cluster = started(broken, { progressDeadlineSeconds: 10 })
    cluster.pass(10_000)
    cluster.act(changed({ template: template('web:bad') }))
    cluster.pass(9000)
    expect(conditionIn(cluster, 'Progressing')).toMatchObject({ reason: 'ReplicaSetUpdated' })
    cluster.pass(3000)
    const [, late] = replicaSetsIn(cluster)
    expect(conditionIn(cluster, 'Progressing')).toMatchObject({
      status: 'False',
      reason: 'ProgressDeadlineExceeded',
      message: `ReplicaSet "${late?.metadata.name ?? ''}" has timed out progressing.`,
    })
    expect(deploymentIn(cluster).status.availableReplicas).toBe(3)
  })

  it('is undone at once: the pods that do not work go first', () => {
    const cluster = started(broken, { progressDeadlineSeconds: 10 })
    cluster.pass(10_000)
    cluster.act(changed({ template: template('web:bad') }))
    cluster.pass(15_000)
    cluster.act(changed({ template: template('web:1') }))
    cluster.pass(5000)
    expect(line(deploymentIn(cluster))).toBe('rolled out')
    expect(conditionIn(cluster, 'Progressing')).toMatchObject({ reason: 'NewReplicaSetAvailable' })
  })

  it('takes down everything at once where all may be unavailable', () => {
    const rollingUpdate = { maxSurge: '25%', maxUnavailable: '100%' }
    const cluster = started(broken, { strategy: { type: 'RollingUpdate', rollingUpdate } })
    cluster.pass(10_000)
    cluster.act(changed({ template: template('web:bad') }))
    cluster.pass(5000)
    expect(deploymentIn(cluster).status.availableReplicas).toBeUndefined()
    expect(conditionIn(cluster, 'Available')).toMatchObject({ status: 'True' })
  })
})

describe('a new pod that may not share a node', () => {
  /** Three nodes, and no two pods on one. */
  const exclusive = {
    place: (_pod: unknown, world: ReturnType<PlayedCluster['world']>) => {
      const taken = Object.values(world.store.tables.pods).map(({ spec }) => spec.nodeName)
      return ['node-1', 'node-2', 'node-3'].find((node) => !taken.includes(node))
    },
  }

  it('waits for ever where no old pod may go: three nodes, three replicas, 25 %', () => {
    const cluster = started(exclusive)
    cluster.pass(10_000)
    cluster.act(changed({ template: template('web:2') }))
    cluster.pass(60_000)
    expect(line(deploymentIn(cluster))).toBe('1 out of 3 new')
    expect(deploymentIn(cluster).status.availableReplicas).toBe(3)
  })

  it('gets a node where one may be missing', () => {
    const rollingUpdate = { maxSurge: 1, maxUnavailable: 1 }
    const cluster = started(exclusive, { strategy: { type: 'RollingUpdate', rollingUpdate } })
    cluster.pass(10_000)
    cluster.act(changed({ template: template('web:2') }))
    cluster.pass(60_000)
    expect(line(deploymentIn(cluster))).toBe('rolled out')
  })
})

describe('a paused Deployment', () => {
  it('says so, begins no rollout, and goes on when it is resumed', () => {
    const cluster = started()
    cluster.pass(10_000)
    cluster.act(changed({ paused: true }))
    cluster.act(changed({ template: template('web:2') }))
    cluster.pass(5000)
    expect(conditionIn(cluster, 'Progressing')).toMatchObject({
      status: 'Unknown',
      reason: 'DeploymentPaused',
      message: 'Deployment is paused',
    })
    expect(replicaSetsIn(cluster)).toHaveLength(1)
    cluster.act(changed({ paused: false }))
    cluster.pass(20_000)
    expect(line(deploymentIn(cluster))).toBe('rolled out')
    expect(conditionIn(cluster, 'Progressing')).toMatchObject({ status: 'True' })
  })

  it('is scaled all the same', () => {
    const cluster = started()
    cluster.pass(10_000)
    cluster.act(changed({ paused: true, replicas: 5 }))
    cluster.pass(10_000)
    expect(podsIn(cluster)).toHaveLength(5)
  })
})

describe('a new size in the middle of a rollout', () => {
  it('is shared out by what each replica set has', () => {
    // 10 replicas with a surge of 3 and 2 that may be missing: 5 new beside 8 old, then 15 wanted.
    // From the documentation of Deployments: 3 of the 5 more go to the old, 2 to the new.
    const rollingUpdate = { maxSurge: 3, maxUnavailable: 2 }
    const cluster = started(
      { works: ({ spec }) => spec.containers[0]?.image === 'web:1' },
      { replicas: 10, strategy: { type: 'RollingUpdate', rollingUpdate } },
    )
    cluster.pass(10_000)
    cluster.act(changed({ template: template('web:2') }))
    cluster.pass(10_000)
    expect(replicaSetsIn(cluster).map(({ spec }) => spec.replicas)).toEqual([8, 5])
    cluster.act(changed({ replicas: 15 }))
    cluster.pass(10_000)
    expect(replicaSetsIn(cluster).map(({ spec }) => spec.replicas)).toEqual([11, 7])
  })
})

describe('what a Deployment tells', () => {
  it('is worded as in its release', () => {
    // Session s1 for the first; the source of 1.33 for the second.
    const old = started()
    old.pass(1000)
    const [set] = replicaSetsIn(old)
    expect(eventsIn(old, 'ScalingReplicaSet')).toEqual([
      `Scaled up replica set ${set?.metadata.name ?? ''} to 3`,
    ])
    const today = started({ profile: '1.33' })
    today.pass(5000)
    today.act(changed({ replicas: 1 }))
    today.pass(1000)
    const name = replicaSetsIn(today)[0]?.metadata.name ?? ''
    expect(eventsIn(today, 'ScalingReplicaSet').toSorted()).toEqual([
      `Scaled down replica set ${name} from 3 to 1`,
      `Scaled up replica set ${name} from 0 to 3`,
    ])
  })

  it('keeps the time of a condition that holds on', () => {
    const cluster = started()
    cluster.pass(5000)
    const { lastTransitionTime = '', lastUpdateTime } = conditionIn(cluster, 'Progressing') ?? {}
    // As in the Deployment that session s6 shows: progressing since its creation, updated when done.
    expect(longTime(lastTransitionTime ?? '')).toBe('Tue, 24 Nov 2026 21:06:59 +0000')
    expect(lastUpdateTime).toBe('2026-11-24T21:07:01Z')
  })

  it('counts another Deployment with its name on a replica set as a collision', () => {
    const cluster = started()
    cluster.pass(5000)
    cluster.act((turn) => {
      const [set] = replicaSetsIn(cluster)
      if (!set) return
      const { metadata } = set.spec.template
      const other = {
        ...set.spec,
        template: { ...template('other'), ...(metadata ? { metadata } : {}) },
      }
      turn.write('replicasets', `shop/${set.metadata.name}`, { ...set, spec: other })
    })
    cluster.pass(5000)
    expect(deploymentIn(cluster).status.collisionCount).toBe(1)
    expect(replicaSetsIn(cluster)).toHaveLength(2)
  })
})
