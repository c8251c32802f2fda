import type { FaultTreeNetwork, Table } from './fault-tree-network.ts'
import { type Probability, fromBothSides } from './probability.ts'

/** So many products are formed together; they fit the nearest cache. */
const BLOCK = 2048

/** Where in `table` the values are found for all combinations of the variables `along`. */
function places({ scope }: Table, along: readonly number[], sizes: readonly number[]): Int32Array {
  const strides = new Map<number, number>()
  let stride = 1
  for (const variable of scope) {
    strides.set(variable, stride)
    stride *= sizes[variable] ?? 1
  }
  let length = 1
  for (const variable of along) length *= sizes[variable] ?? 1
  const result = new Int32Array(length)
  let done = 1
  for (const variable of along) {
    const step = strides.get(variable) ?? 0
    const end = done * (sizes[variable] ?? 1)
    for (let at = done; at < end; at += 1) result[at] = (result[at - done] ?? 0) + step
    done = end
  }
  return result
}

/** The product of the tables, summed over one variable. */
function sumOut(variable: number, tables: readonly Table[], sizes: readonly number[]): Table {
  const others = new Set(tables.flatMap(({ scope }) => scope))
  others.delete(variable)
  const scope = [...others]
  const all = [variable, ...scope]
  let columns = 1
  let split = 0
  while (split < all.length && columns < BLOCK) columns *= sizes[all[split++] ?? 0] ?? 1
  const factors = tables.map((table) => ({
    values: table.values,
    low: places(table, all.slice(0, split), sizes),
    high: places(table, all.slice(split), sizes),
  }))
  const rows = factors[0]?.high.length ?? 0
  const summed = sizes[variable] ?? 1
  const products = new Float64Array(columns)
  const sums = new Float64Array((rows * columns) / summed)
  for (let row = 0, at = 0; row < rows; row += 1) {
    products.fill(1)
    for (const { values, low, high } of factors) {
      const first = high[row] ?? 0
      for (let column = 0; column < columns; column += 1) {
        products[column] = (products[column] ?? 0) * (values[first + (low[column] ?? 0)] ?? 0)
      }
    }
    for (let column = 0; column < columns; at += 1) {
      let sum = 0
      for (const end = column + summed; column < end; column += 1) sum += products[column] ?? 0
      sums[at] = sum
    }
  }
  return { scope, values: sums }
}

/**
 * The probability of the top event, by summing the variables of its network out one by one. Nothing
 * is subtracted.
 *
 * @param network the tree as a product of tables
 * @param order all variables but the top, first to be summed out first
 * @returns that the top event happens is the `unreliability`
 * @source dechter-1999
 */
export function eliminated(
  { sizes, tables, top, happens }: FaultTreeNetwork,
  order: readonly number[],
): Probability {
  const having = sizes.map(() => new Set<Table>())
  const place = (table: Table): void => {
    for (const variable of table.scope) having[variable]?.add(table)
  }
  for (const table of tables) place(table)
  for (const variable of order) {
    const merged = [...(having[variable] ?? [])]
    for (const table of merged) for (const other of table.scope) having[other]?.delete(table)
    place(sumOut(variable, merged, sizes))
  }
  const likelihood = (wanted: boolean): number => {
    const chosen = Float64Array.from(happens, (value) => Number(value === wanted))
    const last = sumOut(top, [...(having[top] ?? []), { scope: [top], values: chosen }], sizes)
    return last.values[0] ?? 0
  }
  return fromBothSides(likelihood(false), likelihood(true))
}
