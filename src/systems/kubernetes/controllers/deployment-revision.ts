import { recordEvent } from '../api/record-event.ts'
import { keyOfObject } from '../api/client.ts'
import { ApiError } from '../api/status.ts'
import { create, update } from '../api/write.ts'
import { templateHash } from '../hash.ts'
import type { Deployment, Labels, ReplicaSet } from '../objects.ts'
import type { Turn } from '../turn.ts'
import { conditionOf, withCondition } from './conditions.ts'
import { hasDeadline, limitsOf } from './deployment-limits.ts'
import { HASH_LABEL, type Sets, wantedBy } from './deployment-sets.ts'
import { storeStatus } from './deployment-status.ts'
import { referenceTo } from './owner.ts'
import { nextNewReplicas } from './rolling.ts'

const PREFIX = 'deployment.kubernetes.io/'

/** Which rollout of its Deployment a replica set belongs to, counted from 1. */
export const REVISION = `${PREFIX}revision`

/** The earlier rollouts of a replica set that was rolled back to. */
export const REVISION_HISTORY = `${PREFIX}revision-history`

/** The size of the Deployment when the replica set was last scaled by it. */
export const DESIRED_REPLICAS = `${PREFIX}desired-replicas`

/** That size, and the surge on top. */
export const MAX_REPLICAS = `${PREFIX}max-replicas`

/** What a replica set has of its own and does not take over from its Deployment. */
const OWN: readonly string[] = [
  'kubectl.kubernetes.io/last-applied-configuration',
  REVISION,
  REVISION_HISTORY,
  DESIRED_REPLICAS,
  MAX_REPLICAS,
  'deprecated.deployment.rollback.to',
]

/** The number of the rollout that a replica set was made for; 0 where it does not say. */
export const revisionOf = ({ metadata }: ReplicaSet): number =>
  Number(metadata.annotations?.[REVISION] ?? 0)

/** The annotations that tell later how large the Deployment was. */
export const sizeAnnotations = (deployment: Deployment): Labels => ({
  [DESIRED_REPLICAS]: String(deployment.spec.replicas),
  [MAX_REPLICAS]: String(deployment.spec.replicas + limitsOf(deployment).surge),
})

function inherited({ metadata }: Deployment): Labels {
  const entries = Object.entries(metadata.annotations ?? {})
  return Object.fromEntries(entries.filter(([key]) => !OWN.includes(key)))
}

const nextRevision = (older: readonly ReplicaSet[]): number =>
  Math.max(0, ...older.map(revisionOf)) + 1

/** The annotations of the new replica set as they should be; the latest rollout is the highest. */
function annotationsFor(deployment: Deployment, { metadata }: ReplicaSet, next: number): Labels {
  const own = metadata.annotations ?? {}
  const was = own[REVISION]
  const kept = { ...own, ...inherited(deployment) }
  if (was !== undefined && Number(was) >= next) return kept
  const history = [own[REVISION_HISTORY], was].filter((one) => one !== undefined && one !== '')
  return {
    ...kept,
    [REVISION]: String(next),
    ...(history.length > 0 ? { [REVISION_HISTORY]: history.join(',') } : {}),
  }
}

/** A Deployment with a revision, and a word on its progress, to be written with its status. */
function noted(
  turn: Turn,
  deployment: Deployment,
  revision: string,
  progress: { readonly reason: string; readonly message: string } | undefined,
): Deployment {
  const { metadata, status } = deployment
  const conditions =
    progress && hasDeadline(deployment)
      ? withCondition(turn, status.conditions, { type: 'Progressing', status: 'True', ...progress })
      : status.conditions
  return {
    ...deployment,
    metadata: { ...metadata, annotations: { ...metadata.annotations, [REVISION]: revision } },
    status: conditions === undefined ? status : { ...status, conditions },
  }
}

/**
 * Sees to the revisions of a Deployment whose new replica set is there already: one that was rolled
 * back to becomes the latest.
 *
 * @returns the Deployment with its revision; undefined where the replica set had to be written, and
 *   all else has to wait until that is known
 */
