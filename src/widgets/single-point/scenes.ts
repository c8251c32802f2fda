import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './model.ts'

/** From what a pair buys to what it does not. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'a-dies', label: m.spof_scene_a, values: {} },
  { id: 'refusing', label: m.spof_scene_refusing, values: { way: 'refusing' } },
  { id: 'retry', label: m.spof_scene_retry, values: { retry: true } },
  { id: 'slow-check', label: m.spof_scene_slow, values: { checkMs: 5000 } },
  { id: 'shared-cause', label: m.spof_scene_both, values: { planned: 'both' } },
  { id: 'then-b', label: m.spof_scene_then_b, values: { planned: 'then-b' } },
  { id: 'balancer', label: m.spof_scene_balancer, values: { planned: 'balancer' } },
  { id: 'your-turn', label: m.spof_scene_none, values: { planned: 'none' } },
]
