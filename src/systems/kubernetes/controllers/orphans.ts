import { keyOfObject, read } from '../api/client.ts'
import { remove } from '../api/remove.ts'
import type { Node } from '../objects.ts'
import { listed, type Turn } from '../turn.ts'
import { readiness } from './zones.ts'

const OUT_OF_SERVICE = 'node.kubernetes.io/out-of-service'

/** Removes the pods of a node that is no more. */
export function removeOrphans(turn: Turn, name: string): void {
  if (read(turn, 'nodes', name)) return
  for (const pod of listed(turn.world().store, 'pods'))
    if (pod.spec.nodeName === name)
      remove(turn, 'pods', keyOfObject(pod), { gracePeriodSeconds: 0 })
}

/** A person has told that a lost node will not come back: its pods that are to end are let go. */
export function letGo(turn: Turn, node: Node): void {
  const told = node.spec.taints?.some(({ key }) => key === OUT_OF_SERVICE)
  if (!told || readiness(node) === 'True') return
  for (const pod of listed(turn.world().store, 'pods'))
    if (pod.spec.nodeName === node.metadata.name && pod.metadata.deletionTimestamp !== undefined)
      remove(turn, 'pods', keyOfObject(pod), { gracePeriodSeconds: 0 })
}
