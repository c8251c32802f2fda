import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './model.ts'

/** From a write that vanishes to a basket that needs no judge. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'one-vanishes', label: m.multi_primary_scene_vanishes, values: {} },
  {
    id: 'later-loses',
    label: m.multi_primary_scene_later,
    values: { planned: 'in-turn', aheadMs: 2000 },
  },
  {
    id: 'lamport',
    label: m.multi_primary_scene_lamport,
    values: { rule: 'lamport' },
  },
  { id: 'siblings', label: m.multi_primary_scene_siblings, values: { rule: 'siblings' } },
  {
    id: 'comes-back',
    label: m.multi_primary_scene_back,
    values: { rule: 'union', planned: 'remove-and-add' },
  },
  {
    id: 'stays-removed',
    label: m.multi_primary_scene_stays,
    values: { rule: 'or-set', planned: 'remove-and-add' },
  },
  {
    id: 'add-wins',
    label: m.multi_primary_scene_add_wins,
    values: { rule: 'or-set', planned: 'remove-and-again' },
  },
  {
    id: 'partition',
    label: m.multi_primary_scene_partition,
    values: { rule: 'or-set', planned: 'partition', latencyMs: 300 },
  },
  { id: 'never-agree', label: m.multi_primary_scene_never, values: { rule: 'arrival' } },
  {
    id: 'your-turn',
    label: m.multi_primary_scene_yours,
    values: { rule: 'siblings', planned: 'nothing' },
  },
]
