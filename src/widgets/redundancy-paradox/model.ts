import * as m from '#messages/messages.js'
import {
  evenStops,
  ninesStops,
  smallShareStops,
  type FlagParameter,
  type NumberParameter,
  type ValuesOf,
} from '../../frame/parameters.ts'
import { downtime } from '../../reliability/downtime.ts'
import { failoverBreakEvens } from '../../reliability/failover-break-evens.ts'
import type { FailoverDesign, FailoverOutcome } from '../../reliability/failover-design.ts'
import { failoverPair } from '../../reliability/failover-pair.ts'

const share = (
  label: () => string,
  usual: number,
  stops: readonly number[],
  needs?: string,
): NumberParameter => ({
  kind: 'number',
  label,
  unit: 'share',
  minimum: 0,
  maximum: 1,
  default: usual,
  stops,
  ...(needs === undefined ? {} : { needs }),
})

const inPath: FlagParameter = { kind: 'flag', label: m.paradox_in_path, default: false }

/** The parameters of the paradox. Every number is a probability or a share of one. */
export const parameters = {
  a: share(m.paradox_a, 0.99, ninesStops(5)),
  b: share(m.paradox_b, 0.99, ninesStops(5)),
  failover: share(m.paradox_failover, 0.5, evenStops(0, 1, 0.01)),
  falseAlarm: share(m.paradox_false_alarm, 0, smallShareStops(4)),
  inPath,
  router: share(m.paradox_router, 0.95, ninesStops(5), 'inPath'),
  shared: share(m.paradox_shared, 0, evenStops(0, 1, 0.01)),
}

export type ParadoxValues = ValuesOf<typeof parameters>

/** How many requests the picture counts, in expectation. */
export const REQUESTS = 10_000
export const HOURS_A_YEAR = 8760

/** A point of the plot: how often the failover works, and how often the pair then fails. */
export interface CurvePoint {
  readonly works: number
  readonly unreliability: number
}

export interface Curve {
  readonly points: readonly CurvePoint[]
  /** Where this curve crosses A alone; null where it does not within [0, 1]. */
  readonly breakEven: number | null
}

/** Why the pair stands where it does against A alone: picks the sentence, decides nothing. */
export type Reason = 'router' | 'false-alarms' | 'shared' | 'idle' | 'rescue'

export interface ParadoxModel {
  readonly values: ParadoxValues
  readonly outcome: FailoverOutcome
  /** Requests out of {@link REQUESTS} by where they end, and the totals. */
  readonly counts: Counts
  /** The logic beside the path, against how often it works. */
  readonly rescue: Curve
  /** The same logic in the path of every request, against how often that router works. */
  readonly path: Curve
  readonly current: CurvePoint
  readonly downHours: number
  readonly aloneDownHours: number
  readonly reason: Reason
}

export interface Counts {
  readonly lostInRouter: number
  readonly lostToSharedCause: number
  readonly servedByA: number
  /** A worked, and the logic handed over all the same. */
  readonly falseAlarms: number
  /** A was down, and not by the shared cause. */
  readonly failedOnA: number
  readonly servedByB: number
  readonly neverHandedOver: number
  readonly lostOnB: number
  readonly served: number
  readonly lost: number
}

const designOf = ({ a, b, failover, falseAlarm, inPath, router, shared }: ParadoxValues) =>
  ({
    a,
    b,
    coverage: failover,
    spurious: falseAlarm,
    path: inPath ? router : 1,
    shared,
  }) satisfies FailoverDesign

// Both curves bend hardest close to 1, where the last per cent is worth decades on a log axis.
const SAMPLES = Array.from({ length: 73 }, (_, index) => 1 - (1 - index / 72) ** 2.5)

const curve = (design: (works: number) => FailoverDesign, breakEven: number | null): Curve => ({
  points: SAMPLES.map((works) => ({
    works,
    unreliability: failoverPair(design(works)).system.unreliability,
  })),
  breakEven,
})

function countsOf({ branches, system }: FailoverOutcome): Counts {
  const {
    needlesslyHandedOverAndServed: needlessServed,
    needlesslyHandedOverAndDropped: needlessDropped,
    needlesslyHandedOverToDeadBackup: needlessDead,
  } = branches
  const requests = (...probabilities: number[]) =>
    REQUESTS * probabilities.reduce((sum, probability) => sum + probability, 0)
  return {
    lostInRouter: requests(branches.lostInPath),
    lostToSharedCause: requests(branches.lostToSharedCause),
    servedByA: requests(branches.servedByA),
    falseAlarms: requests(needlessServed, needlessDropped, needlessDead),
    failedOnA: requests(
      branches.rescued,
      branches.neverHandedOver,
      branches.handedOverToDeadBackup,
    ),
    servedByB: requests(branches.rescued, needlessServed),
    neverHandedOver: requests(branches.neverHandedOver, needlessDropped),
    lostOnB: requests(branches.handedOverToDeadBackup, needlessDead),
    served: requests(system.reliability),
    lost: requests(system.unreliability),
  }
}

function reasonOf(values: ParadoxValues, { branches, gainOverA }: FailoverOutcome): Reason {
  if (gainOverA < 0) {
    const byAlarms =
      branches.needlesslyHandedOverAndDropped + branches.needlesslyHandedOverToDeadBackup
    return branches.lostInPath >= byAlarms ? 'router' : 'false-alarms'
  }
  // Every failure of A must be in common: where A is the worse server, the rest can be rescued.
  const ownFailures = branches.rescued + branches.neverHandedOver + branches.handedOverToDeadBackup
  if (branches.lostToSharedCause > 0 && ownFailures < 1e-15) return 'shared'
  return values.failover === 0 ? 'idle' : 'rescue'
}

/**
 * Two servers and a failover: where the requests go, how the pair compares with A alone, and how
 * that would change with a better or worse failover.
 *
 * @param values sound values of {@link parameters}
 * @source dugan-trivedi-1989
 */
export function paradox(values: ParadoxValues): ParadoxModel {
  const design = designOf(values)
  const outcome = failoverPair(design)
  const beside = { ...design, path: 1 }
  // Moved into the path, the one logic both passes requests on and finds the living server. Once a
  // router is set apart from the handover, the handover keeps its own probability.
  const inside = values.inPath ? design : { ...design, coverage: 1 }
  return {
    values,
    outcome,
    counts: countsOf(outcome),
    rescue: curve((coverage) => ({ ...beside, coverage }), failoverBreakEvens(beside).coverage),
    path: curve((path) => ({ ...inside, path }), failoverBreakEvens(inside).path),
    current: {
      works: values.inPath ? values.router : values.failover,
      unreliability: outcome.system.unreliability,
    },
    downHours: downtime(outcome.system, HOURS_A_YEAR).hours,
    aloneDownHours: downtime(outcome.alone, HOURS_A_YEAR).hours,
    reason: reasonOf(values, outcome),
  }
}

/** The reader's guess as a place on the plot: at which failover, and how A's failures multiply. */
export interface GuessMark {
  readonly works: number
  readonly factor: readonly [low: number, high: number]
}
