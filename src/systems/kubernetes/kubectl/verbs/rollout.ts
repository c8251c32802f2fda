import { timeOf } from '../../api/client.ts'
import { qualified } from '../../api/refusals.ts'
import type { Deployment } from '../../objects.ts'
import type { Command } from '../command.ts'
import { type Asked, family, verb } from './asked.ts'
import { storeChanged } from './changed.ts'
import { toEach } from './each.ts'
import { ClientError } from './failures.ts'
import { SAYING, sayDone } from './results.ts'
import { history, undo } from './revisions.ts'
import { rolloutStatusCommand } from './rollout-status.ts'
import { CHOOSING, type Target, chosenTargets } from './targets.ts'
import { asDeployment, withTemplate } from './workloads.ts'

const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt'

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
    // These three pretend nothing: they have no --dry-run.
    flags: [...CHOOSING, ...SAYING.filter((flag) => flag.name !== 'dry-run')],
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

/** `rollout` and what it can do. */
export const rollout = family('rollout', {
  history,
  pause,
  restart,
  resume,
  status: rolloutStatusCommand,
  undo,
})
