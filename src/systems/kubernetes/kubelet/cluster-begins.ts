import { timestampAt } from '../clock.ts'
import { generatedUid } from '../names.ts'
import type { Condition, Kinds, ObjectMeta, Resource } from '../objects.ts'
import { profileOf } from '../profile.ts'
import { apiVersionOf, resourcesOf } from '../resources.ts'
import type { Turn } from '../turn.ts'
import type { ClusterParameters } from '../world.ts'
import { keyOf } from '../api/client.ts'
import type { Machine } from './machine.ts'

const NAMESPACES = ['default', 'kube-node-lease', 'kube-public', 'kube-system'] as const

/** What every kubelet says of itself as long as it is well. */
const WELL: readonly Omit<Condition, 'lastHeartbeatTime' | 'lastTransitionTime'>[] = [
  {
    type: 'MemoryPressure',
    status: 'False',
    reason: 'KubeletHasSufficientMemory',
    message: 'kubelet has sufficient memory available',
  },
  {
    type: 'DiskPressure',
    status: 'False',
    reason: 'KubeletHasNoDiskPressure',
    message: 'kubelet has no disk pressure',
  },
  {
    type: 'PIDPressure',
    status: 'False',
    reason: 'KubeletHasSufficientPID',
    message: 'kubelet has sufficient PID available',
  },
  {
    type: 'Ready',
    status: 'True',
    reason: 'KubeletReady',
    message: 'kubelet is posting ready status',
  },
]

/**
 * The conditions that a kubelet sends; each keeps the time of its last change where it stays as it is.
 *
 * @param before those that the API has
 */
export function wellConditions(
  before: readonly Condition[] | undefined,
  nowMs: number,
): readonly Condition[] {
  const now = timestampAt(nowMs)
  return WELL.map((one) => {
    const was = before?.find(({ type }) => type === one.type)
    return {
      ...one,
      lastHeartbeatTime: now,
      lastTransitionTime: was?.status === one.status ? (was.lastTransitionTime ?? now) : now,
    }
  })
}

/** Stores what is there before anybody asks the API for anything. */
function place<R extends Resource>(
  turn: Turn,
  resource: R,
  meta: { readonly name: string } & Partial<ObjectMeta>,
  rest: Omit<Kinds[R], 'apiVersion' | 'kind' | 'metadata'>,
): void {
  const info = resourcesOf(turn.world().profile).find(({ name }) => name === resource)
  if (!info) throw new RangeError(`place: no resource ${resource}`)
  turn.write(resource, keyOf(meta.namespace, meta.name), {
    ...rest,
    apiVersion: apiVersionOf(info),
    kind: info.kind,
    metadata: {
      uid: generatedUid(turn.draw),
      resourceVersion: String(turn.nextRevision()),
      creationTimestamp: timestampAt(turn.nowMs),
      ...meta,
    },
    // The parts are those of its kind, which the compiler cannot follow through a generic spread.
  } as unknown as Kinds[R])
}

/** A kubelet registers its node, with a lease to renew. */
export function registers(turn: Turn, { name, zone, cpu, memory, index }: Machine): void {
  const { serverVersion } = profileOf(turn.world().profile)
  const old = turn.world().profile === '1.20'
  const capacity = { cpu, memory, pods: '110' }
  place(
    turn,
    'nodes',
    {
      name,
      labels: {
        'beta.kubernetes.io/arch': 'amd64',
        'beta.kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'topology.kubernetes.io/zone': zone,
      },
      annotations: { 'node.alpha.kubernetes.io/ttl': '0' },
    },
    {
      spec: { podCIDR: `10.244.${index}.0/24`, podCIDRs: [`10.244.${index}.0/24`] },
      status: {
        addresses: [
          { type: 'InternalIP', address: `192.168.49.${index + 2}` },
          { type: 'Hostname', address: name },
        ],
        allocatable: capacity,
        capacity,
        conditions: wellConditions(undefined, turn.nowMs),
        nodeInfo: {
          architecture: 'amd64',
          bootID: '',
          containerRuntimeVersion: old ? 'containerd://1.7.0' : 'containerd://2.0.5',
          kernelVersion: '6.1.0',
          kubeProxyVersion: old ? serverVersion : '',
          kubeletVersion: serverVersion,
          machineID: '',
          operatingSystem: 'linux',
          osImage: 'Debian GNU/Linux 12 (bookworm)',
          systemUUID: '',
        },
      },
    },
  )
  place(
    turn,
    'leases',
    { name, namespace: 'kube-node-lease' },
    {
      spec: {
        holderIdentity: name,
        leaseDurationSeconds: 40,
        renewTime: timestampAt(turn.nowMs),
      },
    },
  )
}

/** The Service through which pods reach the API; nothing selects its one endpoint. */
function placeApiService(turn: Turn): void {
  const meta = { name: 'kubernetes', namespace: 'default' }
  const address = '192.168.49.1'
  place(
    turn,
    'services',
    { ...meta, labels: { component: 'apiserver', provider: 'kubernetes' } },
    {
      spec: {
        clusterIP: '10.96.0.1',
        clusterIPs: ['10.96.0.1'],
        ports: [{ name: 'https', port: 443, protocol: 'TCP', targetPort: 6443 }],
        sessionAffinity: 'None',
        type: 'ClusterIP',
      },
      status: { loadBalancer: {} },
    },
  )
  const ports = [{ name: 'https', port: 6443, protocol: 'TCP' }]
  place(
    turn,
    'endpoints',
    { ...meta, labels: { 'endpointslice.kubernetes.io/skip-mirror': 'true' } },
    { subsets: [{ addresses: [{ ip: address }], ports }] },
  )
  place(
    turn,
    'endpointslices',
    { ...meta, generation: 1, labels: { 'kubernetes.io/service-name': 'kubernetes' } },
    {
      addressType: 'IPv4',
      endpoints: [{ addresses: [address], conditions: { ready: true } }],
      ports,
    },
  )
}

/** Writes the nodes and what every cluster begins with: namespaces, the Service of the API, leases. */
export function clusterBegins(turn: Turn, { profile }: ClusterParameters): void {
  for (const name of NAMESPACES)
    place(
      turn,
      'namespaces',
      // Namespaces carry their own name as a label since 1.21.
      profile === '1.20' ? { name } : { name, labels: { 'kubernetes.io/metadata.name': name } },
      { spec: { finalizers: ['kubernetes'] }, status: { phase: 'Active' } },
    )
  for (const machine of Object.values(turn.world().machines)) registers(turn, machine)
  placeApiService(turn)
  const classes = [
    ['system-cluster-critical', 2_000_000_000, 'must run in the cluster'],
    ['system-node-critical', 2_000_001_000, 'must not be moved from their current node'],
  ] as const
  for (const [name, value, which] of classes)
    place(
      turn,
      'priorityclasses',
      { name, generation: 1 },
      {
        value,
        preemptionPolicy: 'PreemptLowerPriority',
        description: `Used for system critical pods that ${which}${name === 'system-cluster-critical' ? ', but can be moved to another node if necessary' : ''}.`,
      },
    )
}
