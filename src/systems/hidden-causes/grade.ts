import { type Architecture, type LineId, type Mend, partOf } from './architecture.ts'
import {
  type Report,
  type System,
  hangsOn,
  reportOn,
  singlesOf,
  systemOf,
  works,
} from './system.ts'

/** What a reader says: which lines are the same thing, none where nothing is, and what to do. */
export interface Claim {
  readonly first: LineId | undefined
  readonly second: LineId | undefined
  readonly mend: Mend | undefined
}

/** What is pulled down to see whether a claim holds. */
export interface Pulled {
  readonly thing: string
  /** The parts and lines that fall with it, and those parts that stay. */
  readonly falls: readonly string[]
  readonly stays: readonly string[]
  readonly lines: readonly LineId[]
  readonly serves: boolean
}

/** Pulls one thing down. */
export function pullDown(system: System, parts: readonly string[], thing: string): Pulled {
  const stands = (part: string) => works(system, part, thing)
  return {
    thing,
    falls: parts.filter((part) => !stands(part)),
    stays: parts.filter(stands),
    lines: [...system.lines].flatMap(([line, needs]) =>
      works(system, needs, thing) ? [] : [line],
    ),
    serves: works(system, system.service, thing),
  }
}

/** What both of two lines hang on; of one line, what it hangs on. */
export function sharedBy(system: System, lines: readonly LineId[]): readonly string[] {
  const [first = [], ...others] = lines.map((line) => {
    const needs = system.lines.get(line)
    return needs === undefined ? [] : hangsOn(system, needs)
  })
  return first.filter((thing) => others.every((other) => other.includes(thing)))
}

/**
 * How a claim is meant. `unfinished`: one line alone, or two of one part, which has no twin to take
 * down.
 */
export type Kind = 'nothing' | 'unfinished' | 'pair'

export interface Grade {
  readonly kind: Kind
  /** What is shared by the lines of the claim; of an unfinished one, what they hang on. */
  readonly shared: readonly string[]
  readonly found: boolean
  /** How much of the danger is gone, in [0, 1]: the share of single losses that end it no more. */
  readonly mended: number
  /** The price of the cheapest sound mend over that of this one, in [0, 1]; 0 unless all is gone. */
  readonly thrift: number
  /** Of {@link FULL}. */
  readonly points: number
  readonly before: Report
  readonly after: Report
  /** Of the mends that leave nothing, doing nothing among them, the cheapest: its price. */
  readonly leastPrice: number
}

/** Points for the cause, for the mend, and for its price. */
export const POINTS = { found: 4, mended: 4, thrift: 2 } as const
export const FULL = POINTS.found + POINTS.mended + POINTS.thrift

const kindOf = ({ first, second }: Claim): Kind => {
  if (first === undefined && second === undefined) return 'nothing'
  if (first === undefined || second === undefined) return 'unfinished'
  return partOf(first) === partOf(second) ? 'unfinished' : 'pair'
}

/** Whether a claim names one of the things that end the service alone, or rightly none. */
export function finds(system: System, claim: Claim, singles: readonly string[]): boolean {
  const { first, second } = claim
  if (kindOf(claim) === 'nothing') return singles.length === 0
  if (kindOf(claim) === 'unfinished' || !first || !second) return false
  return sharedBy(system, [first, second]).some((thing) => singles.includes(thing))
}

const isSound = (architecture: Architecture, mend: Mend | undefined): boolean =>
  singlesOf(systemOf(architecture, mend)).length === 0

/**
 * Grades a claim by what the architecture itself does when things are pulled down, before the mend
 * and after it; nobody wrote the answer down.
 *
 * @param architecture at least one of its mends, or doing nothing, must be sound
 */
export function gradeOf(architecture: Architecture, claim: Claim): Grade {
  const { first, second, mend } = claim
  const system = systemOf(architecture)
  const before = reportOn(system)
  const after = reportOn(systemOf(architecture, mend))
  const kind = kindOf(claim)
  const shared = sharedBy(
    system,
    [first, second].filter((line) => line !== undefined),
  )
  const found = finds(system, claim, before.singles)
  const mended = Math.max(0, 1 - after.singles.length / Math.max(1, before.singles.length))
  const prices = [undefined, ...architecture.mends]
    .filter((one) => isSound(architecture, one))
    .map((one) => one?.price ?? 0)
  const leastPrice = Math.min(...prices)
  const price = mend?.price ?? 0
  const thrift = after.singles.length > 0 ? 0 : price === 0 ? 1 : leastPrice / price
  const points = POINTS.found * Number(found) + POINTS.mended * mended + POINTS.thrift * thrift
  return { kind, shared, found, mended, thrift, points, before, after, leastPrice }
}
