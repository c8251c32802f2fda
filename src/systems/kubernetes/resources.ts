import type { Resource } from './objects.ts'

/** What the API says of a resource. */
export interface ResourceInfo {
  /** Plural, as in addresses: `poddisruptionbudgets`. */
  readonly name: Resource
  readonly singular: string
  readonly kind: string
  /** Empty for the core group. */
  readonly group: string
  /** Served versions, the preferred one first. */
  readonly versions: readonly string[]
  readonly shortNames: readonly string[]
  readonly namespaced: boolean
  /** Whether `kubectl get all` lists it. */
  readonly inAll: boolean
}

const resource = (
  name: Resource,
  kind: string,
  group: string,
  versions: readonly string[],
  shortNames: readonly string[],
  { namespaced = true, inAll = false } = {},
): ResourceInfo => ({
  name,
  singular: kind.toLowerCase(),
  kind,
  group,
  versions,
  shortNames,
  namespaced,
  inAll,
})

/** Which Kubernetes the cluster behaves like: the recorded one, or today's. */
export type ProfileName = '1.20' | '1.33'

const COMMON: readonly ResourceInfo[] = [
  resource('endpoints', 'Endpoints', '', ['v1'], ['ep']),
  resource('events', 'Event', '', ['v1'], ['ev']),
  resource('namespaces', 'Namespace', '', ['v1'], ['ns'], { namespaced: false }),
  resource('nodes', 'Node', '', ['v1'], ['no'], { namespaced: false }),
  resource('pods', 'Pod', '', ['v1'], ['po'], { inAll: true }),
  resource('services', 'Service', '', ['v1'], ['svc'], { inAll: true }),
  resource('deployments', 'Deployment', 'apps', ['v1'], ['deploy'], { inAll: true }),
  resource('replicasets', 'ReplicaSet', 'apps', ['v1'], ['rs'], { inAll: true }),
  resource('leases', 'Lease', 'coordination.k8s.io', ['v1'], []),
  resource('priorityclasses', 'PriorityClass', 'scheduling.k8s.io', ['v1'], ['pc'], {
    namespaced: false,
  }),
]

/** The resources that a release serves, in the order of `kubectl api-resources`. */
export function resourcesOf(profile: ProfileName): readonly ResourceInfo[] {
  const old = profile === '1.20'
  return [
    ...COMMON,
    resource(
      'poddisruptionbudgets',
      'PodDisruptionBudget',
      'policy',
      // 1.20 knew the beta alone; see the session on budgets.
      old ? ['v1beta1'] : ['v1'],
      ['pdb'],
    ),
    resource('endpointslices', 'EndpointSlice', 'discovery.k8s.io', old ? ['v1beta1'] : ['v1'], []),
  ]
}

/** `apps/v1`; `v1` for the core group. */
export const apiVersionOf = ({ group, versions }: ResourceInfo): string =>
  group === '' ? (versions[0] ?? 'v1') : `${group}/${versions[0] ?? 'v1'}`
