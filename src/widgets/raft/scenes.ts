import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './model.ts'

/** From an election that goes well to rules that are left out. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'leader-dies', label: m.raft_scene_dies, values: {} },
  { id: 'split-votes', label: m.raft_scene_split, values: { spreadMs: 0, latencyMs: 30 } },
  { id: 'cut-off', label: m.raft_scene_cut_off, values: { planned: 'isolate' } },
  { id: 'pause', label: m.raft_scene_pause, values: { planned: 'pause' } },
  { id: 'outsider', label: m.raft_scene_outsider, values: { planned: 'outsider' } },
  { id: 'pre-vote', label: m.raft_scene_pre_vote, values: { planned: 'outsider', preVote: true } },
  { id: 'halves-of-four', label: m.raft_scene_halves, values: { planned: 'halves', servers: 4 } },
  {
    id: 'lossy',
    label: m.raft_scene_lossy,
    values: { loss: 0.3, latencyMs: 30 },
  },
  {
    id: 'majority-of-the-living',
    label: m.raft_scene_living,
    values: { planned: 'halves', rule: 'majority-of-the-living' },
  },
  {
    id: 'early-answer',
    label: m.raft_scene_early,
    values: { planned: 'isolate', rule: 'acknowledges-early' },
  },
  { id: 'your-turn', label: m.raft_scene_yours, values: { planned: 'nothing' } },
]
