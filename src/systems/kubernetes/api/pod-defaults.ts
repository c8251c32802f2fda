import type { Container, PodSpec, PodTemplate, Probe, ResourceList } from '../objects.ts'
import { canonicalQuantity } from '../quantity.ts'

/**
 * What the server writes where a probe says nothing of it, or 0.
 *
 * @source k8s-probes
 */
function probe(given: Probe | undefined): Probe | undefined {
  if (!given) return undefined
  const { httpGet, timeoutSeconds, periodSeconds, successThreshold, failureThreshold } = given
  return {
    ...given,
    timeoutSeconds: timeoutSeconds || 1,
    periodSeconds: periodSeconds || 10,
    successThreshold: successThreshold || 1,
    failureThreshold: failureThreshold || 3,
    ...(httpGet ? { httpGet: { path: '/', scheme: 'HTTP', ...httpGet } } : {}),
  }
}

/** An image that may change under its name is asked for again each time. */
function pullPolicy(image: string | undefined): 'Always' | 'IfNotPresent' {
  const last = (image ?? '').split('/').at(-1) ?? ''
  const fixed = last.includes('@') || (last.includes(':') && !last.endsWith(':latest'))
  return fixed ? 'IfNotPresent' : 'Always'
}

/** @throws RangeError if an amount is none */
const amounts = (list: ResourceList): ResourceList =>
  Object.fromEntries(
    Object.entries(list).map(([name, amount]) => [name, canonicalQuantity(String(amount))]),
  )

function resourcesOf({ limits, requests }: NonNullable<Container['resources']>) {
  return {
    ...(limits ? { limits: amounts(limits) } : {}),
    ...(requests ? { requests: amounts(requests) } : {}),
  }
}

function container(given: Container): Container {
  const { ports, readinessProbe, livenessProbe, startupProbe } = given
  const probes = {
    readinessProbe: probe(readinessProbe),
    livenessProbe: probe(livenessProbe),
    startupProbe: probe(startupProbe),
  }
  return {
    imagePullPolicy: pullPolicy(given.image),
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    ...given,
    resources: resourcesOf(given.resources ?? {}),
    ...(ports ? { ports: ports.map((port) => ({ protocol: 'TCP', ...port })) } : {}),
    ...Object.fromEntries(Object.entries(probes).filter(([, one]) => one !== undefined)),
  }
}

/** The spec of a pod or of a template with what the server fills in, on every way in. */
export const podSpecWithDefaults = (given: PodSpec): PodSpec => ({
  restartPolicy: 'Always',
  terminationGracePeriodSeconds: 30,
  dnsPolicy: 'ClusterFirst',
  schedulerName: 'default-scheduler',
  securityContext: {},
  ...given,
  containers: (given.containers ?? []).map(container),
})

/** A template of pods with what the server fills in. */
export const templateWithDefaults = ({ metadata, spec }: PodTemplate): PodTemplate => ({
  metadata: { ...metadata, creationTimestamp: null },
  spec: podSpecWithDefaults(spec),
})

/** What a container asks for where it names limits alone; of pods only, never of templates. */
export function containerWithRequests(given: Container): Container {
  const { limits, requests } = given.resources ?? {}
  if (!limits) return given
  return { ...given, resources: { limits, requests: { ...limits, ...requests } } }
}
