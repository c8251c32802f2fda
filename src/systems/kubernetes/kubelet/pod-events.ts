import { recordEvent } from '../api/record-event.ts'
import type { KubeEvent } from '../objects.ts'
import type { Turn } from '../turn.ts'
import { inTouch, machineOf } from './machine.ts'
import { podAtApi } from './pod-status.ts'

/** What a kubelet says of a pod of its own, or of one container in it. */
export function say(
  turn: Turn,
  node: string,
  uid: string,
  said: Pick<KubeEvent, 'type' | 'reason' | 'message'> & { readonly container?: string },
): void {
  const machine = machineOf(turn, node)
  const pod = machine?.pods[uid]
  if (!machine || !pod || !inTouch(machine)) return
  const about = podAtApi(turn, pod)
  if (!about) return
  const { type, reason, message, container } = said
  recordEvent(turn, {
    about,
    type,
    reason,
    message,
    component: 'kubelet',
    host: node,
    ...(container === undefined ? {} : { fieldPath: `spec.containers{${container}}` }),
  })
}
