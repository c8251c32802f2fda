import type { Phase } from '../../systems/traffic/world.ts'
import type { Entry } from '../../simulation/machine.ts'
import type { TrafficNote } from '../../systems/traffic/world.ts'
import { SERVICE_MS, WORKERS } from './fixed.ts'
import type { Span } from './silence.ts'

/** A stretch of a server's life. */
export interface Spell extends Span {
  readonly state: 'works' | 'waits' | 'draining' | 'unnoticed' | 'down' | Phase
}

/** How busy a server was at a time. */
export interface Load {
  readonly atMs: number
  /** Mean share of its workers that were busy over the last service time, in [0, 1]. */
  readonly share: number
  /** Requests that waited. */
  readonly waiting: number
}

/** What one server was and did, for its row in the picture. */
export interface Life {
  readonly spells: readonly Spell[]
  readonly loads: readonly Load[]
}

/** What lives are made of. */
export interface Run {
  readonly design: 'active-passive' | 'active-active'
  readonly servers: number
  /** The event table, in the picture's time. */
  readonly entries: readonly Entry<TrafficNote>[]
  readonly lengthMs: number
}

/** A divisor of the service time. */
const SAMPLE_MS = 250

interface Step {
  readonly atMs: number
  readonly present: number
}

/** A server's states, one after another, from the event table. */
function spellsOf({ design, entries, lengthMs }: Run, index: number): readonly Spell[] {
  const spells: Spell[] = []
  const now: { state: Spell['state']; since: number } = {
    state: design === 'active-passive' && index > 0 ? 'waits' : 'works',
    since: 0,
  }
  let trusted = true
  const turn = (state: Spell['state'], atMs: number): void => {
    if (state === now.state) return
    if (atMs > now.since) spells.push({ state: now.state, fromMs: now.since, toMs: atMs })
    Object.assign(now, { state, since: atMs })
  }
  for (const { atMs, note } of entries) {
    if (!('server' in note) || note.server !== index) continue
    if (note.kind === 'phase') turn(note.phase === 'serving' ? 'works' : note.phase, atMs)
    else if (note.kind === 'struck') turn('unnoticed', atMs)
    // What was drained is missed by nobody.
    else if (note.kind === 'maintained') turn(now.state === 'draining' ? 'down' : 'unnoticed', atMs)
    else if (note.kind === 'draining') turn('draining', atMs)
    else if (note.kind === 'taken-out') {
      trusted = false
      turn('down', atMs)
    } else if (note.kind === 'maintenance-over') {
      // One whose absence nobody noticed goes on at once.
      const goesOn = design === 'active-active' || now.state === 'unnoticed'
      turn(trusted && goesOn ? 'works' : 'waits', atMs)
    } else if (note.kind === 'brought-back') {
      trusted = true
      turn(design === 'active-active' ? 'works' : 'waits', atMs)
    }
  }
  return [...spells, { state: now.state, fromMs: now.since, toMs: lengthMs }]
}

/** How many requests were at a server, as steps. */
function presentOf({ entries }: Run, index: number): readonly Step[] {
  const steps = [{ atMs: -SERVICE_MS * 10, present: 0 }]
  let present = 0
  const here = new Set<number>()
  for (const { atMs, note } of entries) {
    if (note.kind === 'sent' && note.servers.includes(index)) here.add(note.request)
    else if (note.kind === 'served' || note.kind === 'attempt-failed') here.delete(note.request)
    if (here.size === present) continue
    present = here.size
    steps.push({ atMs, present })
  }
  return steps
}

function loadsOf(run: Run, index: number): readonly Load[] {
  const steps = presentOf(run, index)
  const busy = ({ present }: Step) => Math.min(present, WORKERS)
  // How long the workers were busy together until each step: a mean is then a difference.
  let [total, last] = [0, { atMs: 0, present: 0 }]
  const sums = steps.map((step) => {
    total += busy(last) * (step.atMs - last.atMs)
    last = step
    return total
  })
  let reached = 0
  const until = (ms: number) => {
    while ((steps[reached + 1]?.atMs ?? Infinity) <= ms) reached += 1
    const step = steps[reached] ?? last
    return { busyMs: (sums[reached] ?? 0) + busy(step) * (ms - step.atMs), present: step.present }
  }
  const ticks = Math.floor(run.lengthMs / SAMPLE_MS)
  const back = SERVICE_MS / SAMPLE_MS
  const walked = Array.from({ length: ticks + back + 1 }, (_, tick) =>
    until((tick - back) * SAMPLE_MS),
  )
  return Array.from({ length: ticks + 1 }, (_, tick) => {
    const [before, now] = [walked[tick], walked[tick + back]]
    const busyMs = (now?.busyMs ?? 0) - (before?.busyMs ?? 0)
    return {
      atMs: tick * SAMPLE_MS,
      share: busyMs / (SERVICE_MS * WORKERS),
      waiting: Math.max(0, (now?.present ?? 0) - WORKERS),
    }
  })
}

/** The lives of all servers of a run. */
export const livesOf = (run: Run): readonly Life[] =>
  Array.from({ length: run.servers }, (_, index) => ({
    spells: spellsOf(run, index),
    loads: loadsOf(run, index),
  }))

/** Mean load over a stretch, of the samples that lie in it. */
export function meanLoad({ loads }: Life, { fromMs, toMs }: Span): number {
  const inside = loads.filter(({ atMs }) => atMs > fromMs && atMs <= toMs)
  return inside.reduce((sum, { share }) => sum + share, 0) / Math.max(1, inside.length)
}

/**
 * The mean load of the other servers once the first was out of rotation and they had settled, as
 * the run shows it.
 */
export function shownPerSurvivor(lives: readonly Life[], lengthMs: number): number | undefined {
  const missing = lives[0]?.spells.find(({ state }) => state === 'down')
  if (!missing) return undefined
  const toMs = Math.min(missing.toMs, lengthMs)
  const stretch = { fromMs: Math.min(toMs - SERVICE_MS, missing.fromMs + 2 * SERVICE_MS), toMs }
  const others = lives.slice(1).map((life) => meanLoad(life, stretch))
  return others.reduce((sum, load) => sum + load, 0) / others.length
}
