import type { Lease, Namespace, Node, PriorityClass } from '../objects.ts'
import { ageOf, byText, columnsOf } from './table.ts'
import type { ProfileName } from '../resources.ts'
import type { TableForm } from './table.ts'

const ROLE = 'node-role.kubernetes.io/'

/** The roles that a node's labels give it, sorted; empty for none. */
export function rolesOf(node: Node): readonly string[] {
  const roles = Object.entries(node.metadata.labels ?? {}).flatMap(([key, value]) => {
    if (key.startsWith(ROLE)) return key.length > ROLE.length ? [key.slice(ROLE.length)] : []
    return key === 'kubernetes.io/role' && value !== '' ? [value] : []
  })
  return [...new Set(roles)].toSorted(byText)
}

function nodeStatus({ status, spec }: Node): string {
  const ready = (status.conditions ?? []).find(({ type }) => type === 'Ready')
  const health = ready === undefined ? 'Unknown' : ready.status === 'True' ? 'Ready' : 'NotReady'
  return spec.unschedulable === true ? `${health},SchedulingDisabled` : health
}

const addressOf = ({ status }: Node, type: string): string =>
  status.addresses?.find((one) => one.type === type)?.address ?? '<none>'

const info = ({ status }: Node, key: string): string => {
  const value = status.nodeInfo?.[key]
  return value ? value : '<unknown>'
}

/** The table of nodes. */
export const NODES: TableForm<Node> = {
  columns: columnsOf(
    'Name',
    'Status',
    'Roles',
    'Age',
    'Version',
    'Internal-IP*',
    'External-IP*',
    'OS-Image*',
    'Kernel-Version*',
    'Container-Runtime*',
  ),
  cells: (node, context) => [
    node.metadata.name,
    nodeStatus(node),
    rolesOf(node).join(',') || '<none>',
    ageOf(node, context),
    node.status.nodeInfo?.kubeletVersion ?? '',
    addressOf(node, 'InternalIP'),
    addressOf(node, 'ExternalIP'),
    info(node, 'osImage'),
    info(node, 'kernelVersion'),
    info(node, 'containerRuntimeVersion'),
  ],
}

/** The table of namespaces. */
export const NAMESPACES: TableForm<Namespace> = {
  columns: columnsOf('Name', 'Status', 'Age'),
  cells: (namespace, context) => [
    namespace.metadata.name,
    namespace.status.phase,
    ageOf(namespace, context),
  ],
}

/** The table of leases. */
export const LEASES: TableForm<Lease> = {
  columns: columnsOf('Name', 'Holder', 'Age'),
  cells: (lease, context) => [
    lease.metadata.name,
    lease.spec.holderIdentity ?? '',
    ageOf(lease, context),
  ],
}

/** The table of priority classes; today's release adds what they may push aside. */
export function priorityClassesForm(profile: ProfileName): TableForm<PriorityClass> {
  const old = profile === '1.20'
  return {
    columns: columnsOf(
      'Name',
      'Value#',
      'Global-Default?',
      'Age',
      ...(old ? [] : ['PreemptionPolicy']),
    ),
    cells: (one, context) => [
      one.metadata.name,
      one.value,
      one.globalDefault ?? false,
      ageOf(one, context),
      ...(old ? [] : [one.preemptionPolicy ?? '']),
    ],
  }
}
