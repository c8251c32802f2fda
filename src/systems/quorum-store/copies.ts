import { passes } from '../../simulation/network.ts'
import { COORDINATOR, type Turn, changeNode, isUp, nodeOf, post } from './turn.ts'
import type { Message, NodeId, Version } from './world.ts'

/** A machine is given a version, for itself or for another. */
export function store(turn: Turn, to: NodeId, message: Extract<Message, { kind: 'store' }>): void {
  const { version, operation, hintFor } = message
  const node = nodeOf(turn.world, to)
  if (hintFor !== undefined) {
    const kept = Math.max(node.hints[hintFor] ?? 0, version)
    changeNode(turn, to, { hints: { ...node.hints, [hintFor]: kept } })
    turn.notes.push({ kind: 'hinted', node: to, owner: hintFor, version: kept })
    handOffLater(turn, to)
  } else if (version > node.version) {
    changeNode(turn, to, { version })
    if (operation === undefined) turn.notes.push({ kind: 'repaired', node: to, version })
  }
  if (operation !== undefined)
    post(turn, to, COORDINATOR, { kind: 'stored', version, operation, hintFor })
}

/** A read asks a copy what it holds. */
export function ask(turn: Turn, to: NodeId, operation: number): void {
  const { version } = nodeOf(turn.world, to)
  post(turn, to, COORDINATOR, { kind: 'told', version, operation })
}

/** Sets the timer of a machine that keeps something for others, unless it runs. */
export function handOffLater(turn: Turn, id: NodeId): void {
  const { handsOff, hints, life } = nodeOf(turn.world, id)
  if (handsOff || Object.keys(hints).length === 0) return
  changeNode(turn, id, { handsOff: true })
  turn.schedule.push({
    afterMs: turn.world.parameters.handOffMs,
    event: { kind: 'hand-off', node: id, life: life.life },
  })
}

/** A machine offers what it keeps for others to those that it reaches, and keeps it until they have it. */
export function handOff(turn: Turn, id: NodeId, life: number): void {
  const node = nodeOf(turn.world, id)
  if (!isUp(turn, id) || node.life.life !== life) return
  changeNode(turn, id, { handsOff: false })
  for (const [owner, version] of Object.entries(node.hints))
    if (isUp(turn, owner) && passes(turn.world.network, id, owner))
      post(turn, id, owner, { kind: 'hand', version })
  handOffLater(turn, id)
}

/** A copy is given what another machine kept for it. */
export function hand(turn: Turn, from: NodeId, to: NodeId, version: Version): void {
  const held = nodeOf(turn.world, to).version
  if (version > held) changeNode(turn, to, { version })
  turn.notes.push({ kind: 'handed-off', node: to, version })
  post(turn, to, from, { kind: 'handed', version })
}

/** It has it: nothing older need be kept. */
export function handed(turn: Turn, from: NodeId, to: NodeId, version: Version): void {
  const { hints } = nodeOf(turn.world, to)
  const rest = Object.entries(hints).filter(([owner, kept]) => owner !== from || kept > version)
  changeNode(turn, to, { hints: Object.fromEntries(rest) })
}
