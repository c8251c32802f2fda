/** The variables in a product of tables. */
export interface TableProduct {
  /** How many values each variable has. */
  readonly sizes: readonly number[]
  /** For each table, the variables it depends on. */
  readonly scopes: readonly (readonly number[])[]
}

/** An order in which variables are summed out of a product of tables, and what that takes. */
export interface EliminationOrder {
  /** All variables but the one that is kept. */
  readonly order: readonly number[]
  /** How many numbers are multiplied in all. */
  readonly cost: number
}

/** How much, in logarithms, luck may add to what the growth of a table is taken for. */
const SPREAD = 0.4

/** Multiplications done in the time that another attempt takes for each variable. */
const COST_OF_TRYING = 2000

/** What becomes of the tables of a variable when it is summed out. */
interface Merger {
  readonly scope: Set<number>
  /** Entries of these tables. */
  readonly before: number
  /** Entries of their product. */
  readonly after: number
}

/** The tables that are left while variables are summed out. */
interface RemainingTables {
  readonly merger: (variable: number) => Merger
  /** Sums a variable out and says how many numbers are multiplied for that. */
  readonly merge: (variable: number, merger: Merger) => number
}

function remainingTables({ sizes, scopes }: TableProduct): RemainingTables {
  const entries = new Map<Iterable<number>, number>()
  const having = sizes.map(() => new Set<Iterable<number>>())
  const place = (scope: Iterable<number>): void => {
    let count = 1
    for (const variable of scope) {
      having[variable]?.add(scope)
      count *= sizes[variable] ?? 1
    }
    entries.set(scope, count)
  }
  for (const scope of scopes) place(scope)

  const merger = (variable: number): Merger => {
    const scope = new Set<number>()
    let [before, after] = [0, 1]
    for (const table of having[variable] ?? []) {
      before += entries.get(table) ?? 0
      for (const other of table) scope.add(other)
    }
    for (const other of scope) after *= sizes[other] ?? 1
    return { scope, before, after }
  }

  const merge = (variable: number, { scope, after }: Merger): number => {
    const merged = having[variable] ?? new Set()
    having[variable] = new Set()
    for (const table of merged) for (const other of table) having[other]?.delete(table)
    scope.delete(variable)
    place(scope)
    return after * merged.size
  }
  return { merger, merge }
}

/** Always next the variable whose tables grow least when they become one without it. */
function attempt(
  product: TableProduct,
  kept: number,
  most: number,
  luck: () => number,
): EliminationOrder {
  const { merger, merge } = remainingTables(product)
  // Where tables shrink nothing has to be compared.
  const free: number[] = []
  const growth = new Map<number, number>()
  const rate = (variable: number): void => {
    if (variable === kept) return
    const { before, after } = merger(variable)
    growth.set(variable, (after / before) * luck())
    if (after < before) free.push(variable)
  }
  const least = (): number | undefined => {
    let [found, lowest]: [number | undefined, number] = [undefined, Infinity]
    for (const [variable, rated] of growth) if (rated < lowest) [found, lowest] = [variable, rated]
    return found
  }

  for (const variable of product.sizes.keys()) rate(variable)
  const order: number[] = []
  let cost = 0
  while (growth.size > 0 && cost <= most) {
    const easy = free.pop()
    const next = easy ?? least()
    if (next === undefined) return { order, cost: Infinity }
    const merging = merger(next)
    if (!growth.has(next) || (easy !== undefined && merging.after >= merging.before)) continue
    growth.delete(next)
    order.push(next)
    cost += merge(next, merging)
    for (const variable of merging.scope) rate(variable)
  }
  return { order, cost: cost <= most ? cost : Infinity }
}

/**
 * A good order in which to sum variables out of a product of tables: greedily by how much the tables
 * grow, and where that remains dear, the best of several attempts with near ties broken otherwise. The
 * best order of all is too hard to find.
 *
 * @param product the tables, at least one for every variable
 * @param kept the variable that is left at the end
 * @param most the highest cost worth having
 * @returns the order, or null where none was found at that cost
 * @source dechter-1999
 * @example eliminationOrder({ sizes: [2, 2], scopes: [[0], [0, 1]] }, 1, 100)?.order // [0]
 */
export function eliminationOrder(
  product: TableProduct,
  kept: number,
  most: number,
): EliminationOrder | null {
  let best = attempt(product, kept, most, () => 1)
  if (best.cost === Infinity) return null
  let phase = 0
  const luck = (): number => {
    phase = (phase + 0.618) % 1
    return Math.exp(SPREAD * phase)
  }
  for (let tried = 1; tried * product.sizes.length * COST_OF_TRYING < best.cost; tried += 1) {
    const other = attempt(product, kept, best.cost, luck)
    if (other.cost < best.cost) best = other
  }
  return best
}
