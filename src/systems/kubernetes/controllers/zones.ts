import type { Condition, Node } from '../objects.ts'

/** Of what a zone has lost so much that it is no longer a matter of single nodes. */
const PARTLY_LOST = 0.55
/** Fewer lost nodes than these are never called a loss of a zone. */
const FEW = 2
/** Above so many nodes evictions slow down where they would stop in a smaller zone. */
const LARGE_CLUSTER = 50
/** One node in so long has its pods evicted, normally and where much of a large zone is lost. */
const EVERY_MS = 10_000
const SLOWLY_EVERY_MS = 100_000

/** What a node's Ready condition says. */
export const readiness = ({ status }: Node): Condition['status'] =>
  status.conditions?.find(({ type }) => type === 'Ready')?.status ?? 'Unknown'

/** The failure domain of a node for the rate of evictions; nodes without one share one. */
export const zoneOf = ({ metadata: { labels } }: Node): string =>
  `${labels?.['topology.kubernetes.io/region'] ?? ''} ${labels?.['topology.kubernetes.io/zone'] ?? ''}`

/** Whether there is no ready node at all: then the fault is not looked for in the nodes. */
export const allLost = (nodes: readonly Node[]): boolean =>
  nodes.every((node) => readiness(node) !== 'True')

/**
 * How often a node of a zone may begin to have its pods evicted, in milliseconds; `null` where none
 * may. One in ten seconds as a rule, also where the whole zone is lost; where 55 % of it or more are,
 * but not all, one in a hundred seconds, and none in a zone of at most 50 nodes; none where there is
 * no ready node left anywhere.
 *
 * @source k8s-nodes
 */
export function evictionEveryMs(nodes: readonly Node[], zone: string): number | null {
  if (allLost(nodes)) return null
  const here = nodes.filter((node) => zoneOf(node) === zone)
  const lost = here.filter((node) => readiness(node) !== 'True').length
  if (lost === here.length || lost <= FEW || lost / here.length < PARTLY_LOST) return EVERY_MS
  return here.length > LARGE_CLUSTER ? SLOWLY_EVERY_MS : null
}
