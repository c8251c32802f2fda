import type { Turn } from '../turn.ts'
import type { Change, ClusterParameters } from '../world.ts'

/** What happens on a node by itself. */
export type KubeletEvent = { readonly kind: 'kubelet'; readonly node: string }

/** Writes the nodes and what every cluster begins with: namespaces, the Service of the API, leases. */
export function clusterBegins(_turn: Turn, _parameters: ClusterParameters): void {}

/** Kubelets hear of pods that are bound to their node, or are to end. */
export function kubeletsHear(_turn: Turn, _changes: readonly Change[]): void {}

/** What a kubelet does at a time of its own. */
export function kubeletHappens(_turn: Turn, _event: KubeletEvent): void {}
