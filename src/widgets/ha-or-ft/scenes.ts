import * as m from '#messages/messages.js'
import type { Scene } from '../../frame/contract.ts'
import type { parameters } from './model.ts'

/** The five systems, and then the reader's own. */
export const scenes: readonly Scene<typeof parameters>[] = [
  { id: 'checkout', label: m.either_system_checkout, values: {} },
  { id: 'blog', label: m.either_system_blog, values: { system: 'blog' } },
  { id: 'bank', label: m.either_system_bank, values: { system: 'bank' } },
  { id: 'flight', label: m.either_system_flight, values: { system: 'flight' } },
  { id: 'pacemaker', label: m.either_system_pacemaker, values: { system: 'pacemaker' } },
  { id: 'yours', label: m.either_system_yours, values: { system: 'yours' } },
]
