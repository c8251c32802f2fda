import { betaFactor } from './beta-factor.ts'
import { requireProbability } from './domain.ts'
import {
  type FailoverBranches,
  type FailoverDesign,
  type FailoverOutcome,
  failoverEvents,
} from './failover-design.ts'
import { type Component, type Probability, fromBothSides, toProbability } from './probability.ts'
import { series } from './series.ts'

/** A pair's probability, and what having the pair gained over having A alone. */
export interface FailoverResult extends Probability {
  /** Reliability of the pair minus that of A, from its own terms; negative where the pair is worse. */
  readonly gainOverA: number
}

/**
 * Primary A, backup B, and a failover that may not notice or may not manage: once A has failed, it
 * hands over with probability `coverage`, and then B must work. R = a + (1 - a)cb.
 *
 * The rescue only ever adds, so this pair is never worse than A alone, whatever the coverage.
 *
 * @param pair.a the primary; a bare number is a reliability in [0, 1]
 * @param pair.b the backup, independent of A; likewise
 * @param pair.coverage probability that a failure of A is noticed and the handover succeeds, in [0, 1]
 * @throws RangeError if a field is not a probability
 * @category failover
 * @formula R = a + (1-a)\,c\,b
 * @where a, b the reliability of A and B; c the coverage
 * @assumes A and B fail independently.
 * @assumes Time is left out: detecting, switching and repairing take none.
 * @source arnold-1973
 * @source dugan-trivedi-1989
 * @example failoverCoverage({ a: 0.99, b: 0.99, coverage: 0.5 }) // reliability 0.99495
 */
export function failoverCoverage(pair: {
  readonly a: Component
  readonly b: Component
  readonly coverage: number
}): FailoverResult {
  const { a, b, coverage } = pair
  return resultOf({ a, b, coverage }, 'failoverCoverage')
}

/**
 * Primary A and backup B behind a router that every request must pass: R = r(1 - (1 - a)(1 - b)).
 * The switch-over itself is perfect here; only the router can spoil it.
 *
 * @param pair.a the primary; a bare number is a reliability in [0, 1]
 * @param pair.b the backup, independent of A; likewise
 * @param pair.path the router; likewise
 * @throws RangeError if a field is not a probability
 * @category failover
 * @formula R = r\,\bigl(1 - (1-a)(1-b)\bigr)
 * @where a, b the reliability of A and B; r that of the router, `path`
 * @assumes A and B fail independently.
 * @assumes The router fails independently of both, and the switch-over itself is perfect.
 * @source trivedi-2001
 * @example failoverSeries({ a: 0.99, b: 0.99, path: 0.5 }) // reliability 0.49995
 */
export function failoverSeries(pair: {
  readonly a: Component
  readonly b: Component
  readonly path: Component
}): FailoverResult {
  const { a, b, path } = pair
  return resultOf({ a, b, coverage: 1, path }, 'failoverSeries')
}

/**
 * Primary A, backup B and a detector that sometimes fires while A is well. Such a needless handover
 * must succeed and find B working, or the request is lost: R = a(1 - s + scb) + (1 - a)cb.
 *
 * @param pair.a the primary; a bare number is a reliability in [0, 1]
 * @param pair.b the backup, independent of A; likewise
 * @param pair.coverage probability that a handover, needed or not, succeeds, in [0, 1]
 * @param pair.spurious probability that the detector fires although A works, in [0, 1]
 * @throws RangeError if a field is not a probability
 * @category failover
 * @formula R = a\,(1 - s + s\,c\,b) + (1-a)\,c\,b
 * @where a, b the reliability of A and B; c the coverage; s the probability of a needless handover
 * @assumes A and B fail independently.
 * @assumes A needless handover fails as often as a needed one.
 * @assumes Time is left out: detecting, switching and repairing take none.
 * @source dugan-trivedi-1989
 * @example failoverSpurious({ a: 0.99, b: 0.99, coverage: 0.5, spurious: 0.01 }) // gainOverA -0.0000495
 */
