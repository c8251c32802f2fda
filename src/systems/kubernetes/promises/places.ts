import type { Pod } from '../objects.ts'
import type { Change, World } from '../world.ts'
import { amount, matches, over, values } from './plainly.ts'

/** A node whose pods want more than it has. */
export function overcommitted(world: World): string | undefined {
  const used = new Map<string, { cpu: number; memory: number }>()
  for (const pod of values(world.store.tables.pods)) {
    const { nodeName } = pod.spec
    if (nodeName === undefined || over(pod)) continue
    const sum = used.get(nodeName) ?? { cpu: 0, memory: 0 }
    for (const { resources } of pod.spec.containers) {
      sum.cpu += amount(resources?.requests?.['cpu'])
      sum.memory += amount(resources?.requests?.['memory'])
    }
    used.set(nodeName, sum)
  }
  for (const [name, { cpu, memory }] of used) {
    const has = world.store.tables.nodes[name]?.status.allocatable
    if (has && (cpu > amount(has['cpu']) + 1e-9 || memory > amount(has['memory'])))
      return `${name} has promised ${cpu} CPU and ${memory} bytes`
  }
  return undefined
}

/** What a pod that has just been placed says against its node. */
export function misplaced({ store: { tables } }: World, change: Change): string | undefined {
  if (change.resource !== 'pods' || change.type === 'DELETED') return undefined
  const pod = change.object as Pod
  const { nodeName, affinity } = pod.spec
  const node = tables.nodes[nodeName ?? '']
  if (!node || (change.before as Pod | undefined)?.spec.nodeName !== undefined) return undefined
  const { name, uid } = pod.metadata
  if (node.spec.unschedulable === true)
    return `${name} is on ${node.metadata.name}, a cordoned node`
  const apart = affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []
  const company = values(tables.pods).find(
    (other) =>
      other.metadata.uid !== uid &&
      other.metadata.namespace === pod.metadata.namespace &&
      other.spec.nodeName === nodeName &&
      !over(other) &&
      apart.some(
        ({ topologyKey, labelSelector }) =>
          topologyKey === 'kubernetes.io/hostname' &&
          matches(other.metadata.labels, labelSelector?.matchLabels),
      ),
  )
  return company && `${name} is beside ${company.metadata.name}`
}
