import { timeOf } from '../../api/client.ts'
import { qualified } from '../../api/refusals.ts'
import type { Deployment, Labels, ReplicaSet } from '../../objects.ts'
import { same } from '../../api/same.ts'
import { listed } from '../../turn.ts'
import type { Command } from '../command.ts'
import { type Asked, family, verb } from './asked.ts'
import { storeChanged } from './changed.ts'
import { toEach } from './each.ts'
import { ClientError } from './failures.ts'
import { kindName } from './mapping.ts'
import { SAYING, dryRunOf, sayDone } from './results.ts'
import { rolloutStatusCommand } from './rollout-status.ts'
import { CHOOSING, type Target, targetsOf } from './targets.ts'
import { asDeployment, withTemplate } from './workloads.ts'

const REVISION = 'deployment.kubernetes.io/revision'
const CHANGE_CAUSE = 'kubernetes.io/change-cause'
const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt'
/** Annotations that an undo leaves as the Deployment has them. */
const KEPT: readonly string[] = [
  'kubectl.kubernetes.io/last-applied-configuration',
  REVISION,
  'deployment.kubernetes.io/revision-history',
  'deployment.kubernetes.io/desired-replicas',
  'deployment.kubernetes.io/max-replicas',
  'deprecated.deployment.rollback.to',
]

function chosenTargets(asked: Asked) {
  if (asked.args.length === 0 && asked.flags.text('selector') === '')
    throw new ClientError('required resource not specified')
  return targetsOf(asked)
}

/** A failure of one object among several: `deployments.apps "web" is already paused`. */
const about = ({ info, object }: Target, what: string): ClientError =>
  new ClientError(`error: ${qualified(info.name)} "${object.metadata.name}" ${what}`)

/** A command that changes each Deployment that is named. */
function changing(
  word: string,
  done: string,
  unsupported: string,
  change: (asked: Asked, target: Target, deployment: Deployment) => Deployment,
): Command {
  return verb<never>({
    name: `rollout ${word}`,
    flags: [...CHOOSING, ...SAYING],
    begin: (asked) =>
      toEach(chosenTargets(asked), (target) => {
        const deployment = asDeployment(target.object)
        if (!deployment) throw about(target, `${unsupported} is not supported`)
        const changed = storeChanged(asked, target, change(asked, target, deployment))
        sayDone(asked, target.info, changed, done)
      }),
  })
}

const pause = changing('pause', 'paused', 'pausing', (_asked, target, deployment) => {
  if (deployment.spec.paused) throw about(target, 'is already paused')
  return { ...deployment, spec: { ...deployment.spec, paused: true } }
})

const resume = changing('resume', 'resumed', 'resuming', (_asked, target, deployment) => {
  const { paused, ...spec } = deployment.spec
  if (!paused) throw about(target, 'is not paused')
  return { ...deployment, spec }
})

const restart = changing('restart', 'restarted', 'restarting', (asked, target, deployment) => {
  if (deployment.spec.paused)
    throw about(target, "can't restart paused deployment (run rollout resume first)")
  const { template } = deployment.spec
  const now = timeOf(asked.turn)
  if (template.metadata?.annotations?.[RESTARTED_AT] === now)
    throw new ClientError(
      `failed to create patch for ${target.object.metadata.name}: if restart has already been triggered within the past second, please wait before attempting to trigger another`,
    )
  return withTemplate(deployment, {
    ...template,
    metadata: {
      ...template.metadata,
      annotations: { ...template.metadata?.annotations, [RESTARTED_AT]: now },
    },
  })
})

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
  if (!deployment)
    throw new ClientError(
      `no rollbacker has been implemented for "${target.info.kind}${target.info.group === '' ? '' : `.${target.info.group}`}"`,
    )
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

const undo = verb<never>({
  name: 'rollout undo',
  flags: [...CHOOSING, ...SAYING, { name: 'to-revision', takes: 'whole', initial: '0' }],
  begin(asked) {
    dryRunOf(asked)
    return toEach(chosenTargets(asked), (target) => undoOne(asked, target))
  },
})

function historyOf(asked: Asked, target: Target): string {
  const deployment = asDeployment(target.object)
  if (!deployment)
    throw new ClientError(
      `no history viewer has been implemented for "${target.info.kind}${target.info.group === '' ? '' : `.${target.info.group}`}"`,
    )
  const sets = revisionsOf(asked, deployment)
  if (sets.length === 0) return 'No rollout history found.'
  const rows = sets.map((set) => [
    String(revisionOf(set)),
    set.metadata.annotations?.[CHANGE_CAUSE] || '<none>',
  ])
  const width = Math.max(
    ...['REVISION', ...rows.map(([first = '']) => first)].map(({ length }) => length),
  )
  return [['REVISION', 'CHANGE-CAUSE'], ...rows]
    .map(([revision = '', cause = '']) => `${revision.padEnd(width)}  ${cause}\n`)
    .join('')
}

const history = verb<never>({
  name: 'rollout history',
  flags: [...CHOOSING, ...SAYING, { name: 'revision', takes: 'whole', initial: '0' }],
  begin(asked) {
    const revision = asked.flags.whole('revision')
    if (revision < 0) throw new ClientError(`revision must be a positive integer: ${revision}`)
    return toEach(chosenTargets(asked), (target) => {
      const name = `${kindName(target.info)}/${target.object.metadata.name}`
      asked.streams.out(`${name} \n${historyOf(asked, target)}\n`)
    })
  },
})

/** `rollout` and what it can do. */
export const rollout = family('rollout', {
  history,
  pause,
  restart,
  resume,
  status: rolloutStatusCommand,
  undo,
})
