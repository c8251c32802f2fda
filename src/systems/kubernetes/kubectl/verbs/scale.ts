import { ApiError } from '../../api/status.ts'
import { type Asked, verb } from './asked.ts'
import { storeChanged } from './changed.ts'
import { required, toEach } from './each.ts'
import { ClientError } from './failures.ts'
import { SAYING, sayDone } from './results.ts'
import { CHOOSING, type Target, targetsOf } from './targets.ts'
import { asWorkload } from './workloads.ts'

function scaleOne(asked: Asked, target: Target, replicas: number): void {
  const workload = asWorkload(target.object)
  if (!workload)
    throw new ApiError({
      code: 404,
      reason: 'NotFound',
      message: 'the server could not find the requested resource',
    })
  const current = asked.flags.whole('current-replicas')
  if (current >= 0 && current !== workload.spec.replicas)
    throw new ClientError(`Expected replicas to be ${current}, was ${workload.spec.replicas}`)
  const changed = { ...workload, spec: { ...workload.spec, replicas } }
  sayDone(asked, target.info, storeChanged(asked, target, changed), 'scaled')
}

/** `scale`: how many pods a Deployment or a replica set wants. */
export const scale = verb<never>({
  name: 'scale',
  flags: [
    ...CHOOSING,
    ...SAYING,
    { name: 'replicas', takes: 'whole', initial: '-1' },
    { name: 'current-replicas', takes: 'whole', initial: '-1' },
    { name: 'resource-version', takes: 'text', leftOut: true },
    { name: 'timeout', takes: 'duration', initial: '0s' },
  ],
  begin(asked) {
    required(asked, 'replicas')
    const replicas = asked.flags.whole('replicas')
    if (replicas < 0)
      throw new ClientError(
        'The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0',
      )
    const found = targetsOf(asked)
    const missing = found.filter((one) => one instanceof ApiError)
    // Since 1.31 kubectl says both that nothing is there and why.
    if (missing.length === found.length && missing[0])
      throw new ClientError(`no objects passed to scale ${missing[0].message}`)
    if (found.length === 0) throw new ClientError('no objects passed to scale')
    return toEach(found, (target) => scaleOne(asked, target, replicas))
  },
})
