import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './parameters.ts'

/** From sets that need not meet to sets that must, and what that costs. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'one-and-one', label: m.quorum_store_scene_one, values: {} },
  { id: 'two-and-two', label: m.quorum_store_scene_two, values: { w: 2, r: 2 } },
  { id: 'how-often', label: m.quorum_store_scene_often, values: { planned: 'stream', gapMs: 50 } },
  {
    id: 'halves-of-four',
    label: m.quorum_store_scene_halves,
    values: { n: 4, w: 2, r: 2, planned: 'partition' },
  },
  {
    id: 'majority-of-four',
    label: m.quorum_store_scene_four,
    values: { n: 4, w: 3, r: 3, planned: 'crash', down: 2 },
  },
  {
    id: 'write-to-all',
    label: m.quorum_store_scene_all,
    values: { w: 3, r: 1, planned: 'crash' },
  },
  {
    id: 'backwards',
    label: m.quorum_store_scene_backwards,
    values: { w: 2, r: 2, planned: 'half-write', repair: 'after' },
  },
  {
    id: 'repair-first',
    label: m.quorum_store_scene_repair,
    values: { w: 2, r: 2, planned: 'half-write', repair: 'before' },
  },
  {
    id: 'sloppy',
    label: m.quorum_store_scene_sloppy,
    values: { w: 2, r: 2, planned: 'partition', members: 'sloppy' },
  },
  {
    id: 'strict',
    label: m.quorum_store_scene_strict,
    values: { w: 2, r: 2, planned: 'partition' },
  },
  {
    id: 'your-turn',
    label: m.quorum_store_scene_yours,
    values: { w: 2, r: 2, planned: 'nothing' },
  },
]
