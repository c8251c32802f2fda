import type { FaultKind } from './parameters.ts'
import { dropAll, startWaiting } from './serve.ts'
import { handOver, stopCopying } from './takeover.ts'
import { type Turn, changeServer, serverOf } from './turn.ts'

/** A server that is slow takes so many times longer. */
export const SLOWNESS = 8

/** A fault strikes a server. */
export function strike(turn: Turn, index: number, kind: FaultKind): void {
  turn.notes.push({ kind: 'struck', server: index, fault: kind })
  stopCopying(turn, index)
  switch (kind) {
    case 'crash':
      changeServer(turn, index, { condition: 'down', life: serverOf(turn, index).life + 1 })
      dropAll(turn, index, 'cut')
      return
    case 'hang':
      changeServer(turn, index, { condition: 'hung' })
      return
    case 'slow':
      changeServer(turn, index, { slowness: SLOWNESS })
      return
    case 'errors':
      changeServer(turn, index, { erring: true })
      return
  }
}

/** A server starts anew: what it had is gone, and nothing ails it. */
export function restart(turn: Turn, index: number): void {
  const { condition, life } = serverOf(turn, index)
  if (condition === 'hung') dropAll(turn, index, 'cut')
  changeServer(turn, index, {
    condition: 'up',
    slowness: 1,
    erring: false,
    draining: false,
    life: condition === 'up' ? life : life + 1,
  })
  turn.notes.push({ kind: 'healed', server: index })
  startWaiting(turn, index)
}

/** Maintenance is announced: nothing new is sent there, and what was begun may be finished. */
export function drain(turn: Turn, index: number): void {
  const { maintenance } = turn.world.parameters
  const planned = maintenance[index]
  if (!planned) return
  changeServer(turn, planned.server, { draining: true })
  turn.notes.push({ kind: 'draining', server: planned.server })
  handOver(turn, planned.server)
}

/** Maintenance begins, which stops the server, or is over. */
export function maintain(turn: Turn, index: number, begins: boolean): void {
  const planned = turn.world.parameters.maintenance[index]
  if (!planned) return
  const { server } = planned
  if (begins) {
    turn.notes.push({ kind: 'maintained', server })
    stopCopying(turn, server)
    changeServer(turn, server, { condition: 'down', life: serverOf(turn, server).life + 1 })
    dropAll(turn, server, 'cut')
  } else {
    restart(turn, server)
    turn.notes.push({ kind: 'maintenance-over', server })
  }
}
