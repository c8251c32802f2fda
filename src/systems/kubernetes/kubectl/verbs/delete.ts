import { read } from '../../api/client.ts'
import { remove } from '../../api/remove.ts'
import { ApiError } from '../../api/status.ts'
import { update } from '../../api/write.ts'
import type { Resource } from '../../objects.ts'
import { listed } from '../../turn.ts'
import type { ResourceInfo } from '../../resources.ts'
import { type Asked, type Going, DONE, verb } from './asked.ts'
import { ClientError, caught, failureOf, fromSource } from './failures.ts'
import { kindName } from './mapping.ts'
import { FILES, manifestTargets, namesFiles } from './manifest-targets.ts'
import { SAYING, dryRunOf } from './results.ts'
import { CHOOSING, targetsOf } from './targets.ts'

/** An object that was deleted and may not be gone yet. */
interface Leaving {
  readonly resource: Resource
  readonly key: string
  readonly uid: string
}

interface Deleting {
  readonly leaving: readonly Leaving[]
  readonly deadlineMs: number
}

const FOREVER_MS = 168 * 3_600_000

const FORCED =
  'Warning: Immediate deletion does not wait for confirmation that the running resource has been terminated. The resource may continue to run on the cluster indefinitely.\n'

/** The grace period that the flags ask for; undefined for the pod's own. */
function graceOf({ flags }: Asked): number | undefined {
  const grace = flags.whole('grace-period')
  const force = flags.is('force')
  if (flags.is('now')) {
    if (grace !== -1) throw new ClientError('--now and --grace-period cannot be specified together')
    return 1
  }
  if (grace > 0 && force)
    throw new ClientError('--force and --grace-period greater than 0 cannot be specified together')
  // Zero alone is taken for one: only --force removes a pod that may still run.
  if (grace === 0) return force ? 0 : 1
  if (grace < 0) return force ? 0 : undefined
  return grace
}

/** Takes what an object owns away from it, so that it stays. */
function orphan({ turn }: Asked, uid: string): void {
  for (const resource of ['replicasets', 'pods'] as const)
    for (const object of listed<Resource>(turn.world().store, resource)) {
      const owners = object.metadata.ownerReferences ?? []
      if (!owners.some((owner) => owner.uid === uid)) continue
      const ownerReferences = owners.filter((owner) => owner.uid !== uid)
      update<Resource>(turn, resource, {
        ...object,
        metadata: { ...object.metadata, ownerReferences },
      })
    }
}

interface Doomed {
  readonly info: ResourceInfo
  readonly key: string
  readonly source?: string
}

function deleteOne(
  asked: Asked,
  { info, key, source }: Doomed,
  grace: number | undefined,
): Leaving {
  const { turn, streams, flags } = asked
  const dryRun = dryRunOf(asked)
  const name = key.split('/').at(-1) ?? key
  const uid = read<Resource>(turn, info.name, key)?.metadata.uid ?? ''
  try {
    if (dryRun !== 'client') {
      if (flags.text('cascade') === 'orphan' && dryRun === 'none') orphan(asked, uid)
      remove<Resource>(turn, info.name, key, {
        ...(grace === undefined ? {} : { gracePeriodSeconds: grace }),
        dryRun: dryRun === 'server',
      })
    }
  } catch (error) {
    throw fromSource('deleting', source, caught(error))
  }
  const kind = kindName(info)
  if (flags.text('output') === 'name') streams.out(`${kind}/${name}\n`)
  else {
    const done = grace === 0 ? 'force deleted' : 'deleted'
    const pretended = { none: '', client: ' (dry run)', server: ' (server dry run)' }[dryRun]
    streams.out(`${kind} "${name}" ${done}${pretended}\n`)
  }
  return { resource: info.name, key, uid }
}

function doomedOf(asked: Asked): readonly (Doomed | Error)[] {
  if (namesFiles(asked)) return manifestTargets(asked)
  return targetsOf(asked)
}

function checkCascade({ flags }: Asked): void {
  const cascade = flags.text('cascade')
  if (cascade === 'foreground')
    throw new ClientError("--cascade=foreground is left out of this laboratory's kubectl")
  if (cascade !== 'background' && cascade !== 'orphan')
    throw new ClientError(
      `invalid cascade value (${cascade}). Must be "background", "foreground", or "orphan"`,
    )
}

function begin(asked: Asked): Going<Deleting> {
  const { streams, flags, turn } = asked
  const grace = graceOf(asked)
  checkCascade(asked)
  const doomed = doomedOf(asked)
  if (flags.is('force')) streams.err(FORCED)
  const errors: Error[] = []
  const leaving: Leaving[] = []
  const rooted = doomed.some((one) => !(one instanceof Error) && !one.info.namespaced)
  if (rooted && flags.given('namespace'))
    streams.err(
      'Warning: deleting cluster-scoped resources, not scoped to the provided namespace\n',
    )
  for (const one of doomed) {
    try {
      if (one instanceof Error) throw one
      leaving.push(deleteOne(asked, one, grace))
    } catch (error) {
      const failure = caught(error)
      const absent = failure instanceof ApiError && failure.status.reason === 'NotFound'
      if (!absent || !flags.is('ignore-not-found')) errors.push(failure)
    }
  }
  if (errors.length > 0) throw failureOf(errors)
  if (doomed.length === 0) streams.out('No resources found\n')
  if (flags.text('wait') === 'false' || dryRunOf(asked) !== 'none') return DONE
  const limitMs = flags.ms('timeout')
  return goOn(asked, {
    leaving,
    deadlineMs: turn.nowMs + (limitMs === 0 ? FOREVER_MS : limitMs),
  })
}

function goOn({ turn }: Asked, state: Deleting): Going<Deleting> {
  const leaving = state.leaving.filter(
    ({ resource, key, uid }) => read<Resource>(turn, resource, key)?.metadata.uid === uid,
  )
  const [first] = leaving
  if (!first) return DONE
  if (turn.nowMs >= state.deadlineMs)
    throw new ClientError(
      `timed out waiting for the condition on ${first.resource}/${first.key.split('/').at(-1) ?? ''}`,
    )
  return { state: { ...state, leaving }, onChange: true, wakeAtMs: state.deadlineMs }
}

/** `delete`: marks objects for deletion, and waits until they are gone. */
export const deletion = verb<Deleting>({
  name: 'delete',
  flags: [
    ...CHOOSING,
    ...SAYING,
    ...FILES,
    { name: 'force', takes: 'switch' },
    { name: 'now', takes: 'switch' },
    { name: 'wait', takes: 'switch', initial: 'true' },
    { name: 'ignore-not-found', takes: 'switch' },
    { name: 'grace-period', takes: 'whole', initial: '-1' },
    { name: 'timeout', takes: 'duration', initial: '0s' },
    { name: 'cascade', takes: 'text', initial: 'background', bare: 'background' },
    { name: 'interactive', short: 'i', takes: 'switch', leftOut: true },
    { name: 'raw', takes: 'text', leftOut: true },
  ],
  begin,
  goOn,
})
