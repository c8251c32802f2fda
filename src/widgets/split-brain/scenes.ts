import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './parameters.ts'

/** From two histories to what makes them impossible, and what is left out of that at times. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'silence', label: m.split_brain_scene_none, values: {} },
  { id: 'dead', label: m.split_brain_scene_dead, values: { planned: 'dies' } },
  { id: 'two-votes', label: m.split_brain_scene_two, values: { rule: 'both' } },
  {
    id: 'witness',
    label: m.split_brain_scene_witness,
    values: { rule: 'witness', planned: 'isolate' },
  },
  {
    id: 'living',
    label: m.split_brain_scene_living,
    values: { rule: 'living', planned: 'isolate' },
  },
  { id: 'stale', label: m.split_brain_scene_stale, values: { rule: 'stale', planned: 'twice' } },
  { id: 'fence', label: m.split_brain_scene_fence, values: { rule: 'fence' } },
  {
    id: 'duel',
    label: m.split_brain_scene_duel,
    values: { rule: 'fence', headStartMs: 0 },
  },
  { id: 'blocked', label: m.split_brain_scene_blocked, values: { rule: 'fence', planned: 'all' } },
  {
    id: 'unfenced',
    label: m.split_brain_scene_unfenced,
    values: { rule: 'unfenced', planned: 'all' },
  },
  {
    id: 'your-turn',
    label: m.split_brain_scene_yours,
    values: { rule: 'witness', planned: 'nothing' },
  },
]
