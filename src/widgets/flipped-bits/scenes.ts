import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './model.ts'

/** From the bit that only notices to the sum that is very hard to deceive, and how to deceive it. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'parity-one', label: m.bits_scene_parity_one, values: { code: 'parity', bit3: true } },
  {
    id: 'parity-two',
    label: m.bits_scene_parity_two,
    values: { code: 'parity', bit1: true, bit3: true },
  },
  { id: 'hamming-one', label: m.bits_scene_hamming_one, values: { bit6: true } },
  { id: 'hamming-two', label: m.bits_scene_hamming_two, values: { bit3: true, bit6: true } },
  {
    id: 'secded-two',
    label: m.bits_scene_secded_two,
    values: { code: 'secded', bit3: true, bit6: true },
  },
  { id: 'burst', label: m.bits_scene_burst, values: { code: 'crc' } },
  {
    id: 'crafted',
    label: m.bits_scene_crafted,
    values: { code: 'crc', pattern: 'generator', start: 37 },
  },
]
