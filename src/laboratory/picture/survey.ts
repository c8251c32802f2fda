import type { State } from '../../figures/Lamp.tsx'
import type { Pod } from '../../systems/kubernetes/objects.ts'
import { listed } from '../../systems/kubernetes/turn.ts'
import type { World } from '../../systems/kubernetes/world.ts'
import { cpuOf } from './cpu.ts'
import { type PodState, conditionOf, podStateOf } from './pod-state.ts'

/** A pod as the picture shows it. */
export interface PodMark {
  /** `namespace/name`. */
  readonly key: string
  readonly name: string
  /** The end of its name, by which readers tell pods of one owner apart. */
  readonly end: string
  readonly state: PodState
  /** Which revision of its Deployment made it; absent without one. */
  readonly revision: string | undefined
}

/** What the API believes of a node, and whether that is so. */
export interface NodeMark {
  readonly name: string
  readonly zone: string
  readonly on: boolean
  readonly linked: boolean
  /** As the API believes. */
  readonly ready: boolean
  readonly cordoned: boolean
  readonly lamp: State
  /** Cores asked for by its pods, and cores there are for pods. */
  readonly cpuAsked: number
  readonly cpuAll: number
  readonly pods: readonly PodMark[]
}

export interface ZoneMark {
  readonly name: string
  readonly nodes: readonly NodeMark[]
}

/** The cluster as the picture shows it. */
export interface Survey {
  readonly zones: readonly ZoneMark[]
  readonly unplaced: readonly PodMark[]
}

/** What the cluster runs for itself is not what readers look at. */
const isShown = ({ metadata }: Pod): boolean => metadata.namespace !== 'kube-system'

/** Letters of a pod's name that are shown: its random end. */
const END = 5

function markOf(world: World, key: string, pod: Pod): PodMark {
  const { nodes, replicasets } = world.store.tables
  const { namespace, name, ownerReferences } = pod.metadata
  const owner = ownerReferences?.find(({ controller }) => controller === true)
  const set = owner ? replicasets[`${namespace ?? ''}/${owner.name}`] : undefined
  return {
    key,
    name,
    end: name.slice(-END),
    state: podStateOf(pod, nodes[pod.spec.nodeName ?? '']),
    revision: set?.metadata.annotations?.['deployment.kubernetes.io/revision'],
  }
}

const asked = ({ spec }: Pod): number =>
  spec.containers.reduce((sum, { resources }) => sum + cpuOf(resources?.requests?.['cpu']), 0)

/** Whether a pod still takes up room on its node. */
const takesRoom = ({ status }: Pod): boolean =>
  status.phase !== 'Succeeded' && status.phase !== 'Failed'

function lampOf(on: boolean, linked: boolean, ready: boolean, cordoned: boolean): State {
  if (!on || !linked) return 'failed'
  if (!ready) return 'unknown'
  return cordoned ? 'degraded' : 'healthy'
}

/** What there is to be seen of a cluster. */
export function surveyOf(world: World): Survey {
  const { tables } = world.store
  const byNode = new Map<string, { readonly mark: PodMark; readonly pod: Pod }[]>()
  const unplaced: PodMark[] = []
  for (const pod of listed(world.store, 'pods')) {
    const key = `${pod.metadata.namespace ?? ''}/${pod.metadata.name}`
    const mark = markOf(world, key, pod)
    const { nodeName } = pod.spec
    if (nodeName === undefined || nodeName === '') unplaced.push(mark)
    else byNode.set(nodeName, [...(byNode.get(nodeName) ?? []), { mark, pod }])
  }
  const nodes = Object.values(world.machines).map(({ name, zone, on, linked }): NodeMark => {
    const node = tables.nodes[name]
    const pods = byNode.get(name) ?? []
    const ready = node !== undefined && conditionOf(node, 'Ready') === 'True'
    const cordoned = node?.spec.unschedulable === true
    return {
      name,
      zone,
      on,
      linked,
      ready,
      cordoned,
      lamp: lampOf(on, linked, ready, cordoned),
      cpuAsked: pods.reduce((sum, { pod }) => sum + (takesRoom(pod) ? asked(pod) : 0), 0),
      cpuAll: cpuOf(node?.status.allocatable?.['cpu']),
      pods: pods.filter(({ pod }) => isShown(pod)).map(({ mark }) => mark),
    }
  })
  const names = [...new Set(nodes.map(({ zone }) => zone))]
  return {
    zones: names.map((name) => ({ name, nodes: nodes.filter(({ zone }) => zone === name) })),
    unplaced,
  }
}

/** Every pod of the picture. */
export const podsOf = ({ zones, unplaced }: Survey): readonly PodMark[] => [
  ...zones.flatMap(({ nodes }) => nodes.flatMap(({ pods }) => pods)),
  ...unplaced,
]
