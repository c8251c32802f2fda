import { absorption } from '../absorption.ts'
import { availability } from '../availability.ts'
import { erlangB, erlangC } from '../erlang.ts'
import type { MarkovChain, Transition } from '../markov-chain.ts'
import { meanTimeToDataLoss } from '../mean-time-to-data-loss.ts'
import { queue } from '../queue.ts'
import { repairableKOfN } from '../repairable-k-of-n.ts'
import { minimumReplicas, spareCapacity } from '../spare-capacity.ts'
import { standby } from '../standby.ts'
import { steadyState } from '../steady-state.ts'
import { transientState } from '../transient-state.ts'
import { type CaseArguments, type Evaluate, numberOf, numbersOf } from './case-arguments.ts'

function transitionsOf(args: CaseArguments): readonly Transition[] {
  const value = args.rates
  if (!Array.isArray(value)) {
    throw new TypeError(`argument rates of a case must be a list, got ${JSON.stringify(value)}`)
  }
  return value.map((row: unknown): Transition => {
    const [from = NaN, to = NaN, rate = NaN] = numbersOf({ row }, 'row')
    return [from, to, rate]
  })
}

function chainOf(args: CaseArguments): MarkovChain {
  return { states: numberOf(args, 'n'), transitions: transitionsOf(args) }
}

/** A state as a number, or the probability of each as a list. */
function startOf(args: CaseArguments): number | readonly number[] {
  return Array.isArray(args.p0) ? numbersOf(args, 'p0') : numberOf(args, 'p0')
}

function rebuildOf(args: CaseArguments): 'serial' | 'parallel' {
  const { mode } = args
  if (mode === 'serial' || mode === 'parallel') return mode
  throw new TypeError(
    `argument mode of a case must be serial or parallel, got ${JSON.stringify(mode)}`,
  )
}

/**
 * The operations about time that this library answers: chains, repair, standby, load and queues.
 *
 * @throws RangeError from the function called, where a case is outside its domain
 * @throws TypeError where a case lacks an argument
 * @example dynamicsEvaluators['erlangB']?.({ c: 2, a: 1 }) // { pBlock: 0.2 }
 */
export const dynamicsEvaluators: Readonly<Record<string, Evaluate>> = {
  availabilityMtbf: (args) => {
    const up = availability({
      meanUpTime: numberOf(args, 'mtbf'),
      meanDownTime: numberOf(args, 'mttr'),
    })
    return { availability: up.reliability, unavailability: up.unreliability }
  },
  repairableKofN: (args) => {
    const outcome = repairableKOfN({
      n: numberOf(args, 'n'),
      k: numberOf(args, 'k'),
      failureRate: numberOf(args, 'lambda'),
      repairRate: numberOf(args, 'mu'),
      crews: numberOf(args, 'crews'),
    })
    return {
      availability: outcome.availability.reliability,
      unavailability: outcome.availability.unreliability,
      outageFrequency: outcome.outageFrequency,
      mttf: outcome.meanTimeToFailure,
      meanOutage: outcome.meanOutage,
    }
  },
  standby: (args) => {
    const { reliability, unreliability, meanTimeToFailure } = standby({
      n: numberOf(args, 'n'),
      failureRate: numberOf(args, 'lambda'),
      spareFailureRate: numberOf(args, 'lambdaStandby'),
      coverage: numberOf(args, 'c'),
      time: numberOf(args, 't'),
    })
    return { reliability, unreliability, mttf: meanTimeToFailure }
  },
  ctmcSteady: (args) => steadyState(chainOf(args)),
  ctmcTransient: (args) => transientState(chainOf(args), startOf(args), numberOf(args, 't')),
  ctmcAbsorb: (args) => absorption(chainOf(args), numbersOf(args, 'absorbing'), startOf(args)),
  mttdl: (args) => {
    const { meanTime, approximation } = meanTimeToDataLoss({
      disks: numberOf(args, 'n'),
      parity: numberOf(args, 'parity'),
      failureRate: numberOf(args, 'lambda'),
      rebuildRate: numberOf(args, 'mu'),
      rebuild: rebuildOf(args),
    })
    return { mttdl: meanTime, approx: approximation }
  },
  nPlusM: (args) => {
    const { totalLoad, perSurvivor, maximumUtilisation, survives } = spareCapacity({
      replicas: numberOf(args, 'n'),
      failed: numberOf(args, 'f'),
      utilisation: numberOf(args, 'util'),
      target: numberOf(args, 'target'),
    })
    return { totalLoad, perSurvivor, maxUtil: maximumUtilisation, survives }
  },
  minReplicas: (args) => ({
    replicas: minimumReplicas(
      numberOf(args, 'load'),
      numberOf(args, 'f'),
      numberOf(args, 'target'),
    ),
  }),
  erlangB: (args) => ({
    pBlock: erlangB({ servers: numberOf(args, 'c'), load: numberOf(args, 'a') }).unreliability,
  }),
  erlangC: (args) => ({
    pWait: erlangC({ servers: numberOf(args, 'c'), load: numberOf(args, 'a') }).unreliability,
  }),
  mmc: (args) => {
    const outcome = queue({
      servers: numberOf(args, 'c'),
      arrivalRate: numberOf(args, 'lambda'),
      serviceRate: numberOf(args, 'mu'),
    })
    return {
      pWait: outcome.atOnce.unreliability,
      wq: outcome.meanWait,
      lq: outcome.meanWaiting,
      w: outcome.meanResponse,
      pWaitGt: outcome.waitsLongerThan(numberOf(args, 't')),
    }
  },
}
