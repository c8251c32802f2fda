// Markov chains whose answers are known in closed form.

/** Every pair of states exchanges at its own rate; weights in proportion to 1, 2, … are stationary. */
function exchange(size) {
  const total = (size * (size + 1)) / 2
  const transitions = []
  for (let from = 0; from < size; from += 1)
    for (let to = 0; to < size; to += 1)
      if (from !== to) transitions.push([from, to, (1 + ((from + to) % 7)) / (from + 1)])
  const exact = Array.from({ length: size }, (_, state) => (state + 1) / total)
  return { chain: { states: size, transitions }, exact }
}

/** Every state leads to every other at the same rate: p(0) = 1/n + (1 - 1/n) exp(-n r t). */
function complete(size, rate, time) {
  const transitions = []
  for (let from = 0; from < size; from += 1)
    for (let to = 0; to < size; to += 1) if (from !== to) transitions.push([from, to, rate])
  const left = Math.exp(-size * rate * time)
  const exact = Array.from({ length: size }, (_, state) =>
    state === 0 ? 1 / size + (1 - 1 / size) * left : -Math.expm1(-size * rate * time) / size,
  )
  return { chain: { states: size, transitions }, time, exact }
}

/** Up at 1 and down at 0.9 until the last state: from i to i + 1 takes m(i) = 1 + 0.9 m(i - 1). */
function climb(size) {
  const transitions = []
  let mean = 0
  let step = 0
  for (let state = 0; state < size - 1; state += 1) {
    transitions.push([state, state + 1, 1])
    if (state > 0) transitions.push([state, state - 1, 0.9])
    step = state === 0 ? 1 : 1 + 0.9 * step
    mean += step
  }
  return { chain: { states: size, transitions }, exact: [mean] }
}

/** The rates as rows, with what leaves a state on the diagonal. */
function generator({ states, transitions }) {
  const rows = Array.from({ length: states }, () => Array.from({ length: states }, () => 0))
  for (const [from, to, rate] of transitions) {
    rows[from][to] += rate
    rows[from][from] -= rate
  }
  return rows
}

const transposed = (rows) => rows[0].map((_, column) => rows.map((row) => row[column]))

/** Balance of every state but the last, whose place the sum of all takes, and the right-hand side. */
function balance(chain) {
  const rows = transposed(generator(chain))
  rows[rows.length - 1].fill(1)
  return { rows, right: rows.map((_, index) => (index === rows.length - 1 ? 1 : 0)) }
}

/** Who is asked for one number list; the equations are set up in the time, as ours are. */
const contest = (name, exact, contenders) => ({
  name,
  exact,
  inputs: 1,
  contenders: Object.entries(contenders).map(([who, run]) => ({ who, run })),
})

function solvers({ jstat, math, matrix }) {
  return {
    'ml-matrix': (rows, right) =>
      matrix.solve(new matrix.Matrix(rows), matrix.Matrix.columnVector(right)).to1DArray(),
    mathjs: (rows, right) => math.lusolve(rows, right).map(([value]) => value),
    jStat: (rows, right) =>
      jstat
        .gauss_elimination(
          rows,
          right.map((value) => [value]),
        )
        .flat(),
  }
}

export function chains(library, peers) {
  const solve = solvers(peers)
  const asked = (equations, read) =>
    Object.fromEntries(
      Object.entries(solve).map(([who, solver]) => [
        who,
        () => {
          const { rows, right } = equations()
          return read(solver(rows, right))
        },
      ]),
    )
  const rest = exchange(200)
  const small = complete(20, 0.1, 0.5)
  const way = climb(200)
  // Without the last state: minus the generator times the mean times is 1.
  const hitting = () => {
    const rows = generator(way.chain)
      .slice(0, -1)
      .map((row) => row.slice(0, -1).map((rate) => -rate))
    return { rows, right: rows.map(() => 1) }
  }
  return [
    contest('CTMC steady state, 200 states', rest.exact, {
      ours: () => library.steadyState(rest.chain),
      ...asked(
        () => balance(rest.chain),
        (answer) => answer,
      ),
    }),
    contest('CTMC absorption, 200 states', way.exact, {
      ours: () => [library.absorption(way.chain, [199], 0).meanTime],
      ...asked(hitting, ([first]) => [first]),
    }),
    contest('CTMC transient, 20 states', small.exact, {
      ours: () => library.transientState(small.chain, 0, small.time),
      mathjs: () => {
        const rows = generator(small.chain).map((row) => row.map((rate) => rate * small.time))
        return peers.math.expm(rows).toArray()[0]
      },
    }),
  ]
}

/** What only ours is timed for. */
export const transientOf200 = complete(200, 0.01, 0.5)
