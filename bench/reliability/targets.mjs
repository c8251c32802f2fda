// What the library itself has to reach, whoever else there is.
import { median } from '../quantile.mjs'
import { transientOf200 } from './chains.mjs'
import { timeOf, worstError, written } from './measure.mjs'
import { placements } from './placements.mjs'

/** At most so many milliseconds, or at least so many draws a second. */
const LIMITS = { kOfN: 0.05, hetero: 2, faultTree: 50, chain: 30, draws: 100e6 }

const row = (what, ms, limit, note = '') => ({
  what,
  value: written(ms),
  target: `at most ${written(limit)}`,
  verdict: ms < limit ? 'met' : 'not met',
  note,
})

const error = (numbers, exact) => `off by ${worstError(numbers, exact).toExponential(0)}`

function treeRows(library) {
  // The engine takes some dozen trees to warm to all of the code.
  for (let round = 0; round < 20; round += 1)
    for (const { trees } of placements) library.faultTree(trees[0].tree, trees[0].probabilities)
  return placements.map(({ name, trees }) => {
    const times = trees.map(({ tree, probabilities }) => {
      const call = () => library.faultTree(tree, probabilities)
      call()
      const few = Array.from({ length: trees.length > 1 ? 5 : 11 }, () => {
        const start = performance.now()
        call()
        return performance.now() - start
      })
      return median(few)
    })
    const note = trees.length > 1 ? `the worst; the median is ${written(median(times))}` : ''
    return row(`fault tree, 20 events shared: ${name}`, Math.max(...times), LIMITS.faultTree, note)
  })
}

/** Draws a second on one core, 100 components a run, of which any three down bring the system down. */
function drawRow(library) {
  const [components, runs] = [100, 100_000]
  const model = {
    components: Array.from({ length: components }, () => 0.99),
    fails: (_, failures) => failures >= 3,
    runs,
    seed: 1,
  }
  const perSecond = (components * runs) / (timeOf(() => library.monteCarlo(model)) / 1000)
  return {
    what: 'Monte Carlo, component draws a second',
    value: `${(perSecond / 1e6).toFixed(0)} million`,
    target: `at least ${LIMITS.draws / 1e6} million`,
    verdict: perSecond >= LIMITS.draws ? 'met' : 'not met',
  }
}

export function targetRows(library) {
  const unequal = Array.from({ length: 1000 }, (_, index) =>
    library.fromUnreliability((1 + index) / 100_000),
  )
  const many = () => library.kOfN(10_000, 9900, 0.992)
  const hetero = () => library.kOfNHetero(990, unequal)
  const { chain, time, exact } = transientOf200
  const steady = () => library.steadyState(chain)
  const transient = () => library.transientState(chain, 0, time)
  const absorbed = () => library.absorption(chain, [199], 0)
  return [
    row(
      'k-of-n, n = 10,000',
      timeOf(many),
      LIMITS.kOfN,
      error([many().unreliability], [0.01285488999148847]),
    ),
    row(
      'k-of-n of unequal parts, n = 1,000',
      timeOf(hetero),
      LIMITS.hetero,
      error([hetero().unreliability], [0.013483397834792818]),
    ),
    ...treeRows(library),
    row(
      'CTMC of 200 states, steady state',
      timeOf(steady),
      LIMITS.chain,
      error(
        steady(),
        exact.map(() => 1 / 200),
      ),
    ),
    row(
      'CTMC of 200 states, transient',
      timeOf(transient),
      LIMITS.chain,
      error(transient(), exact),
    ),
    // By hand: 199 states that each lead to the absorbing one at 0.01.
    row(
      'CTMC of 200 states, absorption',
      timeOf(absorbed),
      LIMITS.chain,
      error([absorbed().meanTime], [100]),
    ),
    drawRow(library),
  ]
}
