import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './model.ts'

/** The night as it was, then one thing done differently at a time. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'as-it-was', label: m.incident_scene_was, values: {} },
  { id: 'automatic', label: m.incident_scene_automatic, values: { automatic: true } },
  { id: 'received', label: m.incident_scene_received, values: { behind: 'applying' } },
  { id: 'look-first', label: m.incident_scene_look, values: { looks: true } },
  { id: 'drills', label: m.incident_scene_drills, values: { drills: true } },
  { id: 'paged', label: m.incident_scene_paged, values: { pages: true } },
  { id: 'synchronous', label: m.incident_scene_synchronous, values: { synchronous: true } },
]
