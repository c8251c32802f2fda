import type { Deed } from '../../frame/course.ts'
import type { QuorumAction } from '../../systems/quorum-store/world.ts'
import { DELAY_MS, SLOW_TIMES } from './fixed.ts'

/** What can be done to each kind of thing, by the name that it has in an address. */
export const ACTIONS = ['write', 'read', 'heal'] as const
export const ON_MESSAGE = ['drop', 'delay'] as const
export const ON_COPY = ['crash', 'restart', 'slow', 'quicken'] as const
export const ON_LINK = ['cut', 'join'] as const

/** A machine's name in an address, and back. */
export const addressOf = (node: string): string => node.toLowerCase()

const verbs = [...ON_MESSAGE, ...ON_COPY, ...ON_LINK] as const

/** What the reader did, in the words of the world; nothing where it means nothing. */
export function actionOf({ action }: Pick<Deed, 'action'>): QuorumAction | undefined {
  const plain = ACTIONS.find((one) => one === action)
  if (plain) return { kind: plain }
  const verb = verbs.find((one) => action.startsWith(`${one}-`))
  if (!verb) return undefined
  const target = action.slice(verb.length + 1)
  if (verb === 'drop' || verb === 'delay') {
    if (!/^[1-9]\d{0,8}$/.test(target)) return undefined
    const flight = Number(target)
    return verb === 'drop' ? { kind: verb, flight } : { kind: verb, flight, byMs: DELAY_MS }
  }
  const node = target.toUpperCase()
  if (verb === 'slow') return { kind: 'slow', node, times: SLOW_TIMES }
  if (verb === 'quicken') return { kind: 'slow', node, times: 1 }
  return { kind: verb, node }
}
