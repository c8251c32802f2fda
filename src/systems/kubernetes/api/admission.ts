import type { Container, Kinds, Pod, Resource, Service, Toleration, Volume } from '../objects.ts'
import { suffixOf } from '../names.ts'
import type { World } from '../world.ts'
import { qosOf } from './qos.ts'
import { forbidden } from './refusals.ts'

const TOKEN_PATH = '/var/run/secrets/kubernetes.io/serviceaccount'
const FIVE_MINUTES = 300

/** A pod may stay for five minutes on a node that is not ready, unless it says otherwise. */
function withTolerations(given: readonly Toleration[] = []): readonly Toleration[] {
  const tolerates = (key: string): boolean =>
    given.some(
      (one) =>
        (one.key === key || (one.key ?? '') === '') && (one.effect ?? 'NoExecute') === 'NoExecute',
    )
  const added = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable']
    .filter((key) => !tolerates(key))
    .map((key): Toleration => ({
      effect: 'NoExecute',
      key,
      operator: 'Exists',
      tolerationSeconds: FIVE_MINUTES,
    }))
  return [...given, ...added]
}

/**
 * The priority that a pod's class gives it.
 *
 * @source k8s-preemption
 */
function priorityOf({ metadata, spec }: Pod, world: World) {
  const classes = Object.values(world.store.tables.priorityclasses)
  const named = spec.priorityClassName
  const found =
    named === undefined || named === ''
      ? classes.find(({ globalDefault }) => globalDefault === true)
      : classes.find(({ metadata: { name } }) => name === named)
  if (!found && named !== undefined && named !== '')
    throw forbidden('pods', metadata.name, `no PriorityClass with name ${named} was found`)
  return {
    priority: found?.value ?? 0,
    preemptionPolicy: found?.preemptionPolicy ?? 'PreemptLowerPriority',
    ...(found ? { priorityClassName: found.metadata.name } : {}),
  } as const
}

/** The files with which a pod proves who it is: a Secret of its namespace, today a token of its own. */
function tokenOf({ metadata }: Pod, world: World): Volume {
  if (world.profile === '1.20') {
    const name = `default-token-${suffixOf(metadata.namespace ?? '')}`
    return { name, secret: { defaultMode: 420, secretName: name } }
  }
  return {
    name: `kube-api-access-${suffixOf(metadata.uid)}`,
    projected: {
      defaultMode: 420,
      sources: [
        { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
        { configMap: { items: [{ key: 'ca.crt', path: 'ca.crt' }], name: 'kube-root-ca.crt' } },
        {
          downwardAPI: {
            items: [
              {
                fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' },
                path: 'namespace',
              },
            ],
          },
        },
      ],
    },
  }
}

function mounting(container: Container, token: Volume): Container {
  const mounts = container.volumeMounts ?? []
  if (mounts.some(({ mountPath }) => mountPath === TOKEN_PATH)) return container
  return {
    ...container,
    volumeMounts: [...mounts, { mountPath: TOKEN_PATH, name: token.name, readOnly: true }],
  }
}

function pod(given: Pod, world: World): Pod {
  const { spec } = given
  const token = tokenOf(given, world)
  const account = spec.serviceAccountName ?? spec.serviceAccount ?? 'default'
  const admitted: Pod = {
    ...given,
    spec: {
      ...spec,
      ...priorityOf(given, world),
      serviceAccount: account,
      serviceAccountName: account,
      containers: spec.containers.map((container) => mounting(container, token)),
      volumes: [...(spec.volumes ?? []), token],
      tolerations: withTolerations(spec.tolerations),
    },
  }
  return { ...admitted, status: { ...admitted.status, qosClass: qosOf(admitted.spec) } }
}

/** An address of the Services' network that is free; the search begins where the uid says. */
function freeAddress({ metadata }: Service, world: World): string {
  const taken = new Set(
    Object.values(world.store.tables.services).map(({ spec }) => spec.clusterIP ?? ''),
  )
  const start = Number.parseInt(metadata.uid.slice(0, 8), 16)
  for (let offset = 0; ; offset += 1) {
    const host = 256 + ((start + offset) % 65_000)
    const address = `10.96.${Math.floor(host / 256)}.${host % 256}`
    if (!taken.has(address)) return address
  }
}

function service(given: Service, world: World): Service {
  const clusterIP =
    given.spec.clusterIP === undefined || given.spec.clusterIP === ''
      ? freeAddress(given, world)
      : given.spec.clusterIP
  return { ...given, spec: { ...given.spec, clusterIP, clusterIPs: [clusterIP] } }
}

/**
 * What the server adds to a new object beside the defaults, from what it knows of the cluster.
 *
 * @throws ApiError 403 where a pod names a priority class that is not
 */
export function admitted<R extends Resource>(
  resource: R,
  object: Kinds[R],
  world: World,
): Kinds[R] {
  const admit: { readonly [K in Resource]?: (given: Kinds[K], world: World) => Kinds[K] } = {
    pods: pod,
    services: service,
  }
  const one: ((given: Kinds[R], world: World) => Kinds[R]) | undefined = admit[resource]
  return one ? one(object, world) : object
}
