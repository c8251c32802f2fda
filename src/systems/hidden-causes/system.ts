import { faultTree } from '../../reliability/fault-tree.ts'
import type { FaultTree } from '../../reliability/fault-tree-gate.ts'
import { minimalCutSets } from '../../reliability/minimal-cut-sets.ts'
import {
  type Architecture,
  type Kind,
  type LineId,
  type Mend,
  type Need,
  type PartId,
  type Thing,
  lineAt,
  linesOf,
  partOf,
} from './architecture.ts'

/** The part that a mend adds. */
export const ADDED = 'added'

/** An architecture as what can be lost: each part is a thing that hangs on those of its lines. */
export interface System {
  readonly things: ReadonlyMap<string, Thing>
  /** What each line hangs on, after the mend. */
  readonly lines: ReadonlyMap<LineId, Need>
  /** What the service hangs on. */
  readonly service: Need
}

/**
 * The share of time for which a thing of a kind is lost, for whatever reason. Invented, and of the
 * order that such things have: a machine some 44 hours a year, a way in the ground four.
 */
export const UNAVAILABILITY: Readonly<Record<Kind, number>> = {
  machine: 0.005,
  power: 0.0005,
  network: 0.001,
  way: 0.0005,
  place: 0.0005,
  names: 0.0005,
  certificate: 0.0005,
  release: 0.001,
  settings: 0.001,
  access: 0.0005,
  storage: 0.001,
  clock: 0.0002,
  people: 0.001,
}

/**
 * The system that an architecture is, as it stands or with a mend.
 *
 * @throws RangeError if it hangs on a thing that it does not have
 */
export function systemOf(architecture: Architecture, mend?: Mend): System {
  const lines = new Map<LineId, Need>()
  const ofPart = new Map<PartId, readonly Need[]>(
    architecture.columns.flatMap(({ parts }) => parts.map((part) => [part, []])),
  )
  for (const id of linesOf(architecture)) {
    const needs = mend?.lines?.[id] ?? lineAt(architecture, id)?.needs
    const part = partOf(id)
    if (part === undefined || needs === undefined) continue
    lines.set(id, needs)
    ofPart.set(part, [...(ofPart.get(part) ?? []), needs])
  }
  const known = new Map<string, Thing>(Object.entries(architecture.things))
  for (const [part, needs] of ofPart) known.set(part, { kind: 'machine', needs: { all: needs } })
  if (mend?.adds) known.set(ADDED, { kind: 'machine', needs: mend.adds.needs })
  const columns = architecture.columns.map(({ needed, parts }, index): Need => {
    const more = mend?.adds?.column === index ? mend.adds : undefined
    return { atLeast: [more?.needed ?? needed, more ? [...parts, ADDED] : parts] }
  })
  const service: Need = architecture.join === 'all' ? { all: columns } : { any: columns }
  const things = new Map<string, Thing>()
  reach(service, known, things)
  return { things, lines, service }
}

/** Gathers what a need hangs on, however far down. */
function reach(need: Need, known: ReadonlyMap<string, Thing>, into: Map<string, Thing>): void {
  if (typeof need === 'string') {
    const thing = known.get(need)
    if (thing === undefined) throw new RangeError(`systemOf: there is no thing ${need}`)
    if (into.has(need)) return
    into.set(need, thing)
    if (thing.needs !== undefined) reach(thing.needs, known, into)
    return
  }
  const inner = 'all' in need ? need.all : 'any' in need ? need.any : need.atLeast[1]
  for (const one of inner) reach(one, known, into)
}

/**
 * Whether something works while one thing is lost.
 *
 * @param lost the name of a thing; one that is not there, or none, loses nothing
 */
export function works({ things }: System, need: Need, lost?: string): boolean {
  const known = new Map<string, boolean>()
  const holds = (one: Need): boolean => {
    if (typeof one === 'string') {
      const before = known.get(one)
      if (before !== undefined) return before
      const thing = things.get(one)
      const answer = one !== lost && (thing?.needs === undefined || holds(thing.needs))
      known.set(one, answer)
      return answer
    }
    if ('all' in one) return one.all.every(holds)
    if ('any' in one) return one.any.some(holds)
    const [count, of] = one.atLeast
    return of.filter(holds).length >= count
  }
  return holds(need)
}

/** The things whose loss alone takes something down, in the order in which they are named. */
export const hangsOn = (system: System, need: Need): readonly string[] =>
  [...system.things.keys()].filter((lost) => !works(system, need, lost))

/** The things whose loss alone ends the service, found by pulling down one after the other. */
export const singlesOf = (system: System): readonly string[] => hangsOn(system, system.service)

/** How the service fails: a tree over the losses of single things. */
export function failureOf({ things, service }: System): FaultTree {
  const known = new Map<string, FaultTree>()
  const fails = (need: Need): FaultTree => {
    if (typeof need === 'string') {
      const needs = things.get(need)?.needs
      const tree = known.get(need) ?? (needs === undefined ? need : { or: [need, fails(needs)] })
      known.set(need, tree)
      return tree
    }
    if ('all' in need) return { or: need.all.map(fails) }
    if ('any' in need) return { and: need.any.map(fails) }
    const [count, of] = need.atLeast
    return { atLeast: [of.length - count + 1, of.map(fails)] }
  }
  return fails(service)
}

/** What a system comes to. */
export interface Report {
  /** Everything that can be lost. */
  readonly things: readonly string[]
  /** The things whose loss alone ends the service: its minimal cut sets of size one. */
  readonly singles: readonly string[]
  /** The share of time for which the service is down, were all losses independent. */
  readonly unavailability: number
}

export function reportOn(system: System): Report {
  const tree = failureOf(system)
  const things = [...system.things.keys()]
  const probabilities = Object.fromEntries(
    [...system.things].map(([name, { kind }]) => [name, UNAVAILABILITY[kind]]),
  )
  return {
    things,
    singles: minimalCutSets(tree).flatMap(([first, ...more]) =>
      first === undefined || more.length > 0 ? [] : [first],
    ),
    unavailability: faultTree(tree, probabilities).unreliability,
  }
}
