import { betaFactor } from '../beta-factor.ts'
import { downtime } from '../downtime.ts'
import {
  breakEvenSeries,
  breakEvenSpurious,
  failoverCoverage,
  failoverSeries,
  failoverSpurious,
} from '../failover-pair.ts'
import { kOfN } from '../k-of-n.ts'
import { nines } from '../nines.ts'
import { parallel } from '../parallel.ts'
import { fromUnreliability } from '../probability.ts'
import { series } from '../series.ts'
import { type Evaluate, numberOf, numbersOf } from './case-arguments.ts'
import { distributedEvaluators } from './evaluate-distributed.ts'
import { dynamicsEvaluators } from './evaluate-dynamics.ts'
import { structureEvaluators } from './evaluate-structure.ts'

/**
 * The operations that this library answers, by the names the golden cases use.
 *
 * @throws RangeError from the function called, where a case is outside its domain
 * @throws TypeError where a case lacks an argument
 * @example evaluators['nines']?.({ availability: 0.999 }) // { nines: 3 }, nearly
 */
export const evaluators: Readonly<Record<string, Evaluate>> = {
  series: (args) => series(numbersOf(args, 'ps')),
  parallel: (args) => parallel(numbersOf(args, 'ps')),
  kOfN: (args) => kOfN(numberOf(args, 'n'), numberOf(args, 'k'), numberOf(args, 'p')),
  kOfN_q: (args) =>
    kOfN(numberOf(args, 'n'), numberOf(args, 'k'), fromUnreliability(numberOf(args, 'q'))),
  betaFactor: (args) =>
    betaFactor({
      n: numberOf(args, 'n'),
      k: numberOf(args, 'k'),
      unreliability: numberOf(args, 'q'),
      beta: numberOf(args, 'beta'),
    }),
  failoverCoverage: (args) =>
    failoverCoverage({
      a: numberOf(args, 'a'),
      b: numberOf(args, 'b'),
      coverage: numberOf(args, 'c'),
    }),
  failoverSeries: (args) =>
    failoverSeries({ a: numberOf(args, 'a'), b: numberOf(args, 'b'), path: numberOf(args, 'r') }),
  failoverSpurious: (args) =>
    failoverSpurious({
      a: numberOf(args, 'a'),
      b: numberOf(args, 'b'),
      coverage: numberOf(args, 'c'),
      spurious: numberOf(args, 's'),
    }),
  breakEvenSeries: (args) => ({
    r: breakEvenSeries({ a: numberOf(args, 'a'), b: numberOf(args, 'b') }),
  }),
  breakEvenSpurious: (args) => ({
    s: breakEvenSpurious({
      a: numberOf(args, 'a'),
      b: numberOf(args, 'b'),
      coverage: numberOf(args, 'c'),
    }),
  }),
  downtime: (args) => downtime(numberOf(args, 'availability'), numberOf(args, 'periodHours')),
  nines: (args) => ({ nines: nines(numberOf(args, 'availability')) }),
  ...dynamicsEvaluators,
  ...structureEvaluators,
  ...distributedEvaluators,
}
