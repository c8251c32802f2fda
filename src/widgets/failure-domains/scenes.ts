import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './model.ts'

/** From all eggs in one basket to a spread that no single loss can reach, and what looks like one. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'one-rack', label: m.domains_scene_one_rack, values: {} },
  { id: 'one-version', label: m.domains_scene_one_version, values: { policy: 'zones' } },
  { id: 'one-feed', label: m.domains_scene_one_feed, values: { policy: 'zones-versions' } },
  {
    id: 'third-beside',
    label: m.domains_scene_third_beside,
    values: { policy: 'two-zones', needed: 'majority' },
  },
  {
    id: 'two-zones',
    label: m.domains_scene_two_zones,
    values: { policy: 'two-zones', replicas: 4, needed: 'majority' },
  },
  {
    id: 'spread',
    label: m.domains_scene_spread,
    values: { policy: 'everything', needed: 'majority' },
  },
  {
    id: 'fourth',
    label: m.domains_scene_fourth,
    values: { policy: 'everything', replicas: 4, needed: 'majority' },
  },
  {
    id: 'five',
    label: m.domains_scene_five,
    values: { policy: 'everything', replicas: 5, needed: 'majority' },
  },
]
