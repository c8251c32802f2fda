import { timestampAt } from '../clock.ts'
import type { Lease, Node } from '../objects.ts'
import type { ProfileName } from '../resources.ts'
import type { Store, World } from '../world.ts'
import type { Machine } from './machine.ts'

/** How often a kubelet renews its lease. */
export const BEAT_MS = 10_000

/** How often it sends its whole status where nothing has changed; every beat in the recordings. */
const statusEveryMs = (profile: ProfileName): number => (profile === '1.20' ? BEAT_MS : 300_000)

function latest({ beatMs, silentSinceMs }: Machine, everyMs: number, nowMs: number): number {
  const untilMs = silentSinceMs === null ? nowMs : Math.min(nowMs, silentSinceMs)
  return beatMs + Math.floor((untilMs - beatMs) / everyMs) * everyMs
}

/**
 * When the control plane last heard a kubelet renew its lease, in milliseconds of the run. It is
 * worked out from when the kubelet began, so that heartbeats need no events of their own.
 */
export const lastHeartbeat = (machine: Machine, nowMs: number): number =>
  latest(machine, BEAT_MS, nowMs)

/** The lease of a node with the time of its last heartbeat; others, and unknown ones, as they are. */
export function freshLease(world: World, lease: Lease, nowMs: number): Lease {
  const machine = world.machines[lease.spec.holderIdentity ?? '']
  if (!machine) return lease
  return {
    ...lease,
    spec: { ...lease.spec, renewTime: timestampAt(lastHeartbeat(machine, nowMs)) },
  }
}

/** A node whose conditions tell when its kubelet last sent them. */
export function freshNode(world: World, node: Node, nowMs: number): Node {
  const machine = world.machines[node.metadata.name]
  const { conditions } = node.status
  if (!machine || !conditions) return node
  const sent = latest(machine, statusEveryMs(world.profile), nowMs)
  return {
    ...node,
    status: {
      ...node.status,
      conditions: conditions.map((one) => ({ ...one, lastHeartbeatTime: timestampAt(sent) })),
    },
  }
}

/** The store with what kubelets say every few seconds and what nobody writes down. */
export function storeAsHeard(world: World, nowMs: number): Store {
  const { leases } = world.store.tables
  const renewed = Object.entries(leases).map(
    ([key, lease]) => [key, freshLease(world, lease, nowMs)] as const,
  )
  const tables = { ...world.store.tables, leases: Object.fromEntries(renewed) }
  return { ...world.store, tables }
}
