import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './model.ts'

/** From what both designs pay to what neither can buy. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'half-load', label: m.aa_scene_half, values: {} },
  { id: 'crash', label: m.aa_scene_crash, values: { happening: 'crash' } },
  { id: 'eighty-each', label: m.aa_scene_eighty, values: { happening: 'crash', load: 160 } },
  { id: 'drained', label: m.aa_scene_drained, values: { happening: 'drained' } },
  { id: 'cut-off', label: m.aa_scene_cut_off, values: { happening: 'cut-off' } },
  { id: 'balancer', label: m.aa_scene_balancer, values: { happening: 'balancer' } },
  {
    id: 'stale-standby',
    label: m.aa_scene_stale,
    values: { happening: 'crash', lagMs: 3000 },
  },
]
