import * as m from '#messages/messages.js'
import type { ClusterAction, World } from '../systems/kubernetes/world.ts'
import { type Survey, podsOf } from './picture/survey.ts'
import type { Workloads } from './picture/workloads.ts'
import { nodeWord, podWord, whole } from './words.ts'

/** Something in the cluster to which something can be done. */
export interface Thing {
  /** Its kind and its name: `node node-1`, `pod shop/web-1`. */
  readonly id: string
  readonly label: string
}

export interface ThingGroup {
  readonly label: string
  readonly things: readonly Thing[]
}

/** What can be done to a thing now. */
export interface ThingDeed {
  readonly id: string
  readonly label: string
  readonly action: ClusterAction
}

const nodesOf = ({ zones }: Survey) => zones.flatMap(({ nodes }) => nodes)

/** Everything that can be chosen, in groups that are not empty. */
export function thingsOf(survey: Survey, workloads: Workloads): readonly ThingGroup[] {
  const groups: readonly ThingGroup[] = [
    {
      label: m.lab_nodes(),
      things: nodesOf(survey).map((node) => ({
        id: `node ${node.name}`,
        label: `${node.name} (${nodeWord(node)})`,
      })),
    },
    {
      label: m.lab_zones(),
      things: survey.zones.map(({ name, nodes }) => ({
        id: `zone ${name}`,
        label: m.lab_zone({ name, count: nodes.length }),
      })),
    },
    {
      label: m.lab_pods_group(),
      things: podsOf(survey).map(({ key, name, state }) => ({
        id: `pod ${key}`,
        label: `${name} (${podWord(state)})`,
      })),
    },
    {
      label: m.lab_services(),
      things: workloads.services.map(({ key, name }) => ({ id: `service ${key}`, label: name })),
    },
  ]
  return groups.filter(({ things }) => things.length > 0)
}

const power = (node: string, on: boolean): ClusterAction => ({ do: 'power', node, on })

function nodeDeeds(survey: Survey, name: string): readonly ThingDeed[] {
  const node = nodesOf(survey).find((one) => one.name === name)
  if (!node) return []
  return [
    {
      id: 'power',
      label: node.on ? m.lab_power_off() : m.lab_power_on(),
      action: power(name, !node.on),
    },
    {
      id: 'link',
      label: node.linked ? m.lab_cut() : m.lab_mend(),
      action: { do: 'link', nodes: [name], up: !node.linked },
    },
    { id: 'fill', label: m.lab_fill(), action: { do: 'type', shell: '1', text: fillerFor(node) } },
  ]
}

/** A pod that asks for all that is left of a node, as a person would make it. */
function fillerFor({
  name,
  cpuAsked,
  cpuAll,
}: {
  readonly name: string
  readonly cpuAsked: number
  readonly cpuAll: number
}): string {
  const left = Math.max(0, Math.floor((cpuAll - cpuAsked) * 1000))
  return `cat <<EOF | kubectl apply -f -
apiVersion: v1
kind: Pod
metadata:
  name: filler-${name}
  namespace: default
spec:
  nodeSelector:
    kubernetes.io/hostname: ${name}
  containers:
  - name: filler
    image: registry.k8s.io/pause:3.10
    resources:
      requests:
        cpu: ${left}m
EOF`
}

function zoneDeeds(survey: Survey, name: string): readonly ThingDeed[] {
  const nodes = survey.zones.find((zone) => zone.name === name)?.nodes ?? []
  const up = nodes.some(({ linked }) => !linked)
  return [
    {
      id: 'link',
      label: up ? m.lab_mend_zone() : m.lab_cut_zone(),
      action: { do: 'link', nodes: nodes.map((node) => node.name), up },
    },
  ]
}

const PROBES = ['readiness', 'liveness', 'startup'] as const

const probeField = {
  readiness: 'readinessProbe',
  liveness: 'livenessProbe',
  startup: 'startupProbe',
} as const

/** Which probes a fault makes fail in a pod, as its node knows. */
function brokenIn({ machines }: World, nodeName: string | undefined, uid: string) {
  return machines[nodeName ?? '']?.pods[uid]?.broken ?? []
}

function podDeeds(world: World, key: string): readonly ThingDeed[] {
  const pod = world.store.tables.pods[key]
  if (!pod) return []
  const { namespace = 'default', name, uid } = pod.metadata
  const broken = brokenIn(world, pod.spec.nodeName, uid)
  return PROBES.filter((probe) =>
    pod.spec.containers.some((container) => container[probeField[probe]] !== undefined),
  ).map((probe) => {
    const works = broken.includes(probe)
    return {
      id: probe,
      label: works ? m.lab_heal_probe({ probe }) : m.lab_break_probe({ probe }),
      action: { do: 'probe', namespace, pod: name, probe, works },
    }
  })
}

/** Loads that can be put on a Service, in requests a second. */
const LOADS = [20, 200] as const

function serviceDeeds(world: World, key: string): readonly ThingDeed[] {
  const service = world.store.tables.services[key]
  if (!service) return []
  const { namespace = 'default', name } = service.metadata
  const now = world.traffic.loads[key] ?? 0
  return [...LOADS.filter((load) => load !== now), ...(now > 0 ? [0] : [])].map((perSecond) => ({
    id: `load-${perSecond}`,
    label: perSecond === 0 ? m.lab_load_end() : m.lab_load_begin({ load: whole(perSecond) }),
    action: { do: 'load', namespace, service: name, perSecond },
  }))
}

/** What can be done to a thing now; nothing where it is gone. */
export function deedsFor(world: World, survey: Survey, thing: string): readonly ThingDeed[] {
  const [kind] = thing.split(' ')
  const name = thing.slice((kind?.length ?? 0) + 1)
  switch (kind) {
    case 'node':
      return nodeDeeds(survey, name)
    case 'zone':
      return zoneDeeds(survey, name)
    case 'pod':
      return podDeeds(world, name)
    case 'service':
      return serviceDeeds(world, name)
    default:
      return []
  }
}