export function failoverSpurious(pair: {
  readonly a: Component
  readonly b: Component
  readonly coverage: number
  readonly spurious: number
}): FailoverResult {
  const { a, b, coverage, spurious } = pair
  return resultOf({ a, b, coverage, spurious }, 'failoverSpurious')
}

/**
 * Two identical servers with a perfect failover and a shared cause: {@link betaFactor} for one out
 * of two. The gain shrinks to nothing as `beta` grows to 1, and never below.
 *
 * @param pair.a either server, shared causes included; a bare number is a reliability in [0, 1]
 * @param pair.beta share of its unreliability that is one event common to both, in [0, 1]
 * @throws RangeError if a field is not a probability
 * @category failover
 * @formula U = 1 - (1-\beta q)\bigl(1 - ((1-\beta)\,q)^2\bigr), \quad q = 1-a
 * @where q the unreliability of either server; β the share of it that is common
 * @assumes Both servers are alike; the failover is perfect.
 * @assumes The beta factor splits events, so a server fails a little less often than q.
 * @source fleming-1975
 * @example failoverCommonCause({ a: 0.99, beta: 0.1 }) // unreliability 0.001080919
 */
export function failoverCommonCause(pair: {
  readonly a: Component
  readonly beta: number
}): FailoverResult {
  const { unreliability } = toProbability(pair.a, 'failoverCommonCause', 'a')
  const beta = requireProbability(pair.beta, 'beta', 'failoverCommonCause')
  // q - U = (1 - β)q · (1 - (1 - βq)(1 - β)q): two factors instead of a difference.
  const own = (1 - beta) * unreliability
  const secondHelps = series([1 - beta * unreliability, 1 - beta, unreliability]).unreliability
  return {
    ...betaFactor({ n: 2, k: 1, unreliability, beta }),
    gainOverA: own * secondHelps,
  }
}

/**
 * The reliability of the router below which {@link failoverSeries} is worse than A alone:
 * a / (1 - (1 - a)(1 - b)). 0 where no router makes it worse, because A never works.
 *
 * @param pair.a the primary; a bare number is a reliability in [0, 1]
 * @param pair.b the backup; likewise
 * @throws RangeError if a field is not a probability
 * @category failover
 * @formula r^* = \frac{a}{1 - (1-a)(1-b)}
 * @where a, b the reliability of A and B
 * @assumes A and B fail independently.
 * @source trivedi-2001
 * @example breakEvenSeries({ a: 0.99, b: 0.99 }) // 100/101, about 0.990099
 */
export function breakEvenSeries(pair: { readonly a: Component; readonly b: Component }): number {
  const a = toProbability(pair.a, 'breakEvenSeries', 'a')
  const b = toProbability(pair.b, 'breakEvenSeries', 'b')
  if (a.reliability === 0) return 0
  return a.reliability / (a.reliability + a.unreliability * b.reliability)
}

/**
 * The probability of a needless handover above which {@link failoverSpurious} is worse than A
 * alone: (1 - a)cb / (a(1 - cb)). May exceed 1: then no detector is jumpy enough. Infinity where
 * nothing could ever be lost by it, because A never works or the handover never fails.
 *
 * @param pair.a the primary; a bare number is a reliability in [0, 1]
 * @param pair.b the backup; likewise
 * @param pair.coverage probability that a handover succeeds, in [0, 1]
 * @throws RangeError if a field is not a probability
 * @category failover
 * @formula s^* = \frac{(1-a)\,c\,b}{a\,(1 - c\,b)}
 * @where a, b the reliability of A and B; c the coverage
 * @assumes A and B fail independently.
 * @source dugan-trivedi-1989
 * @example breakEvenSpurious({ a: 0.99, b: 0.99, coverage: 0.5 }) // 1/101, about 0.0099
 */
