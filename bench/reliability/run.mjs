// npm run bench:reliability: how accurate and how fast the built reliability library is, beside
// others where they have the function. Prints and judges nothing; ../README.md says what is measured.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism, loadavg } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildLibrary } from '../../tools/build-library.mjs'
import { command, isEntry, npm, root, setUp } from '../../tools/set-up.mjs'
import { tableOf } from '../table.mjs'
import { contests } from './contests.mjs'
import { timesOf, worstError, written } from './measure.mjs'
import { targetRows } from './targets.mjs'

const home = path.join(root, 'bench/reliability')
/** Worse than this is a wrong answer. */
const WRONG = 1e-9

async function loadPeers() {
  if (!existsSync(path.join(home, 'node_modules/mathjs/package.json')))
    await npm(['ci', '--prefix', home], { label: 'Installing the libraries to compare with' })
  const require = createRequire(path.join(home, 'package.json'))
  return {
    jstat: require('jstat'),
    math: require('mathjs'),
    matrix: require('ml-matrix'),
    stdlib: {
      binomialCdf: require('@stdlib/stats-base-dists-binomial-cdf'),
      poissonCdf: require('@stdlib/stats-base-dists-poisson-cdf'),
      betaQuantile: require('@stdlib/stats-base-dists-beta-quantile'),
      betainc: require('@stdlib/math-base-special-betainc'),
      minstd: require('@stdlib/random-base-minstd'),
      mt19937: require('@stdlib/random-base-mt19937'),
    },
  }
}

/** The error of one contender, or why it has no answer. */
function outcome({ who, run }, { exact }) {
  try {
    return { who, run, error: worstError(run(), exact) }
  } catch (error) {
    return { who, error: Infinity, reason: error.message }
  }
}

function compete(contest) {
  const outcomes = contest.contenders.map((contender) => outcome(contender, contest))
  const times = timesOf(outcomes.map(({ run }) => run ?? (() => null)))
  const found = outcomes.map((one, index) => ({
    ...one,
    ms: one.run ? times[index] / contest.inputs : NaN,
  }))
  const right = found.filter(({ who, error }) => who !== 'ours' && error <= WRONG)
  const slowest = Math.max(...right.map(({ ms }) => ms))
  return found.map(({ who, error, ms, reason }, index) => ({
    what: index === 0 ? contest.name : '',
    who,
    value: Number.isNaN(ms) ? '' : written(ms),
    error: error === Infinity ? '' : error.toExponential(1),
    verdict:
      error > WRONG
        ? (reason ?? 'wrong')
        : who !== 'ours' || right.length === 0
          ? ''
          : ms <= slowest
            ? 'not the slowest that is right'
            : 'SLOWER than all that are right',
  }))
}

/** How long a draw takes each, 100 components a run as for Monte Carlo. */
function drawContest(library, { math, stdlib }) {
  const draws = 200_000
  const count = (random) => () => {
    let failures = 0
    for (let draw = 0; draw < draws; draw += 1) if (random() < 0.01) failures += 1
    return failures
  }
  const model = {
    components: Array.from({ length: 100 }, () => 0.99),
    fails: (_, failures) => failures >= 3,
    runs: draws / 100,
    seed: 1,
  }
  const contenders = {
    ours: () => library.monteCarlo(model),
    '@stdlib minstd': count(stdlib.minstd.normalized),
    '@stdlib mt19937': count(stdlib.mt19937.normalized),
    mathjs: count(() => math.random()),
  }
  const times = timesOf(Object.values(contenders))
  return Object.keys(contenders).map((who, index) => ({
    what: index === 0 ? 'random draw of a component' : '',
    who,
    value: written(times[index] / draws),
  }))
}

const columns = [
  { key: 'what', head: 'computed' },
  { key: 'who', head: 'by' },
  { key: 'value', head: 'a call', right: true },
  { key: 'error', head: 'worst error', right: true },
  { key: 'verdict', head: '' },
]

async function main() {
  await setUp()
  const peers = await loadPeers()
  const out = path.join(root, '.build/library')
  const { bytes, exports } = await buildLibrary(out)
  const library = await import(pathToFileURL(path.join(out, 'still-flying-reliability.js')).href)
  console.log(
    `Node ${process.version.slice(1)}, ${availableParallelism()} processors. The library: ${exports.length} exports, ${(bytes / 1000).toFixed(1)} kB minified and packed.\n`,
  )
  console.log(`${tableOf(targetRows(library))}\n`)
  const rows = contests(library, peers).flatMap(compete)
  console.log(tableOf([...rows, ...drawContest(library, peers)], columns))
  const [load] = loadavg()
  if (load > availableParallelism())
    console.log(`\nOther programs were at work (load ${load.toFixed(1)}): times are too high.`)
}

if (isEntry(import.meta.url)) await command(main)
