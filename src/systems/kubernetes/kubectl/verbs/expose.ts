import type { KubeObject, Labels, Pod, Service, ServicePort } from '../../objects.ts'
import type { Json } from '../manifests.ts'
import { infoOf } from '../../api/refusals.ts'
import { type Asked, verb } from './asked.ts'
import { toEach } from './each.ts'
import { ClientError } from './failures.ts'
import { SAYING, sayDone } from './results.ts'
import { sendNew } from './sending.ts'
import { BY_NAME, type Target, targetsOf } from './targets.ts'
import { asWorkload, podSpecOf } from './workloads.ts'

const isService = (object: KubeObject): object is Service => object.kind === 'Service'
const isPod = (object: KubeObject): object is Pod => object.kind === 'Pod'

/** The labels by which the new Service finds the pods of an object. */
function selectorOf({ info, object }: Target): Labels {
  const workload = asWorkload(object)
  if (workload) {
    const { matchLabels = {}, matchExpressions = [] } = workload.spec.selector
    if (matchExpressions.length > 0)
      throw new ClientError(
        `couldn't convert expressions - "${JSON.stringify(matchExpressions)}" to map-based selector format`,
      )
    return matchLabels
  }
  if (isService(object)) {
    if (!object.spec.selector) throw new ClientError('the service has no pod selector set')
    return object.spec.selector
  }
  if (!isPod(object)) throw new ClientError(`cannot expose a ${info.kind}`)
  const { labels = {} } = object.metadata
  if (Object.keys(labels).length === 0)
    throw new ClientError('the pod has no labels and cannot be exposed')
  return labels
}

/** The ports that an object has itself, where none is given. */
function introspected(object: KubeObject): readonly ServicePort[] {
  if (isService(object)) return object.spec.ports ?? []
  return (podSpecOf(object)?.containers ?? [])
    .flatMap(({ ports = [] }) => ports)
    .map(({ containerPort, protocol }) => ({
      port: containerPort,
      ...(protocol === undefined ? {} : { protocol }),
    }))
}

const numberOrName = (text: string): number | string => (/^\d+$/.test(text) ? Number(text) : text)

function portsOf({ flags }: Asked, object: KubeObject): readonly ServicePort[] {
  const protocol = flags.text('protocol') || 'TCP'
  const given = flags.list('port').map((text): ServicePort => ({ protocol, port: Number(text) }))
  const ports = given.length > 0 ? given : introspected(object)
  if (ports.length === 0)
    throw new ClientError("couldn't find port via --port flag or introspection")
  const target = flags.text('target-port')
  return ports.map((one, index) => ({
    ...(ports.length > 1 ? { name: `port-${index + 1}` } : {}),
    port: one.port,
    protocol: one.protocol ?? protocol,
    targetPort: target === '' ? one.port : numberOrName(target),
  }))
}

function exposeOne(asked: Asked, target: Target): void {
  const { flags } = asked
  const { metadata } = target.object
  const text = flags.text('selector')
  const selector =
    text === ''
      ? selectorOf(target)
      : Object.fromEntries(text.split(',').map((pair) => pair.split('=')))
  const type = flags.text('type')
  const address = flags.text('cluster-ip')
  const service: Json = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      creationTimestamp: null,
      ...(metadata.labels === undefined ? {} : { labels: metadata.labels }),
      name: flags.text('name') || metadata.name,
      namespace: asked.namespace,
    },
    spec: {
      ...(address === '' ? {} : { clusterIP: address }),
      ports: portsOf(asked, target.object),
      selector,
      ...(type === '' ? {} : { type }),
    },
    status: { loadBalancer: {} },
  }
  const info = infoOf('services')
  sayDone(asked, info, sendNew(asked, info, service), 'exposed')
}

/** `expose`: a Service for the pods of an object. */
export const expose = verb<never>({
  name: 'expose',
  flags: [
    ...SAYING,
    { name: 'selector', takes: 'text' },
    { name: 'port', takes: 'list' },
    { name: 'target-port', takes: 'text' },
    { name: 'protocol', takes: 'text' },
    { name: 'name', takes: 'text' },
    { name: 'type', takes: 'text' },
    { name: 'cluster-ip', takes: 'text' },
    { name: 'labels', short: 'l', takes: 'text', leftOut: true },
    { name: 'external-ip', takes: 'text', leftOut: true },
  ],
  // Here --selector is the new Service's, and chooses nothing.
  begin: (asked) =>
    toEach(targetsOf(asked, asked.args, BY_NAME), (target) => exposeOne(asked, target)),
})
