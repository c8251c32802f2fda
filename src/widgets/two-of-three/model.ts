import * as m from '#messages/messages.js'
import { evenStops, type NumberParameter, type ValuesOf } from '../../frame/parameters.ts'
import { betaFactor } from '../../reliability/beta-factor.ts'
import { kOfN } from '../../reliability/k-of-n.ts'
import { parallel } from '../../reliability/parallel.ts'
import { nextUniform, randomState } from '../../reliability/random-source.ts'

export const SERVERS = 3
const NEEDED = 2

/** Moments along each side of the square, and in all of it. */
export const SIDE = 100
export const MOMENTS = SIDE * SIDE

const MOST_DOWN = 0.2

export const parameters = {
  down: {
    kind: 'number',
    unit: 'share',
    label: m.trio_down,
    default: 0.01,
    minimum: 0.001,
    maximum: MOST_DOWN,
    stops: [0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, MOST_DOWN],
  },
  shared: {
    kind: 'number',
    unit: 'share',
    label: m.trio_shared,
    default: 0,
    minimum: 0,
    maximum: 1,
    stops: [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1],
  },
  luck: {
    kind: 'number',
    unit: 'count',
    label: m.trio_luck,
    default: 1,
    minimum: 1,
    maximum: 20,
    stops: evenStops(1, 20, 1),
  },
} as const satisfies Record<string, NumberParameter>

export type TrioValues = ValuesOf<typeof parameters>

/** A moment that was drawn and at which something was down. */
export interface Moment {
  /** Its place in the square, row by row, from 0. */
  readonly at: number
  readonly downs: number
  /** The first two servers, of which the quoted product speaks. */
  readonly namedPair: boolean
  readonly sharedCause: boolean
}

export interface TrioModel {
  readonly values: TrioValues
  /** Probability that two servers chosen in advance are down, if nothing is shared: what is quoted. */
  readonly quoted: number
  /** That at least two of three are down, if nothing is shared. */
  readonly anyTwo: number
  /** The same with the share of failures that strikes all three. */
  readonly withShared: number
  readonly moments: readonly Moment[]
  readonly drawn: {
    readonly oneDown: number
    readonly out: number
    /** Of these, with all three down. */
    readonly all: number
    readonly namedPair: number
    readonly sharedCause: number
  }
}

function draw({ down, shared, luck }: TrioValues): readonly Moment[] {
  const state = randomState(luck)
  const moments: Moment[] = []
  for (let at = 0; at < MOMENTS; at++) {
    const sharedCause = nextUniform(state) < shared * down
    const own = Array.from({ length: SERVERS }, () => nextUniform(state) < (1 - shared) * down)
    const isDown = own.map((fails) => fails || sharedCause)
    const downs = isDown.filter(Boolean).length
    if (downs > 0)
      moments.push({ at, downs, sharedCause, namedPair: isDown[0] === true && isDown[1] === true })
  }
  return moments
}

/**
 * Three servers of which two are needed: how often fewer work, by the product that is quoted, by
 * the right sum, and with common causes; and ten thousand moments drawn by chance.
 *
 * @param values sound values of {@link parameters}
 * @source fleming-1975
 */
export function trio(values: TrioValues): TrioModel {
  const { down, shared } = values
  const moments = draw(values)
  const countOf = (is: (moment: Moment) => boolean) => moments.filter(is).length
  return {
    values,
    quoted: parallel([1 - down, 1 - down]).unreliability,
    anyTwo: kOfN(SERVERS, NEEDED, 1 - down).unreliability,
    withShared: betaFactor({ n: SERVERS, k: NEEDED, unreliability: down, beta: shared })
      .unreliability,
    moments,
    drawn: {
      oneDown: countOf(({ downs }) => downs === 1),
      out: countOf(({ downs }) => downs >= NEEDED),
      all: countOf(({ downs }) => downs === SERVERS),
      namedPair: countOf(({ namedPair }) => namedPair),
      sharedCause: countOf(({ sharedCause }) => sharedCause),
    },
  }
}
