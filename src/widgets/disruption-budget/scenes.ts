import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './model.ts'

/** From the one that asks to those that do not, and to budgets that allow nothing and everything. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'drain', label: m.evict_scene_drain, values: {} },
  { id: 'failure', label: m.evict_scene_failure, values: { happens: 'failure' } },
  { id: 'deletion', label: m.evict_scene_deletion, values: { happens: 'deletion' } },
  { id: 'never-ends', label: m.evict_scene_never, values: { budget: 4 } },
  { id: 'no-budget', label: m.evict_scene_none, values: { budget: 0, nodes: 2 } },
]
