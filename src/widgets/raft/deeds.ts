import { targetOf } from '../../frame/course.ts'
import { passes } from '../../simulation/network.ts'
import type { ServerId } from '../../systems/raft/parameters.ts'
import { LEADER, type RaftAction, type RaftWorld } from '../../systems/raft/world.ts'
import { DELAY_MS } from './fixed.ts'

const nameOf = (target: string): ServerId => (target === LEADER ? LEADER : target.toUpperCase())

/** Two servers, and whether only the way from the first to the second is meant. */
function linkOf(target: string) {
  const [from = '', middle = '', end = ''] = target.split('-').map(nameOf)
  return middle === 'TO' ? { from, to: end, oneWay: true } : { from, to: middle, oneWay: false }
}

/** Both directions of a link, or the one that is named, cut or mended. */
const onLink = (kind: 'cut' | 'mend', target: string): readonly RaftAction[] => {
  const { from, to, oneWay } = linkOf(target)
  const there: RaftAction = { kind, from, to }
  return oneWay ? [there] : [there, { kind, from: to, to: from }]
}

/** Whatever it is that keeps a server from running is taken from it. */
function wakes(server: ServerId, world: RaftWorld): readonly RaftAction[] {
  const condition = world.servers[server]?.life.condition
  if (condition === 'down') return [{ kind: 'restart', server }]
  return condition === 'paused' ? [{ kind: 'resume', server }] : []
}

/**
 * What a reader did, in the words of the world; nothing where there is no such thing in it.
 *
 * @param deed an action of the widget, or one of those of subjects.ts with its target
 */
export function actionsOf(deed: string, world: RaftWorld): readonly RaftAction[] {
  if (deed === 'recover') return [{ kind: 'recover' }]
  const on = (action: string) => targetOf(action, deed)
  const [cutOff, kill, pause, wake] = ['cut-off', 'kill', 'pause', 'wake'].map(on)
  if (cutOff !== undefined) return [{ kind: 'isolate', server: nameOf(cutOff) }]
  if (kill !== undefined) return [{ kind: 'crash', server: nameOf(kill) }]
  if (pause !== undefined) return [{ kind: 'pause', server: nameOf(pause) }]
  if (wake !== undefined) return wakes(nameOf(wake), world)
  const [sever, mend, split, drop, delay] = ['sever', 'mend', 'split', 'drop', 'delay'].map(on)
  if (sever !== undefined) return onLink('cut', sever)
  if (mend !== undefined) return onLink('mend', mend)
  if (split !== undefined) {
    const side = split.split('-').map(nameOf)
    const rest = Object.keys(world.servers).filter((id) => !side.includes(id))
    return [{ kind: 'partition', sides: [side, rest] }]
  }
  if (drop !== undefined) return [{ kind: 'drop', flight: Number(drop) }]
  if (delay !== undefined) return [{ kind: 'delay', flight: Number(delay), byMs: DELAY_MS }]
  return []
}

/** Servers as the target of a deed. */
export const idOf = (...names: readonly ServerId[]): string => names.join('-').toLowerCase()

/** The deed of a click on a server: whoever runs is killed, and whoever does not runs again. */
export const clickOnServer = (world: RaftWorld, id: ServerId): string =>
  `${world.servers[id]?.life.condition === 'up' ? 'kill' : 'wake'}-${idOf(id)}`

/** Whether messages pass in both directions. */
export const isWhole = ({ network }: RaftWorld, one: ServerId, other: ServerId): boolean =>
  passes(network, one, other) && passes(network, other, one)

/** The deed of a click on a link. */
export const clickOnLink = (world: RaftWorld, one: ServerId, other: ServerId): string =>
  `${isWhole(world, one, other) ? 'sever' : 'mend'}-${idOf(one, other)}`
