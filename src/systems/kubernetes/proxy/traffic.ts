/** Requests to Services from inside the cluster, and what came of them. */
export interface Traffic {
  /** Requests a second, by `namespace/service`. */
  readonly loads: Readonly<Record<string, number>>
}
export const noTraffic: Traffic = { loads: {} }

/** What happens to requests by itself. */
export type TrafficEvent = { readonly kind: 'traffic' }
