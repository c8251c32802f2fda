import { notFound } from '../../api/refusals.ts'
import { ApiError } from '../../api/status.ts'
import { read } from '../../api/client.ts'
import type { Deployment } from '../../objects.ts'
import { type Asked, DONE, type Going, verb } from './asked.ts'
import { ClientError } from './failures.ts'
import { CHOOSING, chosenTargets } from './targets.ts'
import { asDeployment } from './workloads.ts'

interface Watching {
  /** Deployments still to watch, the one that is watched now first. */
  readonly keys: readonly string[]
  /** Changes up to this revision were seen. */
  readonly revision: number
  readonly deadlineMs: number | null
}

/**
 * How far a rollout is, in kubectl's words.
 *
 * @throws ClientError where it made no progress in its time
 * @source k8s-deployments
 */
export function rolloutStatus({ metadata, spec, status }: Deployment): {
  readonly text: string
  readonly done: boolean
} {
  const { name, generation = 0 } = metadata
  const { updatedReplicas = 0, replicas = 0, availableReplicas = 0 } = status
  const going = (what: string) => ({
    text: `Waiting for deployment "${name}" rollout to finish: ${what}...\n`,
    done: false,
  })
  if (generation > (status.observedGeneration ?? 0))
    return { text: 'Waiting for deployment spec update to be observed...\n', done: false }
  const progressing = status.conditions?.find(({ type }) => type === 'Progressing')
  if (progressing?.reason === 'ProgressDeadlineExceeded')
    throw new ClientError(`deployment "${name}" exceeded its progress deadline`)
  if (updatedReplicas < spec.replicas)
    return going(`${updatedReplicas} out of ${spec.replicas} new replicas have been updated`)
  if (replicas > updatedReplicas)
    return going(`${replicas - updatedReplicas} old replicas are pending termination`)
  if (availableReplicas < updatedReplicas)
    return going(`${availableReplicas} of ${updatedReplicas} updated replicas are available`)
  return { text: `deployment "${name}" successfully rolled out\n`, done: true }
}

/** Says how far one is; whether that is the end of it. */
function say({ streams, flags }: Asked, deployment: Deployment): boolean {
  const revision = flags.whole('revision')
  const running = Number(
    deployment.metadata.annotations?.['deployment.kubernetes.io/revision'] ?? '0',
  )
  if (revision > 0 && revision !== running)
    throw new ClientError(
      `desired revision (${revision}) is different from the running revision (${running})`,
    )
  const { text, done } = rolloutStatus(deployment)
  streams.out(text)
  return done || (flags.given('watch') && !flags.is('watch'))
}

/** Begins to watch the Deployment at the front, and those after it once it is done. */
function start(asked: Asked, from: Watching): Going<Watching> {
  let { keys } = from
  for (let [key] = keys; key !== undefined; [key] = keys) {
    const deployment = read(asked.turn, 'deployments', key)
    if (!deployment) throw notFound('deployments', key.split('/').at(-1) ?? key)
    if (!say(asked, deployment)) return wait(asked, { ...from, keys })
    keys = keys.slice(1)
  }
  return DONE
}

/** Changes of the turn at hand are in no revision yet; none of them can be seen twice. */
const seenUpTo = ({ turn }: Asked): number => turn.nextRevision() - 1

function wait(asked: Asked, watching: Watching): Going<Watching> {
  const { deadlineMs } = watching
  return {
    state: { ...watching, revision: seenUpTo(asked) },
    onChange: true,
    ...(deadlineMs === null ? {} : { wakeAtMs: deadlineMs }),
  }
}

/** Says how far each change since has brought it. */
function follow(asked: Asked, watching: Watching): Going<Watching> {
  const { turn } = asked
  const [key, ...others] = watching.keys
  const news = [...turn.world().store.log, ...turn.changes()].filter(
    ({ revision, resource, key: one }) =>
      revision > watching.revision && resource === 'deployments' && one === key,
  )
  for (const { type, object } of news) {
    if (type === 'DELETED') throw new ClientError('object has been deleted')
    const deployment = asDeployment(object)
    if (deployment && say(asked, deployment)) return start(asked, { ...watching, keys: others })
  }
  if (watching.deadlineMs !== null && turn.nowMs >= watching.deadlineMs)
    throw new ClientError('timed out waiting for the condition')
  return wait(asked, watching)
}

/** `rollout status`: follows a rollout, a line for every change, until it is done. */
export const rolloutStatusCommand = verb<Watching>({
  name: 'rollout status',
  flags: [
    ...CHOOSING,
    { name: 'watch', short: 'w', takes: 'switch', initial: 'true' },
    { name: 'timeout', takes: 'duration', initial: '0s' },
    { name: 'revision', takes: 'whole', initial: '0' },
  ],
  begin(asked) {
    const { flags, turn } = asked
    if (flags.whole('revision') < 0)
      throw new ClientError(`revision must be a positive integer: ${flags.whole('revision')}`)
    const keys = chosenTargets(asked).map((one) => {
      if (one instanceof ApiError) throw one
      if (one.info.name !== 'deployments')
        throw new ClientError(`no status viewer has been implemented for ${one.info.kind}`)
      return one.key
    })
    const limitMs = flags.ms('timeout')
    const deadlineMs = limitMs > 0 ? turn.nowMs + limitMs : null
    return start(asked, { keys, revision: seenUpTo(asked), deadlineMs })
  },
  goOn: follow,
})
