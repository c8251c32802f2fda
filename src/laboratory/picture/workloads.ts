import type { Sample } from '../../systems/kubernetes/proxy/series.ts'
import { listed } from '../../systems/kubernetes/turn.ts'
import type { World } from '../../systems/kubernetes/world.ts'

/** How far a Deployment is with its latest template. */
export interface Rollout {
  readonly key: string
  readonly name: string
  readonly wanted: number
  readonly updated: number
  readonly old: number
  readonly available: number
  readonly paused: boolean
  /** It has not moved for longer than its deadline. */
  readonly stuck: boolean
}

/** How many pods a budget would let go now. */
export interface Budget {
  readonly key: string
  readonly name: string
  readonly healthy: number
  readonly needed: number
  readonly allowed: number
}

/** A Service and the pods behind it. */
export interface Served {
  readonly key: string
  readonly name: string
  readonly ready: number
  readonly all: number
  /** Requests a second that it is sent. */
  readonly load: number
  /** What came of requests in each second of the last minute with any, the latest last. */
  readonly seconds: readonly Sample[]
}

export interface Workloads {
  readonly rollouts: readonly Rollout[]
  readonly budgets: readonly Budget[]
  readonly services: readonly Served[]
}

const keyOf = ({
  metadata: { namespace, name },
}: {
  readonly metadata: { readonly namespace?: string; readonly name: string }
}) => `${namespace ?? ''}/${name}`

/** How far back requests are shown, in seconds. */
export const SHOWN_S = 60

const lastMinute = (seconds: readonly Sample[]): readonly Sample[] => {
  const end = seconds.at(-1)?.atS ?? 0
  return seconds.filter(({ atS }) => atS > end - SHOWN_S)
}

/** The Service of the API itself is not what readers look at. */
const API = 'default/kubernetes'

/** What runs in a cluster beside its pods. */
export function workloadsOf({ store, traffic }: World): Workloads {
  return {
    rollouts: listed(store, 'deployments').map((deployment) => {
      const { spec, status } = deployment
      const updated = status.updatedReplicas ?? 0
      return {
        key: keyOf(deployment),
        name: deployment.metadata.name,
        wanted: spec.replicas,
        updated,
        old: Math.max(0, (status.replicas ?? 0) - updated),
        available: status.availableReplicas ?? 0,
        paused: spec.paused === true,
        stuck:
          status.conditions?.some(({ reason }) => reason === 'ProgressDeadlineExceeded') ?? false,
      }
    }),
    budgets: listed(store, 'poddisruptionbudgets').map((budget) => ({
      key: keyOf(budget),
      name: budget.metadata.name,
      healthy: budget.status.currentHealthy,
      needed: budget.status.desiredHealthy,
      allowed: budget.status.disruptionsAllowed,
    })),
    services: listed(store, 'services')
      .filter((service) => keyOf(service) !== API)
      .map((service) => {
        const key = keyOf(service)
        const subsets = store.tables.endpoints[key]?.subsets ?? []
        const ready = subsets.reduce((sum, { addresses }) => sum + (addresses?.length ?? 0), 0)
        const waiting = subsets.reduce(
          (sum, { notReadyAddresses }) => sum + (notReadyAddresses?.length ?? 0),
          0,
        )
        return {
          key,
          name: service.metadata.name,
          ready,
          all: ready + waiting,
          load: traffic.loads[key] ?? 0,
          seconds: lastMinute(traffic.services[key]?.series.seconds ?? []),
        }
      }),
  }
}
