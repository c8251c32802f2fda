import type { NumberedTree } from './fault-tree-gate.ts'
import type { Probability } from './probability.ts'

/** A number for each combination of the values of some variables, of which the first changes fastest. */
export interface Table {
  readonly scope: readonly number[]
  readonly values: Float64Array
}

/**
 * A tree as a product of tables over variables: its events, and for each gate the number of inputs
 * that happen among the first, the first two, and so on. Summed over all variables but the top, the
 * product says how likely each value of the top is.
 */
export interface FaultTreeNetwork {
  /** How many values each variable has. */
  readonly sizes: readonly number[]
  readonly tables: readonly Table[]
  /** The variable of the top event. */
  readonly top: number
  /** For each value of that variable, whether the top event happens. */
  readonly happens: readonly boolean[]
}

/** An event or gate: its variable, and for each value of that whether it happens. */
interface Part {
  readonly variable: number
  readonly happens: readonly boolean[]
}

/** So many entries of tables are worth writing down; gates that count far need more. */
const MOST_ENTRIES = 2 ** 20

/** For each event and gate, the first event that it has in common with another part of the tree. */
function firstShared({ events, gates }: NumberedTree): readonly number[] {
  const uses = events.map(() => 0)
  for (const { inputs } of gates) {
    for (const input of inputs) uses[input] = (uses[input] ?? 0) + 1
  }
  const first = events.map((_, event) => ((uses[event] ?? 0) > 1 ? event : Infinity))
  for (const { inputs } of gates) {
    first.push(inputs.reduce((least, input) => Math.min(least, first[input] ?? 0), Infinity))
  }
  return first
}

/** What becomes of a count of so many values, which moves down by `-shift`, with the next input. */
function countingTable(
  values: number,
  shift: number,
  happens: readonly boolean[],
  width: number,
): Float64Array {
  const rows = values * happens.length
  const table = new Float64Array(rows * width)
  for (let row = 0; row < rows; row += 1) {
    const counted = (row % values) + shift + Number(happens[Math.floor(row / values)])
    table[Math.min(Math.max(counted, 0), width - 1) * rows + row] = 1
  }
  return table
}

/**
 * The tables of a tree. Each gate counts along its inputs, but no further than its fate depends on it.
 *
 * @param tree the tree in numbers
 * @param events the probabilities of its events, in their order
 * @returns the network, or null where its tables would be large
 * @source bobbio-2001
 * @example faultTreeNetwork(numberTree('a', 'f'), [fromUnreliability(0.25)])?.tables // one, of 0.75 and 0.25
 */
export function faultTreeNetwork(
  tree: NumberedTree,
  events: readonly Probability[],
): FaultTreeNetwork | null {
  const sizes: number[] = []
  const tables: Table[] = []
  let entries = 0
  const variableOf = (values: number): number => sizes.push(values) - 1
  const parts = events.map(({ reliability, unreliability }): Part => {
    const variable = variableOf(2)
    tables.push({ scope: [variable], values: Float64Array.of(reliability, unreliability) })
    return { variable, happens: [false, true] }
  })
  const first = firstShared(tree)
  for (const { count: asked, inputs, negated } of tree.gates) {
    const count = Math.min(Math.max(asked, 0), inputs.length + 1)
    const sparing = inputs.length - count + 1
    // A gate of no inputs has one value; for others the first input takes this place.
    let counter: number | null = null
    let [least, values] = [0, 1]
    // Inputs that share an event stand together, so that few counts depend on it.
    const ordered = inputs.toSorted((one, other) => (first[one] ?? 0) - (first[other] ?? 0))
    for (const [index, input] of ordered.entries()) {
      const { variable, happens } = parts[input] ?? { variable: 0, happens: [] }
      // With `lowest` the gate is spared, or nothing has happened; with `count` it happens.
      const lowest = Math.max(0, index + 1 - sparing)
      const width = Math.min(count, index + 1) - lowest + 1
      entries += values * happens.length * width
      if (entries > MOST_ENTRIES) return null
      const next = variableOf(width)
      const scope = counter === null ? [variable, next] : [counter, variable, next]
      tables.push({ scope, values: countingTable(values, least - lowest, happens, width) })
      counter = next
      ;[least, values] = [lowest, width]
    }
    if (counter === null) {
      counter = variableOf(1)
      tables.push({ scope: [counter], values: Float64Array.of(1) })
    }
    const happens = Array.from({ length: values }, (_, value) => least + value >= count !== negated)
    parts.push({ variable: counter, happens })
  }
  const { variable: top, happens } = parts[tree.top] ?? { variable: 0, happens: [] }
  return { sizes, tables, top, happens }
}
