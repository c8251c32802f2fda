import { type Turn, changeServer, serverOf } from './turn.ts'
import { dropAll } from './serve.ts'
import type { Phase } from './world.ts'

const NEXT: Readonly<Record<Phase, Phase | 'serving'>> = {
  deciding: 'promoting',
  promoting: 'warming',
  warming: 'serving',
}

function lengthOf({ world }: Turn, phase: Phase): number {
  const { decideMs, promoteMs, warmUpMs } = world.parameters.promotion
  return phase === 'deciding' ? decideMs : phase === 'promoting' ? promoteMs : warmUpMs
}

function enter(turn: Turn, phase: Phase, to: number): void {
  const number = turn.world.takeovers
  turn.world = { ...turn.world, takeover: { phase, to, number } }
  turn.notes.push({ kind: 'phase', phase, server: to })
  turn.schedule.push({ afterMs: lengthOf(turn, phase), event: { kind: 'phase', number } })
}

/** The standby that could take over from a server: one that is believed to be up. */
const heirOf = ({ world }: Turn, from: number): number | undefined =>
  world.beliefs
    .map((_, index) => index)
    .find((index) => world.beliefs[index]?.up && index !== from && !world.servers[index]?.draining)

/**
 * The primary is given up: it is fenced off, so that it cannot go on beside its successor, and the
 * standby begins to take over. What it had answered and not passed on is lost.
 */
export function giveUpPrimary(turn: Turn, index: number): void {
  const { world } = turn
  if (world.parameters.design !== 'active-passive') return
  if (world.takeover?.to === index) turn.world = { ...world, takeover: undefined }
  else if (world.primary !== index) return
  fence(turn, index)
  const heir = heirOf(turn, index)
  turn.world = { ...turn.world, primary: undefined, takeovers: turn.world.takeovers + 1 }
  if (heir !== undefined) enter(turn, 'deciding', heir)
}

function fence(turn: Turn, index: number): void {
  // A primary that still runs is stopped now; one that crashed lost its work when it did.
  stopCopying(turn, index)
  const { life, unreplicated } = serverOf(turn, index)
  dropAll(turn, index, 'cut')
  const requests = unreplicated.map(({ request }) => request)
  if (requests.length > 0) turn.notes.push({ kind: 'lost', server: index, requests })
  changeServer(turn, index, { life: life + 1, unreplicated: [] })
}

/** What a server answered longer ago than the lag is safe; from now on nothing more gets through. */
export function stopCopying(turn: Turn, index: number): void {
  const { condition, unreplicated } = serverOf(turn, index)
  if (condition !== 'up') return
  const safeMs = turn.moment.nowMs - turn.world.parameters.replicationLagMs
  changeServer(turn, index, { unreplicated: unreplicated.filter(({ atMs }) => atMs > safeMs) })
}

/**
 * Maintenance of the primary is announced: the standby is promoted at once. Whoever planned it has
 * decided already, and no probe must fail first. The primary finishes what it has begun and passes
 * on its last answers before it stops.
 */
export function handOver(turn: Turn, index: number): void {
  const { world } = turn
  if (world.parameters.design !== 'active-passive' || world.primary !== index) return
  const heir = heirOf(turn, index)
  if (heir === undefined) return
  turn.world = { ...world, primary: undefined, takeovers: world.takeovers + 1 }
  enter(turn, 'promoting', heir)
}

/** A phase of the takeover is over. */
export function phaseOver(turn: Turn, number: number): void {
  const { takeover } = turn.world
  if (!takeover || takeover.number !== number || turn.world.takeovers !== number) return
  const next = NEXT[takeover.phase]
  if (next !== 'serving') {
    enter(turn, next, takeover.to)
    return
  }
  turn.world = { ...turn.world, takeover: undefined, primary: takeover.to }
  turn.notes.push({ kind: 'phase', phase: 'serving', server: takeover.to })
}

/** A server is believed in again: with nobody serving it takes over, otherwise it is the standby. */
export function primaryIsBack(turn: Turn, index: number): void {
  const { world } = turn
  if (world.parameters.design !== 'active-passive') return
  if (world.primary !== undefined || world.takeover) return
  turn.world = { ...world, takeovers: world.takeovers + 1 }
  enter(turn, 'deciding', index)
}
