import { read } from '../api/client.ts'
import { create, update } from '../api/write.ts'
import type { Condition, Deployment, Pod, ReplicaSet } from '../objects.ts'
import { byAge } from './deployment-sets.ts'
import { type Deed, type Play, type PlayedCluster, playedCluster } from './played.ts'
import { tableOf } from '../tables.ts'

/** A template whose pods carry `app: web` and run one image. */
export const template = (image: string): Deployment['spec']['template'] => ({
  metadata: { labels: { app: 'web' } },
  spec: { containers: [{ name: 'web', image, ports: [{ name: 'http', containerPort: 80 }] }] },
})

/** Creates the Deployment `web` of three pods, as the server would fill it in. */
export const applied =
  (spec: Partial<Deployment['spec']> = {}): Deed =>
  (turn) => {
    create(turn, 'deployments', {
      metadata: { name: 'web', namespace: 'shop' },
      spec: {
        replicas: 3,
        selector: { matchLabels: { app: 'web' } },
        template: template('web:1'),
        strategy: {
          type: 'RollingUpdate',
          rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
        },
        revisionHistoryLimit: 10,
        progressDeadlineSeconds: 600,
        ...spec,
      },
    })
  }

/** Changes fields of its spec. */
export const changed =
  (spec: Partial<Deployment['spec']>): Deed =>
  (turn) => {
    const found = read(turn, 'deployments', 'shop/web')
    if (found) update(turn, 'deployments', { ...found, spec: { ...found.spec, ...spec } })
  }

/** A played cluster in which the Deployment has just been created. */
export function started(
  play: Play = {},
  spec: Partial<Deployment['spec']> = {},
  seed = 1,
): PlayedCluster {
  const cluster = playedCluster(play, seed)
  cluster.act(applied(spec))
  return cluster
}

/**
 * The Deployment as it is.
 *
 * @throws RangeError where there is none
 */
export function deploymentIn(cluster: PlayedCluster): Deployment {
  const found = cluster.world().store.tables.deployments['shop/web']
  if (!found) throw new RangeError('deploymentIn: no Deployment')
  return found
}

/** A condition of it. */
export const conditionIn = (cluster: PlayedCluster, type: string): Condition | undefined =>
  deploymentIn(cluster).status.conditions?.find((one) => one.type === type)

/** All replica sets, oldest first. */
export const replicaSetsIn = (cluster: PlayedCluster): readonly ReplicaSet[] =>
  Object.values(cluster.world().store.tables.replicasets).toSorted(byAge)

/** All pods, those that are ending among them. */
export const podsIn = (cluster: PlayedCluster): readonly Pod[] =>
  Object.values(cluster.world().store.tables.pods)

/** The messages of all events of one reason. */
export const eventsIn = (cluster: PlayedCluster, reason: string): readonly string[] =>
  Object.values(tableOf(cluster.world().store, 'events'))
    .filter((event) => event.reason === reason)
    .map(({ message }) => message)
