import type { ProfileName } from '../resources.ts'
import { bears, termMeets } from './node-filters.ts'
import { plus, type NodeFacts, type PodFacts, type Snapshot } from './snapshot.ts'

/** Scores stretched so that the highest is 100; turned round, so that the highest is 0. */
function stretched(raw: readonly number[], turnedRound = false): readonly number[] {
  const most = Math.max(0, ...raw)
  if (most === 0) return raw.map(() => (turnedRound ? 100 : 0))
  return raw.map((score) => {
    const share = Math.trunc((100 * score) / most)
    return turnedRound ? 100 - share : share
  })
}

/** Scores a node 0 to 100 by how much of it would still be free. */
export function leastAllocatedScore(incoming: PodFacts, node: NodeFacts): number {
  const asked = plus(node.assumed, incoming.assumed)
  const free = (of: 'cpu' | 'memory'): number => {
    const whole = node.allocatable[of]
    if (whole === 0 || asked[of] > whole) return 0
    return Math.trunc(((whole - asked[of]) * 100) / whole)
  }
  return Math.trunc((free('cpu') + free('memory')) / 2)
}

/** Scores a node 0 to 100 by how alike its processors and its memory would be used. */
function balancedScore(incoming: PodFacts, node: NodeFacts, profile: ProfileName): number {
  const old = profile === '1.20'
  const asked = old ? plus(node.assumed, incoming.assumed) : plus(node.requested, incoming.requests)
  const share = (of: 'cpu' | 'memory'): number =>
    node.allocatable[of] === 0 ? 1 : asked[of] / node.allocatable[of]
  const cpu = share('cpu')
  const memory = share('memory')
  if (old) return cpu >= 1 || memory >= 1 ? 0 : Math.trunc((1 - Math.abs(cpu - memory)) * 100)
  // The standard deviation of two shares is half of what lies between them.
  return Math.trunc((1 - Math.abs(Math.min(cpu, 1) - Math.min(memory, 1)) / 2) * 100)
}

function nodeAffinityScores({ pod }: PodFacts, nodes: readonly NodeFacts[]): readonly number[] {
  const preferred =
    pod.spec.affinity?.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []
  return stretched(
    nodes.map(({ node }) =>
      preferred.reduce(
        (sum, { weight, preference }) => sum + (termMeets(preference, node) ? weight : 0),
        0,
      ),
    ),
  )
}

function taintScores({ pod }: PodFacts, nodes: readonly NodeFacts[]): readonly number[] {
  const tolerations = pod.spec.tolerations ?? []
  const disliked = ({ node }: NodeFacts): number =>
    (node.spec.taints ?? []).filter(
      (taint) =>
        taint.effect === 'PreferNoSchedule' && !tolerations.some((one) => bears(one, taint)),
    ).length
  return stretched(nodes.map(disliked), true)
}

const MEGABYTE = 1024 * 1024
/** An image's name with the tag that is meant where none is written. */
const tagged = (image: string): string =>
  image.lastIndexOf(':') <= image.lastIndexOf('/') ? `${image}:latest` : image

const sizeOn = ({ node }: NodeFacts, image: string): number =>
  (node.status.images ?? []).find(({ names }) => names.includes(image))?.sizeBytes ?? 0

/** Scores nodes 0 to 100 by how much of the pod's images they have; images that few have count less. */
function imageScores(
  { pod }: PodFacts,
  nodes: readonly NodeFacts[],
  { nodes: all }: Snapshot,
): readonly number[] {
  if (all.every(({ node }) => (node.status.images ?? []).length === 0)) return nodes.map(() => 0)
  const images = pod.spec.containers.map(({ image }) => tagged(image))
  const spread = images.map((image) => all.filter((node) => sizeOn(node, image) > 0).length)
  const least = 23 * MEGABYTE
  const most = 1000 * MEGABYTE * images.length
  return nodes.map((node) => {
    const sum = images.reduce(
      (total, image, at) =>
        total + Math.trunc((sizeOn(node, image) * (spread[at] ?? 0)) / all.length),
      0,
    )
    return Math.trunc((100 * (Math.min(Math.max(sum, least), most) - least)) / (most - least))
  })
}

/** How much each score counts. */
export interface Weights {
  readonly balanced: number
  readonly free: number
  readonly company: number
  readonly nodeAffinity: number
  readonly spread: number
  readonly taints: number
  readonly images: number
}

const OLD: Weights = {
  balanced: 1,
  free: 1,
  company: 1,
  nodeAffinity: 1,
  spread: 2,
  taints: 1,
  images: 1,
}
const TODAY: Weights = { ...OLD, company: 2, nodeAffinity: 2, taints: 3 }

/** The default weights of a release. */
export const weightsOf = (profile: ProfileName): Weights => (profile === '1.20' ? OLD : TODAY)

/** The sum of those scores that look at nodes and not at other pods. */
export function nodeScores(
  incoming: PodFacts,
  nodes: readonly NodeFacts[],
  snapshot: Snapshot,
  weights: Weights,
): readonly number[] {
  const affinity = nodeAffinityScores(incoming, nodes)
  const taints = taintScores(incoming, nodes)
  const images = imageScores(incoming, nodes, snapshot)
  return nodes.map(
    (node, at) =>
      weights.free * leastAllocatedScore(incoming, node) +
      weights.balanced * balancedScore(incoming, node, snapshot.profile) +
      weights.nodeAffinity * (affinity[at] ?? 0) +
      weights.taints * (taints[at] ?? 0) +
      weights.images * (images[at] ?? 0),
  )
}
