import type { Node, Pod, ResourceList } from '../../objects.ts'
import { quantityMillis, quantityUnits, sumOfQuantities } from '../../quantity.ts'
import { rolesOf } from '../table-nodes.ts'
import { ageOf, byText } from '../table.ts'
import { eventLines } from './events.ts'
import { annotationLines, labelLines, timeText, titled } from './lines.ts'
import type { DescribeContext, Lines } from './lines.ts'

const SYSTEM: readonly (readonly [string, string])[] = [
  ['Machine ID', 'machineID'],
  ['System UUID', 'systemUUID'],
  ['Boot ID', 'bootID'],
  ['Kernel Version', 'kernelVersion'],
  ['OS Image', 'osImage'],
  ['Operating System', 'operatingSystem'],
  ['Architecture', 'architecture'],
  ['Container Runtime Version', 'containerRuntimeVersion'],
  ['Kubelet Version', 'kubeletVersion'],
  ['Kube-Proxy Version', 'kubeProxyVersion'],
]

const amounts = (title: string, list: ResourceList = {}): Lines => {
  const all = Object.entries(list).toSorted(([a], [b]) => byText(a, b))
  return all.length === 0
    ? []
    : [`${title}:`, ...all.map(([key, amount]) => `  ${key}:\t${amount}`)]
}

function leaseLines(node: Node, { related }: DescribeContext): Lines {
  const { name } = node.metadata
  const lease = related.list('leases', 'kube-node-lease').find((one) => one.metadata.name === name)
  if (!lease) return [`Lease:\tFailed to get lease: leases "${name}" not found`]
  const { holderIdentity = '<unset>', acquireTime, renewTime } = lease.spec
  return [
    'Lease:',
    `  HolderIdentity:\t${holderIdentity}`,
    `  AcquireTime:\t${acquireTime ? timeText(acquireTime) : '<unset>'}`,
    `  RenewTime:\t${renewTime ? timeText(renewTime) : '<unset>'}`,
  ]
}

const conditionLines = ({ status }: Node): Lines =>
  status.conditions === undefined || status.conditions.length === 0
    ? []
    : [
        'Conditions:',
        '  Type\tStatus\tLastHeartbeatTime\tLastTransitionTime\tReason\tMessage',
        '  ----\t------\t-----------------\t------------------\t------\t-------',
        ...status.conditions.map(
          (one) =>
            `  ${one.type} \t${one.status} \t${timeText(one.lastHeartbeatTime)} \t` +
            `${timeText(one.lastTransitionTime)} \t${one.reason ?? ''} \t${one.message ?? ''}`,
        ),
      ]

/** What the containers of pods ask for of one resource, or are held to. */
const summed = (pods: readonly Pod[], what: 'requests' | 'limits', resource: string): string =>
  sumOfQuantities(
    pods.flatMap(({ spec }) =>
      spec.containers.flatMap(({ resources }) => resources?.[what]?.[resource] ?? []),
    ),
  )

/** An amount with its part of what a node has to give: `50m (2%)`; parts are rounded down. */
function share(amount: string, resource: string, node: Node): string {
  const whole = node.status.allocatable?.[resource] ?? '0'
  const [part, all] =
    resource === 'cpu'
      ? [quantityMillis(amount), quantityMillis(whole)]
      : [quantityUnits(amount), quantityUnits(whole)]
  return `${amount} (${all === 0 ? 0 : Math.trunc((part / all) * 100)}%)`
}

function podLines(node: Node, context: DescribeContext): Lines {
  const pods = context.related
    .list('pods')
    .filter(
      ({ spec, status }) =>
        spec.nodeName === node.metadata.name &&
        status.phase !== 'Succeeded' &&
        status.phase !== 'Failed',
    )
  const cell = (of: readonly Pod[], what: 'requests' | 'limits', resource: string): string =>
    share(summed(of, what, resource), resource, node)
  return [
    `Non-terminated Pods:\t(${pods.length} in total)`,
    '  Namespace\tName\t\tCPU Requests\tCPU Limits\tMemory Requests\tMemory Limits\tAge',
    '  ---------\t----\t\t------------\t----------\t---------------\t-------------\t---',
    ...pods.map((pod) =>
      [
        `  ${pod.metadata.namespace ?? ''}`,
        pod.metadata.name,
        '',
        cell([pod], 'requests', 'cpu'),
        cell([pod], 'limits', 'cpu'),
        cell([pod], 'requests', 'memory'),
        cell([pod], 'limits', 'memory'),
        ageOf(pod, context),
      ].join('\t'),
    ),
    'Allocated resources:',
    '  (Total limits may be over 100 percent, i.e., overcommitted.)',
    '  Resource\tRequests\tLimits',
    '  --------\t--------\t------',
    ...['cpu', 'memory', 'ephemeral-storage'].map(
      (resource) =>
        `  ${resource}\t${cell(pods, 'requests', resource)}\t${cell(pods, 'limits', resource)}`,
    ),
  ]
}

/** The description of a node. */
export function describeNode(node: Node, context: DescribeContext): Lines {
  const { metadata, spec, status } = node
  const taints = (spec.taints ?? [])
    .map(({ key, value, effect }) => `${key}${value ? `=${value}` : ''}:${effect}`)
    .toSorted(byText)
  return [
    `Name:\t${metadata.name}`,
    `Roles:\t${rolesOf(node).join(',') || '<none>'}`,
    ...labelLines('Labels', metadata.labels),
    ...annotationLines(metadata.annotations),
    `CreationTimestamp:\t${timeText(metadata.creationTimestamp)}`,
    ...titled('Taints', taints),
    `Unschedulable:\t${spec.unschedulable ?? false}`,
    ...leaseLines(node, context),
    ...conditionLines(node),
    'Addresses:',
    ...(status.addresses ?? []).map(({ type, address }) => `  ${type}:\t${address}`),
    ...amounts('Capacity', status.capacity),
    ...amounts('Allocatable', status.allocatable),
    'System Info:',
    ...SYSTEM.map(([title, key]) => `  ${title}:\t${status.nodeInfo?.[key] ?? ''}`),
    ...(spec.podCIDR ? [`PodCIDR:\t${spec.podCIDR}`] : []),
    ...(spec.podCIDRs?.length ? [`PodCIDRs:\t${spec.podCIDRs.join(',')}`] : []),
    ...podLines(node, context),
    ...eventLines(node, context),
  ]
}
