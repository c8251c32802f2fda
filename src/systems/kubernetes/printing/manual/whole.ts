import { CLUSTER } from './cluster.ts'
import { CONTAINERS } from './containers.ts'
import { META } from './meta.ts'
import { PODS } from './pods.ts'
import { SERVICES } from './services.ts'
import { WORKLOADS } from './workloads.ts'
import type { Manual } from './manual.ts'

/** The manual of every kind that the cluster knows. */
export const MANUAL: Manual = {
  ...META,
  ...CONTAINERS,
  ...PODS,
  ...WORKLOADS,
  ...SERVICES,
  ...CLUSTER,
}
