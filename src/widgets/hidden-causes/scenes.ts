import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './model.ts'
import { TEXTS } from './words.ts'

/** One that is worked, as it falls and mended; then seven to find. */
export const scenes: readonly Scene<typeof parameters>[] = [
  {
    id: 'worked',
    label: TEXTS.uplinks.name,
    values: { first: 'a4', second: 'b4', committed: 'uplinks' },
  },
  {
    id: 'mended',
    label: m.hidden_scene_mended,
    values: { first: 'a4', second: 'b4', mend: 'two', committed: 'uplinks' },
  },
  { id: 'names', label: TEXTS.names.name, values: { architecture: 'names' } },
  { id: 'vendors', label: TEXTS.vendors.name, values: { architecture: 'vendors' } },
  { id: 'standby', label: TEXTS.standby.name, values: { architecture: 'standby' } },
  { id: 'copies', label: TEXTS.copies.name, values: { architecture: 'copies' } },
  { id: 'namesakes', label: TEXTS.namesakes.name, values: { architecture: 'namesakes' } },
  { id: 'voters', label: TEXTS.voters.name, values: { architecture: 'voters' } },
  { id: 'clouds', label: TEXTS.clouds.name, values: { architecture: 'clouds' } },
]
