import { storeAsHeard } from '../../kubelet/heartbeat.ts'
import type { KubeObject, Resource } from '../../objects.ts'
import { describeObject, relatedIn } from '../../printing/describe/describe.ts'
import { noResourcesFound } from '../../printing/text-table.ts'
import { listed } from '../../turn.ts'
import type { Flag } from '../flags.ts'
import { type Asked, DONE, type Going, verb } from '../verbs/asked.ts'
import { ClientError, failureOf } from '../verbs/failures.ts'
import { FILES, manifestTargets, namesFiles } from '../verbs/manifest-targets.ts'
import { objectsOf, type Request, requestsOf, scopeOf, warnOf } from './requests.ts'

const FLAGS: readonly Flag[] = [
  ...FILES,
  { name: 'all-namespaces', short: 'A', takes: 'switch' },
  { name: 'selector', short: 'l', takes: 'text' },
  { name: 'show-events', takes: 'switch', initial: 'true' },
  { name: 'chunk-size', takes: 'whole', initial: '500' },
]

interface Described {
  readonly resource: Resource
  readonly object: KubeObject
}

/** A name stands for all that begins with it, where nothing has that very name. */
function beginning(asked: Asked, request: Request, prefix: string): readonly KubeObject[] {
  const { store } = asked.turn.world()
  return listed<Resource>(store, request.info.name, scopeOf(asked, request)).filter(
    ({ metadata }) => metadata.name.startsWith(prefix),
  )
}

function describe(asked: Asked): Going<never> {
  const { args, streams, turn } = asked
  if (args.length === 0 && !namesFiles(asked))
    throw new ClientError(
      'You must specify the type of resource to describe. Use "kubectl api-resources" for a complete list of supported resources.\n',
    )
  const requests = namesFiles(asked)
    ? manifestTargets(asked).map((one): Request => {
        if (one instanceof ClientError) throw one
        return { info: one.info, names: [one.name] }
      })
    : requestsOf(asked)
  warnOf(asked, requests)
  const found: Described[] = []
  const missing: Error[] = []
  for (const request of requests) {
    const resource = request.info.name
    const answer = objectsOf(asked, request)
    found.push(...answer.objects.map((object) => ({ resource, object })))
    for (const error of answer.missing) {
      const alike = beginning(asked, request, error.status.details?.name ?? '')
      if (alike.length === 0) missing.push(error)
      found.push(...alike.map((object) => ({ resource, object })))
    }
  }
  const world = turn.world()
  const related = relatedIn(storeAsHeard(world, turn.nowMs))
  const context = {
    nowMs: turn.nowMs,
    profile: world.profile,
    related: asked.flags.is('show-events') ? related : withoutEvents(related),
  }
  const texts = found.map(({ resource, object }) =>
    describeObject<Resource>(resource, object, context),
  )
  streams.out(texts.join('\n\n'))
  const [first] = requests
  if (missing.length > 0) throw failureOf(missing)
  if (found.length === 0 && first) streams.err(noResourcesFound(scopeOf(asked, first)))
  return DONE
}

const withoutEvents = (related: ReturnType<typeof relatedIn>): typeof related => ({
  list: (resource, namespace) => (resource === 'events' ? [] : related.list(resource, namespace)),
})

/** `kubectl describe`. */
export const describeCommand = verb<never>({ name: 'describe', flags: FLAGS, begin: describe })
