import * as m from '#messages/messages.js'
import {
  type ChoiceParameter,
  type FlagParameter,
  type NumberParameter,
  type Only,
  type ValuesOf,
  evenStops,
} from '../../frame/parameters.ts'
import { optionsOf } from '../../systems/circuit-breaker/design.ts'
import type { BreakerOptions } from '../../systems/circuit-breaker/options.ts'
import { type Fault, practice, sealedFaults } from './faults.ts'
import { type Design, type Fallback, type Prices, type Score, scoreOf } from './score.ts'

export type Library = BreakerOptions['semantics']

const library: ChoiceParameter<Library> = {
  kind: 'choice',
  label: m.design_library,
  default: 'cockatiel',
  options: {
    cockatiel: m.design_cockatiel,
    opossum: m.design_opossum,
    resilience4j: m.design_resilience4j,
  },
}

const fallback: ChoiceParameter<Fallback> = {
  kind: 'choice',
  label: m.design_fallback,
  default: 'error',
  options: {
    error: m.design_fallback_error,
    known: m.design_fallback_known,
    everyone: m.design_fallback_everyone,
  },
}

const flag = (label: () => string, on: boolean, only?: Only): FlagParameter => ({
  kind: 'flag',
  label,
  default: on,
  ...(only && { only }),
})

const count = (
  label: () => string,
  usual: number,
  stops: readonly number[],
  rest: Partial<NumberParameter> = {},
): NumberParameter => ({
  kind: 'number',
  unit: 'count',
  label,
  default: usual,
  minimum: stops[0] ?? 0,
  maximum: stops.at(-1) ?? 0,
  stops,
  ...rest,
})

const threshold: NumberParameter = {
  kind: 'number',
  unit: 'share',
  label: m.design_threshold,
  default: 0.5,
  minimum: 0.1,
  maximum: 0.9,
  stops: evenStops(0.1, 0.9, 0.1),
}

export const parameters = {
  committed: flag(m.design_commit, false),
  library,
  fallback,
  inRow: flag(m.design_in_row, false, { choice: 'library', is: ['cockatiel'] }),
  failures: count(m.design_failures, 5, evenStops(1, 10, 1), {
    needs: 'inRow',
    only: { choice: 'library', is: ['cockatiel'] },
  }),
  threshold,
  window: count(m.design_window, 20, [5, 10, 15, 20, 30, 50, 100]),
  openSeconds: count(m.design_open_seconds, 10, [1, 2, 3, 5, 10, 15, 20, 30, 60]),
  probes: count(m.design_probes, 3, evenStops(1, 10, 1), {
    only: { choice: 'library', is: ['resilience4j'] },
  }),
  givesUp: flag(m.design_gives_up, true),
  error: count(m.design_price_error, 4, evenStops(0, 20, 1)),
  call: count(m.design_price_call, 3, evenStops(0, 10, 1)),
  bad: count(m.design_price_bad, 60, evenStops(0, 200, 10)),
  round: count(m.design_round, 1, evenStops(1, 99, 1)),
}

export type DesignValues = ValuesOf<typeof parameters>

/** A breaker set as its library comes, or where it must be set, as its readme shows it. */
const AS_IT_COMES: Readonly<Record<Library, BreakerOptions>> = {
  cockatiel: {
    semantics: 'cockatiel',
    rule: { kind: 'consecutive', threshold: 5 },
    halfOpenAfterMs: 10_000,
  },
  opossum: { semantics: 'opossum' },
  resilience4j: { semantics: 'resilience4j' },
}

/** Whose score it is: the reader's, that of no breaker, that of the library as it comes. */
export const WHOSE = ['mine', 'none', 'usual'] as const
export type Whose = (typeof WHOSE)[number]

/** One fault, and what each design came to on it. */
export interface Examined {
  readonly fault: Fault
  /** The one to practise on counts for nothing. */
  readonly practice: boolean
  readonly scores: Readonly<Record<Whose, Score>>
}

export interface DesignModel {
  readonly values: DesignValues
  readonly practice: Examined
  /** The sealed ones; nothing before the reader commits. */
  readonly sealed: readonly Examined[]
  /** Over the sealed faults, or over the practice before they are opened. */
  readonly totals: Readonly<Record<Whose, number>>
}

/** The faults that count. */
export const counted = ({ sealed, practice: day }: DesignModel): readonly Examined[] =>
  sealed.length > 0 ? sealed : [day]

/**
 * A design of a breaker, examined on a fault that is known, and once it is committed on six that
 * are not: beside it no breaker at all, and the library's breaker as it comes. All three have the
 * same fallback, so that they differ by the breaker alone.
 *
 * @param values sound values of {@link parameters}
 */
export function breakerDesign(values: DesignValues): DesignModel {
  const { givesUp, fallback: standIn, error, call, bad } = values
  const prices: Prices = { error, call, bad }
  const of = (breaker: Design['breaker']): Design => ({ breaker, givesUp, fallback: standIn })
  const designs: Readonly<Record<Whose, Design>> = {
    mine: of(optionsOf(values)),
    none: of(undefined),
    usual: of(AS_IT_COMES[values.library]),
  }
  const examine = (fault: Fault): Examined => ({
    fault,
    practice: fault === practice,
    scores: {
      mine: scoreOf(designs.mine, fault, prices),
      none: scoreOf(designs.none, fault, prices),
      usual: scoreOf(designs.usual, fault, prices),
    },
  })
  const day = examine(practice)
  const sealed = values.committed ? sealedFaults(values.round).map(examine) : []
  const faults = sealed.length > 0 ? sealed : [day]
  const total = (whose: Whose) => faults.reduce((sum, { scores }) => sum + scores[whose].euros, 0)
  return {
    values,
    practice: day,
    sealed,
    totals: { mine: total('mine'), none: total('none'), usual: total('usual') },
  }
}
