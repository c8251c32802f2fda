import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './model.ts'

/** The states worth linking to, in the order in which they tell the story. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'one-too-many', label: m.price_scene_many, values: {} },
  { id: 'cheap-hours', label: m.price_scene_cheap, values: { hour: 100, spares: 1 } },
  { id: 'dear-hours', label: m.price_scene_dear, values: { hour: 100_000 } },
  { id: 'one-cause', label: m.price_scene_cause, values: { shared: 0.5 } },
  {
    id: 'one-big',
    label: m.price_scene_big,
    values: { needed: 1, server: 48_000, spares: 1 },
  },
  { id: 'twenty-small', label: m.price_scene_small, values: { needed: 20, server: 2400 } },
]
