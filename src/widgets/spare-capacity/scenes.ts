import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './model.ts'

/** From the fleet that has no spare to the one that survives a zone and one more. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'three-at-eighty', label: m.spare_scene_eighty, values: {} },
  {
    id: 'one-spare',
    label: m.spare_scene_one,
    values: { needed: 2, spare: 1, fill: 0.75 },
  },
  {
    id: 'maintenance',
    label: m.spare_scene_maintenance,
    values: { needed: 2, spare: 1, fill: 0.75, serviced: 1 },
  },
  {
    id: 'any-two',
    label: m.spare_scene_any_two,
    values: { needed: 2, spare: 1, fill: 0.9, failed: 2 },
  },
  {
    id: 'a-third-each',
    label: m.spare_scene_third,
    values: { needed: 1, spare: 2, fill: 0.8, failed: 2 },
  },
  {
    id: 'fourth-pod',
    label: m.spare_scene_fourth,
    values: { needed: 3, spare: 1, fill: 0.7, failed: 2 },
  },
  {
    id: 'above-half',
    label: m.spare_scene_above_half,
    values: { needed: 5, spare: 1, fill: 0.8 },
  },
  {
    id: 'nearly-full',
    label: m.spare_scene_nearly_full,
    values: { needed: 2, spare: 1, fill: 0.95 },
  },
  {
    id: 'two-sites',
    label: m.spare_scene_two_sites,
    values: { needed: 3, spare: 3, fill: 0.75, zones: 2, failed: 0, zoneLost: true },
  },
  {
    id: 'site-and-one',
    label: m.spare_scene_site_and_one,
    values: { needed: 3, spare: 4, fill: 0.75, zones: 2, failed: 1, zoneLost: true },
  },
]