export function withRevision(
  turn: Turn,
  deployment: Deployment,
  sets: Sets,
): Deployment | undefined {
  const { newer, older } = sets
  if (!newer) return deployment
  const annotations = annotationsFor(deployment, newer, nextRevision(older))
  const { minReadySeconds, ...spec } = newer.spec
  const wait = deployment.spec.minReadySeconds
  const written = update(turn, 'replicasets', {
    ...newer,
    metadata: { ...newer.metadata, annotations },
    spec:
      (minReadySeconds ?? 0) === (wait ?? 0)
        ? newer.spec
        : { ...spec, ...(wait === undefined ? {} : { minReadySeconds: wait }) },
  })
  if (written !== newer) return undefined
  const revision = annotations[REVISION] ?? ''
  const unheard =
    hasDeadline(deployment) && !conditionOf(deployment.status.conditions, 'Progressing')
  if (deployment.metadata.annotations?.[REVISION] === revision && !unheard) return deployment
  const { name } = newer.metadata
  const found = { reason: 'FoundNewReplicaSet', message: `Found new replica set "${name}"` }
  const next = noted(turn, deployment, revision, unheard ? found : undefined)
  storeStatus(turn, next)
  return next
}

function draftOf(deployment: Deployment, older: readonly ReplicaSet[]) {
  const { spec, metadata, status } = deployment
  const hash = templateHash(spec.template, status.collisionCount)
  const labels = { ...spec.template.metadata?.labels, [HASH_LABEL]: hash }
  const wanted = spec.replicas
  const rolls = spec.strategy.type === 'RollingUpdate'
  return {
    metadata: {
      name: `${metadata.name}-${hash}`,
      ...(metadata.namespace === undefined ? {} : { namespace: metadata.namespace }),
      labels,
      annotations: {
        ...inherited(deployment),
        [REVISION]: String(nextRevision(older)),
        ...sizeAnnotations(deployment),
      },
      ownerReferences: [referenceTo(deployment)],
    },
    spec: {
      replicas: rolls ? nextNewReplicas(wanted, limitsOf(deployment), 0, wantedBy(older)) : wanted,
      ...(spec.minReadySeconds === undefined ? {} : { minReadySeconds: spec.minReadySeconds }),
      selector: {
        ...spec.selector,
        matchLabels: { ...spec.selector.matchLabels, [HASH_LABEL]: hash },
      },
      template: { ...spec.template, metadata: { ...spec.template.metadata, labels } },
    },
  }
}

/** Says and notes that the new replica set could not be made. */
function refused(turn: Turn, deployment: Deployment, name: string, error: ApiError): void {
  const { reason, message: why } = error.status
  if (why.includes('because it is being terminated')) return
  if (reason === 'AlreadyExists') {
    const collisionCount = (deployment.status.collisionCount ?? 0) + 1
    storeStatus(turn, { ...deployment, status: { ...deployment.status, collisionCount } })
    return
  }
  const message = `Failed to create new replica set "${name}": ${why}`
  const conditions = withCondition(turn, deployment.status.conditions, {
    type: 'Progressing',
    status: 'False',
    reason: 'ReplicaSetCreateError',
    message,
  })
  if (hasDeadline(deployment))
    storeStatus(turn, { ...deployment, status: { ...deployment.status, conditions } })
  const component = 'deployment-controller'
  recordEvent(turn, {
    about: deployment,
    type: 'Warning',
    reason: 'ReplicaSetCreateError',
    message,
    component,
  })
  turn.enqueue('deployment', keyOfObject(deployment), 5000)
}

/**
 * Makes the replica set of the template as it is now, with as many pods as there is room for.
 *
 * @returns it, and the Deployment with its revision; undefined where it could not be made
 */
export function withNewSet(
  turn: Turn,
  deployment: Deployment,
  older: readonly ReplicaSet[],
): { readonly deployment: Deployment; readonly newer: ReplicaSet } | undefined {
  const draft = draftOf(deployment, older)
  const { name } = draft.metadata
  let newer: ReplicaSet
  try {
    newer = create(turn, 'replicasets', draft)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    refused(turn, deployment, name, error)
    return undefined
  }
  const { replicas } = newer.spec
  const from = turn.world().profile === '1.20' ? '' : ' from 0'
  if (replicas > 0)
    recordEvent(turn, {
      about: deployment,
      type: 'Normal',
      reason: 'ScalingReplicaSet',
      message: `Scaled up replica set ${name}${from} to ${replicas}`,
      component: 'deployment-controller',
    })
  const next = noted(turn, deployment, newer.metadata.annotations?.[REVISION] ?? '', {
    reason: 'NewReplicaSetCreated',
    message: `Created new replica set "${name}"`,
  })
  storeStatus(turn, next)
  return { deployment: next, newer }
}
