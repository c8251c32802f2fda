import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './model.ts'

/** From an outage that caches prolong to the ways in which a recovery does harm. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'caches-remember', label: m.regions_scene_caches, values: {} },
  { id: 'short-ttl', label: m.regions_scene_short, values: { ttlS: 30 } },
  { id: 'anycast', label: m.regions_scene_anycast, values: { steer: 'anycast' } },
  { id: 'a-person-decides', label: m.regions_scene_person, values: { decideS: 120, ttlS: 30 } },
  {
    id: 'no-headroom',
    label: m.regions_scene_headroom,
    values: { headroom: 100, ttlS: 30 },
  },
  {
    id: 'all-to-the-nearest',
    label: m.regions_scene_nearest,
    values: { nearest: 1, ttlS: 30 },
  },
  { id: 'synchronous', label: m.regions_scene_sync, values: { confirm: 'sync', ttlS: 30 } },
  {
    id: 'pilot-light',
    label: m.regions_scene_pilot,
    values: { strategy: 'pilot-light', ttlS: 30, planned: 'for-good' },
  },
  {
    id: 'a-link-is-cut',
    label: m.regions_scene_link,
    values: { planned: 'link', ttlS: 30 },
  },
  {
    id: 'nobody-asked',
    label: m.regions_scene_unasked,
    values: { planned: 'link', rule: 'promotes-unasked', ttlS: 30 },
  },
  {
    id: 'back-too-early',
    label: m.regions_scene_early,
    values: { rule: 'fails-back-early', backS: 5, ttlS: 30 },
  },
  { id: 'your-turn', label: m.regions_scene_yours, values: { planned: 'nothing', ttlS: 60 } },
]
