import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './model.ts'

/** From the sum that the product forgets to the cause that makes it not matter. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'any-two', label: m.trio_scene_any, values: {} },
  { id: 'a-tenth-shared', label: m.trio_scene_tenth, values: { shared: 0.1 } },
  { id: 'half-shared', label: m.trio_scene_half, values: { shared: 0.5 } },
  { id: 'all-shared', label: m.trio_scene_all, values: { shared: 1 } },
  { id: 'worse-servers', label: m.trio_scene_worse, values: { down: 0.1 } },
]
