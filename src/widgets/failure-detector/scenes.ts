import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './model.ts'

/** The states worth linking to, in the order in which they tell the story. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'usual', label: m.detector_scene_usual, values: {} },
  { id: 'jumpy', label: m.detector_scene_jumpy, values: { threshold: 1, probeLoss: 0.02 } },
  {
    id: 'sluggish',
    label: m.detector_scene_sluggish,
    values: { intervalMs: 10_000, timeoutMs: 5000, threshold: 8 },
  },
  { id: 'best', label: m.detector_scene_best, values: { threshold: 4 } },
  { id: 'more-probes', label: m.detector_scene_probes, values: { intervalMs: 1000, threshold: 4 } },
]
