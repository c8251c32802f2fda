import { infoOf } from '../../api/refusals.ts'
import type { Resource } from '../../objects.ts'
import { apiVersionOf, resourcesOf } from '../../resources.ts'
import type { Command } from '../command.ts'
import type { Flag } from '../flags.ts'
import type { Json } from '../manifests.ts'
import { eachManifest, remembering } from './apply.ts'
import { type Asked, DONE, family, verb, wrongUse } from './asked.ts'
import { required } from './each.ts'
import { ClientError, caught, fromSource } from './failures.ts'
import { FILES, VALIDATING, validationOf } from './manifest-targets.ts'
import { SAYING, dryRunOf, sayDone } from './results.ts'
import { sendNew } from './sending.ts'

const FLAGS: readonly Flag[] = [...SAYING, ...VALIDATING, { name: 'save-config', takes: 'switch' }]

/** Creates what a generator made, and says so. */
export function createMade(
  asked: Asked,
  resource: Resource,
  name: string,
  made: Json,
): { exit: number } {
  const info = infoOf(resource)
  const served = resourcesOf(asked.turn.world().profile).find((one) => one.name === resource)
  const given = made['metadata'] as Json | undefined
  const whole: Json = {
    apiVersion: apiVersionOf(served ?? info),
    kind: info.kind,
    ...made,
    metadata: {
      creationTimestamp: null,
      ...given,
      name,
      ...(info.namespaced && asked.flags.given('namespace') ? { namespace: asked.namespace } : {}),
    },
  }
  const object = asked.flags.is('save-config') ? remembering(whole) : whole
  try {
    sayDone(asked, info, sendNew(asked, info, object), 'created')
  } catch (error) {
    throw createFailure(caught(error), resource)
  }
  return DONE
}

/** `create` puts words of its own before what the server says. */
function createFailure(error: Error, resource: Resource): Error {
  const named: Partial<Record<Resource, string>> = {
    deployments: 'failed to create deployment',
    services: 'failed to create ClusterIP service',
    poddisruptionbudgets: 'failed to create poddisruptionbudgets',
    priorityclasses: 'failed to create priorityclass',
  }
  const intro = named[resource]
  return intro === undefined ? error : new ClientError(`${intro}: ${error.message}`)
}

const generator = (
  word: string,
  flags: readonly Flag[],
  make: (asked: Asked, name: string) => readonly [Resource, Json],
): Command => {
  return verb<never>({
    name: `create ${word}`,
    flags: [...FLAGS, ...flags],
    begin(asked) {
      // What follows `--` is a command to run, no name.
      const [name, ...more] = asked.args.slice(0, asked.flags.dashAt)
      for (const flag of flags) if (flag.name === 'image') required(asked, 'image')
      if (name === undefined || more.length > 0)
        throw wrongUse(
          `create ${word}`,
          `exactly one NAME is required, got ${asked.args.slice(0, asked.flags.dashAt).length}`,
        )
      const [resource, made] = make(asked, name)
      return createMade(asked, resource, name, made)
    },
  })
}

const namespace = generator('namespace', [], () => ['namespaces', { spec: {}, status: {} }])

/** The name of a container after its image: `shop/web:2` runs in `web`. */
const containerName = (image: string): string => {
  const name = (image.split('/').at(-1) ?? image).split(/[:@]/)[0] ?? image
  return name.replaceAll('_', '-').toLowerCase()
}

const deployment = generator(
  'deployment',
  [
    { name: 'image', takes: 'list' },
    { name: 'replicas', short: 'r', takes: 'whole', initial: '1' },
    { name: 'port', takes: 'whole', initial: '-1' },
  ],
  (asked, name) => {
    const images = asked.flags.list('image')
    const port = asked.flags.whole('port')
    const command = asked.args.slice(1)
    const labels = { app: name }
    return [
      'deployments',
      {
        metadata: { labels },
        spec: {
          replicas: asked.flags.whole('replicas'),
          selector: { matchLabels: labels },
          strategy: {},
          template: {
            metadata: { creationTimestamp: null, labels },
            spec: {
              containers: images.map((image) => ({
                image,
                name: containerName(image),
                ...(port >= 0 ? { ports: [{ containerPort: port }] } : {}),
                ...(command.length > 0 ? { command } : {}),
                resources: {},
              })),
            },
          },
        },
        status: {},
      },
    ]
  },
)

const COUNT_OR_PERCENT = /^[0-9]+%?$/

const countOrPercent = (text: string): number | string =>
  /^-?\d+$/.test(text) ? Number(text) : text

/** The labels of `--selector=a=b,c=d`. */
function matchLabels(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text.split(',').map((pair): [string, string] => {
      const [key = '', value = ''] = pair.split(/==?/)
      return [key, value]
    }),
  )
}

