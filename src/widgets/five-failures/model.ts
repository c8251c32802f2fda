import * as m from '#messages/messages.js'
import type { ChoiceParameter, FlagParameter, Schema, ValuesOf } from '../../frame/parameters.ts'
import { machine } from '../../simulation/machine.ts'
import { history } from '../../simulation/history.ts'
import { splitBrain } from '../../systems/split-brain/rules.ts'
import type { SplitBrainAction } from '../../systems/split-brain/world.ts'
import type { Fault, TrafficParameters } from '../../systems/traffic/parameters.ts'
import { reportOf } from '../../systems/traffic/report.ts'
import { traffic } from '../../systems/traffic/rules.ts'

export const FAILURES = ['correlated', 'split-brain', 'lag', 'untested', 'drift'] as const
export type FailureKind = (typeof FAILURES)[number]

const failure: ChoiceParameter<FailureKind> = {
  kind: 'choice',
  label: m.five_failure,
  default: 'correlated',
  options: {
    correlated: m.five_correlated,
    'split-brain': m.five_split_brain,
    lag: m.five_lag,
    untested: m.five_untested,
    drift: m.five_drift,
  },
}

const guarded: FlagParameter = { kind: 'flag', label: m.five_guarded, default: false }

export const parameters = { failure, guarded } satisfies Schema
export type FiveValues = ValuesOf<typeof parameters>

export const LENGTH_MS = 30_000
export const STRUCK_MS = 5001
/** What no control changes; said among the assumptions. */
export const FIXED = {
  arrivalsPerSecond: 2,
  serviceMs: 300,
  patienceMs: 2000,
  checkMs: 1000,
  fall: 2,
  promoteMs: 3000,
  lagMs: 3000,
  partedMs: 10_000,
  writeEveryMs: 1000,
} as const

/** One request of a client, and what became of it in the end. */
export interface Mark {
  readonly atMs: number
  /** `lost`: answered, and gone afterwards. */
  readonly outcome: 'served' | 'failed' | 'lost'
}

/** One run of a pair. */
export interface Lane {
  readonly guarded: boolean
  readonly marks: readonly Mark[]
  readonly served: number
  readonly failed: number
  readonly lost: number
}

export interface FiveModel {
  readonly values: FiveValues
  /** As it was, and with what prevents it; the reader looks at one of them. */
  readonly bare: Lane
  readonly safe: Lane
  readonly shown: Lane
}

const laneOf = (guard: boolean, marks: readonly Mark[]): Lane => {
  const countOf = (outcome: Mark['outcome']) =>
    marks.filter((mark) => mark.outcome === outcome).length
  return {
    guarded: guard,
    marks,
    served: countOf('served'),
    failed: countOf('failed'),
    lost: countOf('lost'),
  }
}

const crash = (servers: readonly number[], atMs = STRUCK_MS): Fault => ({
  atMs,
  servers,
  kind: 'crash',
  forMs: Infinity,
})

/** What befalls the pair: the primary dies in each case, and something is wrong with what is to replace it. */
function faultsOf(kind: Exclude<FailureKind, 'split-brain'>, guard: boolean): readonly Fault[] {
  switch (kind) {
    case 'correlated':
      return [crash(guard ? [0] : [0, 1])]
    case 'lag':
      return [crash([0])]
    case 'untested':
      // It has been dead for a long time, and nothing has asked for it.
      return guard ? [crash([0])] : [crash([1], 1), crash([0])]
    case 'drift':
      // A setting that made the primary fast never reached it: probes are answered, users are not.
      return guard
        ? [crash([0])]
        : [{ atMs: 1, servers: [1], kind: 'slow', forMs: Infinity }, crash([0])]
  }
}

function pair(kind: Exclude<FailureKind, 'split-brain'>, guard: boolean): Lane {
  const parameter: TrafficParameters = {
    design: 'active-passive',
    servers: 2,
    workers: 8,
    queue: 0,
    serviceMs: FIXED.serviceMs,
    service: 'fixed',
    arrivalsPerSecond: FIXED.arrivalsPerSecond,
    arrivals: 'even',
    untilMs: LENGTH_MS - FIXED.patienceMs - 500,
    timeoutMs: FIXED.patienceMs,
    retry: { retries: 0, baseMs: 0, capMs: 0 },
    check: {
      intervalMs: FIXED.checkMs,
      timeoutMs: FIXED.checkMs / 2,
      fall: FIXED.fall,
      rise: 2,
      loss: 0,
    },
    promotion: { decideMs: 0, promoteMs: FIXED.promoteMs, warmUpMs: 0 },
    replicationLagMs: kind === 'lag' && !guard ? FIXED.lagMs : 0,
    faults: faultsOf(kind, guard),
    maintenance: [],
  }
  const run = history(traffic, { parameters: parameter, seed: 1, deeds: [] })
  const { fates } = reportOf(run.entries(run.countAt(LENGTH_MS)))
  return laneOf(
    guard,
    fates.map(({ bornMs, outcome, lost }) => ({
      atMs: bornMs,
      outcome: lost ? 'lost' : outcome === 'served' ? 'served' : 'failed',
    })),
  )
}

const NETWORK = ['A>B', 'B>A'] as const

function parted(guard: boolean): Lane {
  const run = machine(
    splitBrain,
    {
      parameters: {
        arbitration: guard ? 'witness' : 'none',
        detectMs: 2000,
        heartbeatMs: 500,
        latencyMs: 50,
        ttlMs: 2000,
        headStartMs: 500,
        fenceMs: 400,
        rebootMs: 2000,
        writeEveryMs: FIXED.writeEveryMs,
        patienceMs: FIXED.patienceMs,
        keys: 4,
      },
    },
    1,
  )
  const deeds: readonly { atMs: number; action: SplitBrainAction }[] = [
    { atMs: STRUCK_MS, action: { kind: 'cut', links: NETWORK } },
    { atMs: STRUCK_MS + FIXED.partedMs, action: { kind: 'mend', links: NETWORK } },
  ]
  for (const { atMs, action } of deeds) {
    while (run.nextAtMs() <= atMs) run.advance()
    run.act(action, atMs)
  }
  while (run.nextAtMs() <= LENGTH_MS) run.advance()
  const { fates, nodes } = run.world()
  const kept = new Set([...nodes.A.log, ...nodes.B.log].map(({ write }) => write))
  return laneOf(
    guard,
    fates
      .filter(({ sentMs }) => sentMs <= LENGTH_MS - FIXED.patienceMs - 500)
      .map(({ sentMs, answeredMs }, index) => ({
        atMs: sentMs,
        outcome: answeredMs === undefined ? 'failed' : kept.has(index + 1) ? 'served' : 'lost',
      })),
  )
}

const runOf = (kind: FailureKind, guard: boolean): Lane =>
  kind === 'split-brain' ? parted(guard) : pair(kind, guard)

/**
 * Five ways in which redundancy itself fails, each played on a world of the course with and without
 * what prevents it.
 *
 * @param values sound values of {@link parameters}
 */
export function five(values: FiveValues): FiveModel {
  const bare = runOf(values.failure, false)
  const safe = runOf(values.failure, true)
  return { values, bare, safe, shown: values.guarded ? safe : bare }
}
