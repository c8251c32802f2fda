import type { Course } from '../../frame/course.ts'
import { type Entry, machine } from '../../simulation/machine.ts'
import { quorumStore } from '../../systems/quorum-store/rules.ts'
import { COORDINATOR } from '../../systems/quorum-store/turn.ts'
import type {
  Flight,
  QuorumNote,
  QuorumParameters,
  QuorumWorld,
} from '../../systems/quorum-store/world.ts'
import { actionOf } from './deeds.ts'
import { LENGTHS_MS } from './fixed.ts'
import type { QuorumValues } from './parameters.ts'
import { plan } from './plan.ts'

/** The world at a moment: it stands until the next one. */
export interface Moment {
  readonly atMs: number
  readonly world: QuorumWorld
}

/** A message that nobody got: when, and how far it had come, from 0 to 1. */
export interface Death {
  readonly atMs: number
  readonly flight: Flight
  readonly part: number
}

export const lengthOf = ({ planned }: QuorumValues): number => LENGTHS_MS[planned]

/** Dropped on its way, or stopped by a cut link half way, or there and nobody took it. */
function deathOf({ flight }: { flight: Flight }, atMs: number, world: QuorumWorld): Death {
  const { sentMs, arrivesMs, to } = flight
  if (atMs < arrivesMs) return { atMs, flight, part: (atMs - sentMs) / (arrivesMs - sentMs) }
  const deaf = to !== COORDINATOR && world.nodes[to]?.life.condition !== 'up'
  return { atMs, flight, part: deaf ? 1 : 0.5 }
}

/** Runs the store: what is planned, what the reader does, and what comes of it. */
export function play(values: QuorumValues, parameters: QuorumParameters, course: Course) {
  const lengthMs = lengthOf(values)
  const run = machine(quorumStore, { parameters }, course.seed)
  const steps = [...plan(values, parameters)]
  const deeds = course.deeds.flatMap((deed) => {
    const action = actionOf(deed)
    return action ? [{ atMs: deed.atMs, action }] : []
  })
  const moments: Moment[] = [{ atMs: 0, world: run.world() }]
  const entries: Entry<QuorumNote>[] = []
  const deaths: Death[] = []
  /** When the step before is over: with its answer where it has one, so not yet where that is open. */
  let overMs = 0
  let awaited: number | undefined
  const stepAtMs = (): number => {
    if (awaited !== undefined) {
      const { endMs } = run.world().operations[awaited] ?? {}
      if (endMs === undefined) return Infinity
      overMs = endMs
      awaited = undefined
    }
    return overMs + (steps[0]?.waitMs ?? Infinity)
  }
  for (;;) {
    const stepMs = stepAtMs()
    const deedMs = deeds[0]?.atMs ?? Infinity
    const actMs = Math.min(stepMs, deedMs)
    const atMs = Math.min(run.nextAtMs(), actMs)
    if (atMs > lengthMs) return { moments, entries, deaths }
    let noted: readonly Entry<QuorumNote>[]
    if (run.nextAtMs() <= actMs) noted = run.advance()
    else {
      const ofPlan = stepMs <= deedMs
      const next = ofPlan ? steps.shift() : deeds.shift()
      if (!next) return { moments, entries, deaths }
      noted = run.act(next.action, actMs)
      if (ofPlan) overMs = actMs
      if (ofPlan && (next.action.kind === 'write' || next.action.kind === 'read'))
        awaited = run.world().operations.length - 1
    }
    entries.push(...noted)
    for (const { note } of noted)
      if (note.kind === 'lost') deaths.push(deathOf(note, atMs, run.world()))
    moments.push({ atMs, world: run.world() })
  }
}