const budget = generator(
  'poddisruptionbudget',
  [
    { name: 'selector', takes: 'text' },
    { name: 'min-available', takes: 'text' },
    { name: 'max-unavailable', takes: 'text' },
  ],
  ({ flags, turn }) => {
    // This kubectl asks for policy/v1 whatever the server has.
    if (turn.world().profile === '1.20')
      throw new ClientError(
        'failed to create poddisruptionbudgets: the server could not find the requested resource',
      )
    const least = flags.text('min-available')
    const most = flags.text('max-unavailable')
    if (flags.text('selector') === '') throw new ClientError('a selector must be specified')
    if (least === '' && most === '')
      throw new ClientError('one of min-available or max-unavailable must be specified')
    if (least !== '' && most !== '')
      throw new ClientError('min-available and max-unavailable cannot be both specified')
    if (least !== '' && !COUNT_OR_PERCENT.test(least))
      throw new ClientError('invalid format specified for min-available')
    if (most !== '' && !COUNT_OR_PERCENT.test(most))
      throw new ClientError('invalid format specified for max-unavailable')
    return [
      'poddisruptionbudgets',
      {
        spec: {
          ...(least === ''
            ? { maxUnavailable: countOrPercent(most) }
            : { minAvailable: countOrPercent(least) }),
          selector: { matchLabels: matchLabels(flags.text('selector')) },
        },
        status: { currentHealthy: 0, desiredHealthy: 0, disruptionsAllowed: 0, expectedPods: 0 },
      },
    ]
  },
)

const priorityclass = generator(
  'priorityclass',
  [
    { name: 'value', takes: 'whole', initial: '0' },
    { name: 'global-default', takes: 'switch' },
    { name: 'description', takes: 'text' },
    { name: 'preemption-policy', takes: 'text', initial: 'PreemptLowerPriority' },
  ],
  ({ flags }) => [
    'priorityclasses',
    {
      ...(flags.text('description') === '' ? {} : { description: flags.text('description') }),
      ...(flags.is('global-default') ? { globalDefault: true } : {}),
      preemptionPolicy: flags.text('preemption-policy'),
      value: flags.whole('value'),
    },
  ],
)

/** The ports of `--tcp=80:8080`. */
function tcpPorts(pairs: readonly string[]): readonly Json[] {
  return pairs.map((pair) => {
    const [left = '', right = left] = pair.split(':')
    const port = Number(left)
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new ClientError(`unable to parse port: ${left}`)
    return {
      name: pair.replace(':', '-'),
      port,
      protocol: 'TCP',
      targetPort: countOrPercent(right),
    }
  })
}

const clusterip = generator(
  'service clusterip',
  [
    { name: 'tcp', takes: 'list' },
    { name: 'clusterip', takes: 'text' },
  ],
  ({ flags }, name) => {
    const ports = tcpPorts(flags.list('tcp'))
    const address = flags.text('clusterip')
    if (ports.length === 0 && address !== 'None')
      throw new ClientError('at least one tcp port specifier must be provided')
    const labels = { app: name }
    return [
      'services',
      {
        metadata: { labels },
        spec: {
          ...(address === '' ? {} : { clusterIP: address }),
          ...(ports.length === 0 ? {} : { ports }),
          selector: labels,
          type: 'ClusterIP',
        },
        status: { loadBalancer: {} },
      },
    ]
  },
)

const service = family('create service', { clusterip })

/** Kinds that the real kubectl makes and this cluster has not. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'clusterrole',
  'clusterrolebinding',
  'configmap',
  'cm',
  'cronjob',
  'cj',
  'ingress',
  'ing',
  'job',
  'quota',
  'resourcequota',
  'role',
  'rolebinding',
  'secret',
  'serviceaccount',
  'sa',
  'token',
])

const files = verb<never>({
  name: 'create',
  flags: [
    ...FILES,
    ...FLAGS,
    { name: 'edit', takes: 'switch', leftOut: true },
    { name: 'raw', takes: 'text', leftOut: true },
    { name: 'selector', short: 'l', takes: 'text', leftOut: true },
  ],
  begin(asked) {
    const { flags, args } = asked
    const [kind = ''] = args
    if (LEFT_OUT.has(kind))
      throw new ClientError(
        `this laboratory's kubectl has no "create ${kind}": the cluster knows no such objects`,
      )
    if (args.length > 0) throw wrongUse('create', `Unexpected args: [${args.join(' ')}]`)
    if (!flags.given('filename')) throw new ClientError('must specify one of -f and -k')
    dryRunOf(asked)
    return eachManifest(asked, 'no objects passed to create', ({ info, source, object }) => {
      try {
        const whole = flags.is('save-config') ? remembering(object) : object
        sayDone(asked, info, sendNew(asked, info, whole, validationOf(asked)), 'created')
      } catch (error) {
        throw fromSource('creating', source, caught(error))
      }
    })
  },
})

const MEMBERS: Readonly<Record<string, Command>> = {
  deploy: deployment,
  deployment,
  dep: deployment,
  namespace,
  ns: namespace,
  pc: priorityclass,
  pdb: budget,
  poddisruptionbudget: budget,
  priorityclass,
  service,
  svc: service,
}

const memberOf = (words: readonly string[]): Command => {
  const word = words[1] ?? ''
  return Object.hasOwn(MEMBERS, word) ? (MEMBERS[word] ?? files) : files
}

/** `create`: from files, or a few kinds out of flags. */
export const creation: Command = {
  run: (turn, call, streams) => memberOf(call.words).run(turn, call, streams),
}
