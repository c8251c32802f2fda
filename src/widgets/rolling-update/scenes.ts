import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './model.ts'

/** The trap that stands in many manifests, four ways out of it, and what a node less does. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'stuck', label: m.rollout_scene_stuck, values: {} },
  { id: 'one-away', label: m.rollout_scene_one_away, values: { unavailable: 1 } },
  { id: 'fourth-node', label: m.rollout_scene_fourth, values: { nodes: 4 } },
  { id: 'two-nodes', label: m.rollout_scene_two, values: { nodes: 2 } },
  { id: 'preferred', label: m.rollout_scene_preferred, values: { apart: 'preferred' } },
  { id: 'new-only', label: m.rollout_scene_new_only, values: { apart: 'new-only' } },
]
