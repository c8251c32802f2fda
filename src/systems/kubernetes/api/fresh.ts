import { freshLease, freshNode } from '../kubelet/heartbeat.ts'
import type { KubeObject, Timestamp } from '../objects.ts'
import type { World } from '../world.ts'
import { keyOf } from './client.ts'

/** The world at a moment, as a reader sees it. */
export interface View {
  readonly world: World
  readonly nowMs: number
}

const inMillionths = (time: Timestamp): Timestamp => time.replace(/(?:\.\d+)?Z$/, '.000000Z')

/** An object with what is not written but worked out: when its kubelet was last heard of. */
export function fresh(object: KubeObject, { world, nowMs }: View): KubeObject {
  if (object.kind === 'Node') {
    const node = world.store.tables.nodes[object.metadata.name]
    return node === object ? freshNode(world, node, nowMs) : object
  }
  if (object.kind === 'Lease') {
    const { namespace, name } = object.metadata
    const lease = world.store.tables.leases[keyOf(namespace, name)]
    if (lease !== object) return object
    const renewed = freshLease(world, lease, nowMs)
    // Leases count in millionths of a second; clients insist on reading them.
    const { acquireTime, renewTime } = renewed.spec
    return {
      ...renewed,
      spec: {
        ...renewed.spec,
        ...(acquireTime === undefined ? {} : { acquireTime: inMillionths(acquireTime) }),
        ...(renewTime === undefined ? {} : { renewTime: inMillionths(renewTime) }),
      },
    }
  }
  return object
}
