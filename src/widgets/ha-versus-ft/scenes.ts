import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './model.ts'

/** From the outage that textbooks draw to the faults that neither design was built for. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'ten-seconds', label: m.haft_scene_ten, values: {} },
  {
    id: 'slow-detector',
    label: m.haft_scene_slow,
    values: { checkMs: 5000, fall: 3, happening: 'hang', arrivals: 1 },
  },
  {
    id: 'jumpy-detector',
    label: m.haft_scene_jumpy,
    values: { happening: 'jumpy', fall: 2, promoteMs: 4000 },
  },
  { id: 'same-bug', label: m.haft_scene_bug, values: { happening: 'same-bug' } },
  { id: 'retries', label: m.haft_scene_retries, values: { retries: 4, promoteMs: 4000 } },
  { id: 'lagging-standby', label: m.haft_scene_lag, values: { lagMs: 2000 } },
]
