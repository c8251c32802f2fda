import type {
  Deployment,
  Kinds,
  Namespace,
  Pod,
  PriorityClass,
  ReplicaSet,
  Resource,
  Service,
} from '../objects.ts'
import type { World } from '../world.ts'
import { badRequest } from './refusals.ts'
import { containerWithRequests, podSpecWithDefaults, templateWithDefaults } from './pod-defaults.ts'

/** The defaults of one kind. */
type Fill<R extends Resource> = (object: Kinds[R], world: World) => Kinds[R]

function pod(given: Pod): Pod {
  const spec = podSpecWithDefaults(given.spec)
  return {
    ...given,
    spec: {
      enableServiceLinks: true,
      ...spec,
      containers: spec.containers.map(containerWithRequests),
    },
  }
}

const replicaSet = (given: ReplicaSet): ReplicaSet => ({
  ...given,
  spec: {
    ...given.spec,
    replicas: given.spec.replicas ?? 1,
    template: templateWithDefaults(given.spec.template),
  },
})

/** @source k8s-deployment */
function deployment(given: Deployment): Deployment {
  const { spec } = given
  const type = spec.strategy?.type ?? 'RollingUpdate'
  const quarter = { maxSurge: '25%', maxUnavailable: '25%' }
  return {
    ...given,
    spec: {
      revisionHistoryLimit: 10,
      progressDeadlineSeconds: 600,
      ...spec,
      replicas: spec.replicas ?? 1,
      template: templateWithDefaults(spec.template),
      strategy: {
        ...spec.strategy,
        type,
        ...(type === 'RollingUpdate'
          ? { rollingUpdate: { ...quarter, ...spec.strategy?.rollingUpdate } }
          : {}),
      },
    },
  }
}

function service(given: Service, world: World): Service {
  const { spec } = given
  const today = world.profile === '1.33'
  return {
    ...given,
    spec: {
      sessionAffinity: 'None',
      type: 'ClusterIP',
      ...(today
        ? { internalTrafficPolicy: 'Cluster', ipFamilies: ['IPv4'], ipFamilyPolicy: 'SingleStack' }
        : {}),
      ...spec,
      ...(spec.ports
        ? {
            ports: spec.ports.map((port) => ({ protocol: 'TCP', targetPort: port.port, ...port })),
          }
        : {}),
    },
  }
}

function namespace(given: Namespace, world: World): Namespace {
  const { metadata, spec } = given
  return {
    ...given,
    metadata:
      world.profile === '1.33'
        ? {
            ...metadata,
            labels: { ...metadata.labels, 'kubernetes.io/metadata.name': metadata.name },
          }
        : metadata,
    spec: { ...spec, finalizers: spec?.finalizers ?? ['kubernetes'] },
  }
}

const priorityClass = (given: PriorityClass): PriorityClass => ({
  preemptionPolicy: 'PreemptLowerPriority',
  ...given,
})

const FILL: { readonly [R in Resource]?: Fill<R> } = {
  pods: pod,
  replicasets: replicaSet,
  deployments: deployment,
  services: service,
  namespaces: namespace,
  priorityclasses: priorityClass,
}

interface Template {
  readonly template?: { readonly spec?: unknown }
}

/** Empty parts where a client sent none: what they lack is told by those who check. */
function shaped<R extends Resource>(resource: R, object: Kinds[R]): Kinds[R] {
  if (resource === 'priorityclasses') return object
  const { spec = {} }: { readonly spec?: Template } = object as { readonly spec?: Template }
  if (resource !== 'deployments' && resource !== 'replicasets') return { ...object, spec }
  const template = { ...spec.template, spec: spec.template?.spec ?? { containers: [] } }
  return { ...object, spec: { ...spec, template } }
}

/**
 * Fills in what a client left out, as the server does on the way in, of a new object or a changed
 * one.
 *
 * @throws ApiError 400 where an amount of a resource is none
 */
export function withDefaults<R extends Resource>(
  resource: R,
  object: Kinds[R],
  world: World,
): Kinds[R] {
  const fill: Fill<R> | undefined = FILL[resource]
  if (!fill) return object
  try {
    return fill(shaped(resource, object), world)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const { kind, apiVersion } = object
    const version = apiVersion.split('/').at(-1) ?? apiVersion
    throw badRequest(
      `${kind} in version "${version}" cannot be handled as a ${kind}: ${error.message}`,
    )
  }
}
