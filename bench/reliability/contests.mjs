// What several libraries compute: for each the inputs with their exact answers, and how to ask whom.
// Exact values are from mpmath at 40 digits, for the doubles as they are, rounded to a double.
import { chains } from './chains.mjs'

const TAILS = [
  { n: 5, k: 3, r: 0.9, exact: 0.008559999999999995 },
  { n: 20, k: 15, r: 0.95, exact: 0.0003292943245282781 },
  { n: 100, k: 90, r: 0.95, exact: 0.011472410067484772 },
  { n: 1000, k: 970, r: 0.98, exact: 0.012647748346112729 },
  { n: 10000, k: 9900, r: 0.992, exact: 0.01285488999148847 },
]

const BETAS = [
  { a: 2.5, b: 1.5, x: 0.3, exact: 0.0889437231706656 },
  { a: 20, b: 3, x: 0.9, exact: 0.6200409384119036 },
  { a: 0.5, b: 400, x: 0.001, exact: 0.6288767946805289 },
]

const QUANTILES = [
  { p: 0.025, a: 3, b: 8, exact: 0.06673951117773447 },
  { p: 0.5, a: 20, b: 1.5, exact: 0.9432442272011151 },
  { p: 1e-6, a: 2, b: 30, exact: 4.6394691291346307e-5 },
]

const INTERVALS = [
  { x: 2, n: 50, risk: 0.05, exact: [0.00488143342616438, 0.13713762560396742] },
  { x: 7, n: 20, risk: 0.1, exact: [0.1773109175744491, 0.5580345113154888] },
  { x: 1, n: 1000, risk: 0.01, exact: [5.0125292607775065e-6, 0.007406286938352938] },
]

const LOADS = [
  { c: 10, a: 5, exact: 0.018384570336648132 },
  { c: 50, a: 40, exact: 0.01869067110963225 },
  { c: 200, a: 180, exact: 0.010324995204982297 },
]

/** One contest for a list of inputs, where everybody answers one number or several for each. */
const over = (name, inputs, contenders) => ({
  name,
  exact: inputs.flatMap(({ exact }) => exact),
  inputs: inputs.length,
  contenders: Object.entries(contenders).map(([who, ask]) => ({
    who,
    run: () => inputs.flatMap((input) => ask(input)),
  })),
})

function binomialSum(math, { n, k, r }) {
  let sum = 0
  for (let i = 0; i < k; i += 1) sum += math.combinations(n, i) * r ** i * (1 - r) ** (n - i)
  return sum
}

export function contests(library, { jstat, math, matrix, stdlib }) {
  const between =
    (quantile) =>
    ({ x, n, risk }) => [quantile(risk / 2, x, n - x + 1), quantile(1 - risk / 2, x + 1, n - x)]
  return [
    over('k-of-n (binomial tail)', TAILS, {
      ours: ({ n, k, r }) => library.kOfN(n, k, r).unreliability,
      jStat: ({ n, k, r }) => jstat.binomial.cdf(k - 1, n, r),
      '@stdlib': ({ n, k, r }) => stdlib.binomialCdf(k - 1, n, r),
      mathjs: (input) => binomialSum(math, input),
    }),
    over('incomplete beta', BETAS, {
      ours: ({ a, b, x }) => library.incompleteBeta(a, b, x).reliability,
      jStat: ({ a, b, x }) => jstat.ibeta(x, a, b),
      '@stdlib': ({ a, b, x }) => stdlib.betainc(x, a, b),
    }),
    over('beta quantile', QUANTILES, {
      ours: ({ p, a, b }) => library.betaQuantile(a, b, p),
      jStat: ({ p, a, b }) => jstat.beta.inv(p, a, b),
      '@stdlib': ({ p, a, b }) => stdlib.betaQuantile(p, a, b),
    }),
    over('Clopper-Pearson', INTERVALS, {
      ours: ({ x, n, risk }) => Object.values(library.clopperPearson(x, n, risk)),
      jStat: between((p, a, b) => jstat.beta.inv(p, a, b)),
      '@stdlib': between((p, a, b) => stdlib.betaQuantile(p, a, b)),
    }),
    over('Erlang B (Poisson ratio)', LOADS, {
      ours: ({ c, a }) => library.erlangB({ servers: c, load: a }).unreliability,
      jStat: ({ c, a }) => jstat.poisson.pdf(c, a) / jstat.poisson.cdf(c, a),
      '@stdlib': ({ c, a }) => 1 - stdlib.poissonCdf(c - 1, a) / stdlib.poissonCdf(c, a),
    }),
    ...chains(library, { jstat, math, matrix }),
  ]
}
