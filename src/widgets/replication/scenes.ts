import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './parameters.ts'

/** From an answer too early over what a confirmation buys and costs to reads and to two primaries. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'asynchronous', label: m.replication_scene_async, values: {} },
  {
    id: 'one-confirmation',
    label: m.replication_scene_semi,
    values: { mode: 'semi', nearMs: 50, farMs: 100 },
  },
  {
    id: 'no-lag-check',
    label: m.replication_scene_flaw,
    values: { mode: 'semi', nearMs: 20, lagCheck: false },
  },
  {
    id: 'all-confirm',
    label: m.replication_scene_sync,
    values: { mode: 'sync', planned: 'replica', farMs: 50, nearMs: 20 },
  },
  {
    id: 'apply-lag',
    label: m.replication_scene_apply,
    values: { mode: 'semi', nearMs: 20, farMs: 20, applyMs: 300 },
  },
  {
    id: 'stale-reads',
    label: m.replication_scene_stale,
    values: { planned: 'nothing', reads: 'replicas', nearMs: 20, farMs: 150 },
  },
  {
    id: 'confirmed-unread',
    label: m.replication_scene_unread,
    values: {
      mode: 'sync',
      planned: 'nothing',
      reads: 'replicas',
      nearMs: 20,
      farMs: 20,
      applyMs: 300,
    },
  },
  {
    id: 'own-writes',
    label: m.replication_scene_session,
    values: { planned: 'nothing', reads: 'session', nearMs: 10, farMs: 150, applyMs: 10 },
  },
  {
    id: 'two-primaries',
    label: m.replication_scene_split,
    values: { planned: 'isolate', fencing: false, reconnectMs: 400 },
  },
  {
    id: 'fenced',
    label: m.replication_scene_fenced,
    values: { planned: 'isolate', mode: 'semi', nearMs: 50, farMs: 100 },
  },
  { id: 'your-turn', label: m.replication_scene_yours, values: { planned: 'nothing' } },
]
