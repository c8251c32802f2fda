import type { Turn } from '../turn.ts'
import type { ClusterAction } from '../world.ts'

/** What befalls machines and probes. */
export type Fault = Extract<ClusterAction, { readonly do: 'power' | 'link' | 'probe' }>

/** Lets a fault befall the cluster, or mends it. */
export function befall(_turn: Turn, _fault: Fault): void {}
