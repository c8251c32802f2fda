import * as m from '#messages/messages.js'
import type { ChoiceParameter, ValuesOf } from '../../frame/parameters.ts'

export type Cause = 'nothing' | 'one-engine' | 'flock' | 'one-design'

const cause: ChoiceParameter<Cause> = {
  kind: 'choice',
  label: m.flight_cause,
  default: 'flock',
  options: {
    nothing: m.flight_cause_nothing,
    'one-engine': m.flight_cause_one_engine,
    flock: m.flight_cause_flock,
    'one-design': m.flight_cause_one_design,
  },
}

/** What strikes; everything else follows. */
export const parameters = { cause }
export type FlightValues = ValuesOf<typeof parameters>

export type Part = 'engine1' | 'engine2' | 'turbine' | 'elac' | 'sec'

/** Everything that one cause reaches: the definition of a failure domain. */
const REACH: Readonly<Record<Cause, readonly Part[]>> = {
  nothing: [],
  'one-engine': ['engine1'],
  flock: ['engine1', 'engine2'],
  'one-design': ['elac'],
}

export interface FlightModel {
  readonly cause: Cause
  readonly works: Readonly<Record<Part, boolean>>
  /** The auxiliary turbine is started once no engine drives a generator. */
  readonly turbineRuns: boolean
  readonly enginesWorking: number
  readonly powerSources: number
  readonly computerKinds: number
  readonly thrust: boolean
  readonly power: boolean
  readonly control: boolean
}

/**
 * The structure function of the parts that the lesson speaks of: thrust needs an engine, power an
 * engine or the auxiliary turbine, control power and one of two kinds of computer.
 * @source ntsb-aar-10-03
 * @source briere-traverse-1993
 */
export function flight({ cause }: FlightValues): FlightModel {
  const hit = REACH[cause]
  const works = {
    engine1: !hit.includes('engine1'),
    engine2: !hit.includes('engine2'),
    turbine: !hit.includes('turbine'),
    elac: !hit.includes('elac'),
    sec: !hit.includes('sec'),
  }
  const count = (...parts: readonly Part[]) => parts.filter((part) => works[part]).length
  const enginesWorking = count('engine1', 'engine2')
  const turbineRuns = enginesWorking === 0 && works.turbine
  const computerKinds = count('elac', 'sec')
  const power = enginesWorking > 0 || turbineRuns
  return {
    cause,
    works,
    turbineRuns,
    enginesWorking,
    powerSources: enginesWorking + (turbineRuns ? 1 : 0),
    computerKinds,
    thrust: enginesWorking > 0,
    power,
    control: power && computerKinds > 0,
  }
}
