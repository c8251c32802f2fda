// Fault trees of nested 2-of-3 gates over 3^5 leaves, in which 20 events occur at several leaves.

const LEAVES = 243
const SHARED = Array.from({ length: 20 }, (_, index) => index)

/** Small and seeded (mulberry32), so that every run has the same trees. */
function shuffled(seed) {
  let state = seed
  const random = () => {
    state = (state + 0x6d2b79f5) | 0
    let word = Math.imul(state ^ (state >>> 15), 1 | state)
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32
  }
  const places = Array.from({ length: LEAVES }, (_, leaf) => leaf)
  for (let last = LEAVES - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    ;[places[last], places[other]] = [places[other], places[last]]
  }
  return places
}

function nested(leavesOf) {
  const leaves = Array.from({ length: LEAVES }, (_, leaf) => `event ${leaf}`)
  for (const index of SHARED) for (const leaf of leavesOf(index)) leaves[leaf] = `shared ${index}`
  const gate = (from, length) => {
    if (length === 1) return leaves[from]
    const third = length / 3
    return { atLeast: [2, [0, 1, 2].map((part) => gate(from + part * third, third))] }
  }
  const probabilities = Object.fromEntries(leaves.map((name) => [name, 0.1]))
  return { tree: gate(0, LEAVES), probabilities }
}

const scattered = (times) =>
  Array.from({ length: 20 }, (_, seed) => {
    const places = shuffled(seed + 1)
    return nested((index) => places.slice(times * index, times * (index + 1)))
  })

/** 223 events where each shared one occurs twice, 203 where it does three times. */
export const placements = [
  { name: 'neighbouring leaves', trees: [nested((s) => [2 * s, 2 * s + 1])] },
  { name: 'far apart', trees: [nested((s) => [4 * s, 162 + 4 * s])] },
  { name: 'far apart, in reverse', trees: [nested((s) => [4 * s, 242 - 4 * s])] },
  { name: 'random, 20 seeds', trees: scattered(2) },
  {
    name: 'in all three branches',
    trees: [nested((s) => [4 * s, 81 + 4 * s, 162 + 4 * s])],
  },
  { name: 'random, three places each, 20 seeds', trees: scattered(3) },
]
