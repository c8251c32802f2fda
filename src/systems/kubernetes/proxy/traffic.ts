import type { Turn } from '../turn.ts'
import type { Change } from '../world.ts'

/** Requests to Services from inside the cluster, and what came of them. */
export interface Traffic {
  /** Requests a second, by `namespace/service`. */
  readonly loads: Readonly<Record<string, number>>
}
export const noTraffic: Traffic = { loads: {} }

/** What happens to requests by itself. */
export type TrafficEvent = { readonly kind: 'traffic' }

/** The proxies of the nodes hear of endpoints that came or went. */
export function proxiesHear(_turn: Turn, _changes: readonly Change[]): void {}

/** Requests of one moment are sent and answered, or not. */
export function trafficHappens(_turn: Turn, _event: TrafficEvent): void {}

/** Sets how many requests a second a Service gets. */
export function setLoad(_turn: Turn, _key: string, _perSecond: number): void {}
