import { alphaFactor } from '../alpha-factor.ts'
import { binomialFailureRate } from '../binomial-failure-rate.ts'
import { type FailureDomain, domainKofN } from '../failure-domain.ts'
import type { CommonCauseGroup } from '../common-cause-group.ts'
import { eventImportance } from '../fault-tree-importance.ts'
import type { FaultTree } from '../fault-tree-gate.ts'
import { faultTree } from '../fault-tree.ts'
import { kOfNHetero } from '../k-of-n-hetero.ts'
import { minimalCutSets } from '../minimal-cut-sets.ts'
import { multipleGreekLetters } from '../multiple-greek-letters.ts'
import { type CaseArguments, type Evaluate, numberOf, numbersOf } from './case-arguments.ts'

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function refuse(name: string, value: unknown): never {
  throw new TypeError(`argument ${name} of a case is malformed, got ${JSON.stringify(value)}`)
}

function recordOf(value: unknown, name: string): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : refuse(name, value)
}

function treesOf(value: unknown): readonly FaultTree[] {
  return Array.isArray(value) ? value.map(treeOf) : refuse('tree', value)
}

function treeOf(value: unknown): FaultTree {
  if (typeof value === 'string') return value
  const { and, or, atLeast, not } = recordOf(value, 'tree')
  if (and !== undefined) return { and: treesOf(and) }
  if (or !== undefined) return { or: treesOf(or) }
  if (not !== undefined) return { not: treeOf(not) }
  if (!Array.isArray(atLeast)) return refuse('tree', value)
  const [count, of] = atLeast
  return { atLeast: [numberOf({ count }, 'count'), treesOf(of)] }
}

function domainOf(value: unknown): FailureDomain {
  const args = recordOf(value, 'tree')
  const own = numberOf(args, 'p')
  if (args.children === undefined) {
    return { own, leaves: numberOf(args, 'leaves'), leaf: numberOf(args, 'leafP') }
  }
  if (!Array.isArray(args.children)) return refuse('children', args.children)
  return { own, children: args.children.map(domainOf) }
}

/** Cut sets where the tree has any to speak of: cases of non-coherent trees expect none. */
function cutSetsOf(tree: FaultTree): unknown {
  try {
    return minimalCutSets(tree)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function evaluateFaultTree(args: CaseArguments): unknown {
  const tree = treeOf(args.tree)
  const given = recordOf(args.probs, 'probs')
  const probabilities = Object.fromEntries(
    Object.keys(given).map((name) => [name, numberOf(given, name)]),
  )
  const importance = Object.entries(eventImportance(tree, probabilities))
  return {
    probability: faultTree(tree, probabilities).unreliability,
    birnbaum: Object.fromEntries(importance.map(([name, { birnbaum }]) => [name, birnbaum])),
    minimalCutSets: cutSetsOf(tree),
  }
}

function groupOf({ eventProbabilities, ...system }: CommonCauseGroup): unknown {
  return { ...system, Q: eventProbabilities }
}

function flagOf(args: CaseArguments, name: string): boolean {
  const value = args[name]
  return typeof value === 'boolean' ? value : refuse(name, value)
}

/**
 * The operations on structures that do not change in time.
 *
 * @throws RangeError from the function called, where a case is outside its domain
 * @throws TypeError where a case lacks an argument or holds something malformed
 * @example structureEvaluators['kOfNHetero']?.({ k: 1, ps: [0.5, 0.5] }) // reliability 0.75
 */
export const structureEvaluators: Readonly<Record<string, Evaluate>> = {
  kOfNHetero: (args) => kOfNHetero(numberOf(args, 'k'), numbersOf(args, 'ps')),
  faultTree: evaluateFaultTree,
  domainKofN: (args) => domainKofN(domainOf(args.tree), numberOf(args, 'k')),
  mgl: (args) =>
    groupOf(
      multipleGreekLetters({
        m: numberOf(args, 'm'),
        k: numberOf(args, 'k'),
        unreliability: numberOf(args, 'q'),
        letters: numbersOf(args, 'rho'),
      }),
    ),
  alphaFactor: (args) =>
    groupOf(
      alphaFactor({
        m: numberOf(args, 'm'),
        k: numberOf(args, 'k'),
        unreliability: numberOf(args, 'q'),
        alphas: numbersOf(args, 'alpha'),
        staggered: flagOf(args, 'staggered'),
      }),
    ),
  bfr: (args) =>
    binomialFailureRate({
      n: numberOf(args, 'n'),
      k: numberOf(args, 'k'),
      unreliability: numberOf(args, 'q'),
      shock: numberOf(args, 'mu'),
      shockFailure: numberOf(args, 'rho'),
      lethalShock: numberOf(args, 'omega'),
    }),
}