export function breakEvenSpurious(pair: {
  readonly a: Component
  readonly b: Component
  readonly coverage: number
}): number {
  const a = toProbability(pair.a, 'breakEvenSpurious', 'a')
  const b = toProbability(pair.b, 'breakEvenSpurious', 'b')
  const coverage = requireProbability(pair.coverage, 'coverage', 'breakEvenSpurious')
  const handover = series([coverage, b])
  if (a.reliability === 0 || handover.unreliability === 0) return Infinity
  return (a.unreliability * handover.reliability) / (a.reliability * handover.unreliability)
}

function failuresAvoided(alone: Probability, system: Probability): number {
  if (system.unreliability > 0) return alone.unreliability / system.unreliability
  return alone.unreliability > 0 ? Infinity : 1
}

/**
 * A failover pair with everything that can spoil it at once: a handover that may fail, a detector
 * that may fire for nothing, logic that every request must pass, and a cause shared by A and B.
 *
 * With z = shared · min(1 - a, 1 - b) and b' = b / (1 - z):
 * R = r(a - as(1 - cb') + (1 - a - z)cb').
 * Each failover model above is this one at a limit, but for the common cause, which there is split
 * in the manner of the beta factor.
 *
 * @param design the pair; see {@link FailoverDesign} for the range of each field
 * @throws RangeError if a field of the design is not a probability
 * @category failover
 * @formula z = \sigma \min(1-a,\ 1-b), \quad b' = \frac{b}{1-z}
 * @formula R = r\,\bigl(a - a\,s\,(1 - c\,b') + (1-a-z)\,c\,b'\bigr)
 * @where a, b, r the reliability of A, B and the path; c coverage; s spurious; σ shared; z the shared
 *   cause
 * @assumes Apart from the shared cause, A, B, the path and the handover fail independently.
 * @assumes Time, load and data are left out: detecting, switching and repairing take none, and the
 *   backup carries everything at once.
 * @source dugan-trivedi-1989
 * @example failoverPair({ a: 0.99, b: 0.99, coverage: 0.5 }).system.unreliability // 0.00505
 */
export function failoverPair(design: FailoverDesign): FailoverOutcome {
  return outcomeOf(design, 'failoverPair')
}

/** The same for whichever function was called, for the message where it refuses. */
function outcomeOf(design: FailoverDesign, functionName: string): FailoverOutcome {
  const { a, path, coverage, spurious, sharedCause, aDownAlone, backup, handover } = failoverEvents(
    design,
    functionName,
  )
  const passed = path.reliability
  const needless = passed * a.reliability * spurious
  const needed = passed * aDownAlone
  const branches: FailoverBranches = {
    lostInPath: path.unreliability,
    lostToSharedCause: passed * sharedCause,
    servedByA: passed * a.reliability * (1 - spurious),
    needlesslyHandedOverAndServed: needless * handover.reliability,
    needlesslyHandedOverAndDropped: needless * (1 - coverage),
    needlesslyHandedOverToDeadBackup: needless * coverage * backup.unreliability,
    rescued: needed * handover.reliability,
    neverHandedOver: needed * (1 - coverage),
    handedOverToDeadBackup: needed * coverage * backup.unreliability,
  }
  const system = fromBothSides(
    branches.servedByA + branches.needlesslyHandedOverAndServed + branches.rescued,
    branches.lostInPath +
      branches.lostToSharedCause +
      branches.needlesslyHandedOverAndDropped +
      branches.needlesslyHandedOverToDeadBackup +
      branches.neverHandedOver +
      branches.handedOverToDeadBackup,
  )
  return {
    system,
    alone: a,
    // Of a request that A alone would have served, the pair loses some; of one that A would have
    // lost, it rescues some. Both parts are small when the pair is good, and so is their error.
    gainOverA:
      branches.rescued -
      a.reliability * (path.unreliability + passed * spurious * handover.unreliability),
    ratio: failuresAvoided(a, system),
    branches,
  }
}

/** What the simpler models say of the pair. */
function resultOf(design: FailoverDesign, functionName: string): FailoverResult {
  const { system, gainOverA } = outcomeOf(design, functionName)
  return { ...system, gainOverA }
}
