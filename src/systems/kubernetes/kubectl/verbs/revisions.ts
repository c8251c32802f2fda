import { same } from '../../api/same.ts'
import type { Deployment, Labels, ReplicaSet } from '../../objects.ts'
import { templateLines } from '../../printing/describe/pod.ts'
import { listed } from '../../turn.ts'
import { type Asked, verb } from './asked.ts'
import { storeChanged } from './changed.ts'
import { toEach } from './each.ts'
import { ClientError } from './failures.ts'
import { kindName } from './mapping.ts'
import { SAYING, sayDone } from './results.ts'
import { CHOOSING, type Target, chosenTargets } from './targets.ts'
import { asDeployment, withTemplate } from './workloads.ts'

const REVISION = 'deployment.kubernetes.io/revision'
const CHANGE_CAUSE = 'kubernetes.io/change-cause'
/** Annotations that an undo leaves as the Deployment has them. */
const KEPT: readonly string[] = [
  'kubectl.kubernetes.io/last-applied-configuration',
  REVISION,
  'deployment.kubernetes.io/revision-history',
  'deployment.kubernetes.io/desired-replicas',
  'deployment.kubernetes.io/max-replicas',
  'deprecated.deployment.rollback.to',
]

/** The complaint about an object that keeps no revisions. */
function withoutRevisions({ info }: Target, what: string, who: string): ClientError {
  const { kind, group, name } = info
  return new ClientError(
    name === 'pods' || name === 'replicasets'
      ? `no ${who} has been implemented for "${group === '' ? kind : `${kind}.${group}`}"`
      : `error retrieving ${what} for "${kind}", no visitor method exists for {${group} ${kind}}`,
  )
}

const revisionOf = ({ metadata }: ReplicaSet): number =>
  Number(metadata.annotations?.[REVISION] ?? 0)

/** The replica sets of a Deployment, by revision, oldest first. */
function revisionsOf(asked: Asked, { metadata }: Deployment): readonly ReplicaSet[] {
  return listed(asked.turn.world().store, 'replicasets', metadata.namespace)
    .filter((set) => set.metadata.ownerReferences?.some(({ uid }) => uid === metadata.uid))
    .filter((set) => revisionOf(set) > 0)
    .toSorted((a, b) => revisionOf(a) - revisionOf(b))
}

function withoutHash({ spec: { template } }: ReplicaSet) {
  const { 'pod-template-hash': _, ...labels } = template.metadata?.labels ?? {}
  return { ...template, metadata: { ...template.metadata, labels } }
}

/** The Deployment's annotations after an undo: its own bookkeeping, and what the old set said. */
function annotationsAfter(deployment: Deployment, set: ReplicaSet): Labels {
  const own = Object.entries(deployment.metadata.annotations ?? {})
  const old = Object.entries(set.metadata.annotations ?? {})
  return Object.fromEntries([
    ...own.filter(([key]) => KEPT.includes(key)),
    ...old.filter(([key]) => !KEPT.includes(key)),
  ])
}

/** The replica set that an undo goes back to. */
function wanted(asked: Asked, deployment: Deployment): ReplicaSet {
  const sets = revisionsOf(asked, deployment)
  const to = asked.flags.whole('to-revision')
  const set = to === 0 ? sets.at(-2) : sets.find((one) => revisionOf(one) === to)
  if (set) return set
  throw new ClientError(
    to === 0
      ? `no rollout history found for deployment "${deployment.metadata.name}"`
      : `unable to find specified revision ${to} in history`,
  )
}

function undoOne(asked: Asked, target: Target): void {
  const deployment = asDeployment(target.object)
  if (!deployment) throw withoutRevisions(target, 'rollbacker', 'rollbacker')
  const set = wanted(asked, deployment)
  if (deployment.spec.paused)
    throw new ClientError(
      `you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume' and try again`,
    )
  const template = withoutHash(set)
  if (same(template, deployment.spec.template)) {
    const to = asked.flags.whole('to-revision')
    sayDone(
      asked,
      target.info,
      deployment,
      `skipped rollback (current template already matches revision ${to})`,
    )
    return
  }
  const back = withTemplate(deployment, template)
  const metadata = { ...back.metadata, annotations: annotationsAfter(deployment, set) }
  const changed = storeChanged(asked, target, { ...back, metadata })
  sayDone(asked, target.info, changed, 'rolled back')
}

/** `rollout undo`: back to the revision before, or to another. */
export const undo = verb<never>({
  name: 'rollout undo',
  flags: [...CHOOSING, ...SAYING, { name: 'to-revision', takes: 'whole', initial: '0' }],
  begin(asked) {
    return toEach(chosenTargets(asked), (target) => undoOne(asked, target))
  },
})

/** The revisions in a table, or the one that was asked for in full. */
function historyOf(asked: Asked, deployment: Deployment): string {
  const sets = revisionsOf(asked, deployment)
  if (sets.length === 0) return 'No rollout history found.'
  const revision = asked.flags.whole('revision')
  if (revision > 0) {
    const set = sets.find((one) => revisionOf(one) === revision)
    if (!set) throw new ClientError('unable to find the specified revision')
    const { profile } = asked.turn.world()
    const lines = templateLines(set.spec.template, { profile, nowMs: asked.turn.nowMs })
    // Here nothing aligns the cells, and a line's first one may be empty.
    return lines.map((line) => `${line.replace(/^ +\t/, '\t')}\n`).join('')
  }
  const rows = sets.map((set) => [
    String(revisionOf(set)),
    set.metadata.annotations?.[CHANGE_CAUSE] || '<none>',
  ])
  const width = Math.max(
    ...['REVISION', ...rows.map(([first = '']) => first)].map(({ length }) => length),
  )
  return [['REVISION', 'CHANGE-CAUSE'], ...rows]
    .map(([one = '', cause = '']) => `${one.padEnd(width)}  ${cause}\n`)
    .join('')
}

/** `rollout history`: the revisions of a Deployment. */
export const history = verb<never>({
  name: 'rollout history',
  flags: [...CHOOSING, ...SAYING, { name: 'revision', takes: 'whole', initial: '0' }],
  begin(asked) {
    const revision = asked.flags.whole('revision')
    if (revision < 0) throw new ClientError(`revision must be a positive integer: ${revision}`)
    return toEach(chosenTargets(asked), (target) => {
      const deployment = asDeployment(target.object)
      if (!deployment) throw withoutRevisions(target, 'history', 'history viewer')
      const name = `${kindName(target.info)}/${target.object.metadata.name}`
      const which = revision > 0 ? `with revision #${revision}` : ''
      asked.streams.out(`${name} ${which}\n${historyOf(asked, deployment)}\n`)
    })
  },
})
