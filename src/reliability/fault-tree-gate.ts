import { requireWholeNumber } from './domain.ts'

/**
 * A fault tree: the name of a basic event, or a gate over smaller trees. It says which basic events
 * make the top event happen. A name may occur in several places and is the same event in all.
 */
export type FaultTree =
  | string
  /** Happens when all of these do; of none, always. */
  | { readonly and: readonly FaultTree[] }
  /** Happens when any of these does; of none, never. */
  | { readonly or: readonly FaultTree[] }
  /** Happens when at least so many of these do. */
  | { readonly atLeast: readonly [count: number, of: readonly FaultTree[]] }
  /** Happens when this does not; a tree with it may be non-coherent. */
  | { readonly not: FaultTree }

/** A tree in numbers: below `events.length` an event, from there on a gate. */
export interface NumberedTree {
  /** The names of the basic events, in the order of their first occurrence. */
  readonly events: readonly string[]
  /** The gates, each after those below it. */
  readonly gates: readonly NumberedGate[]
  /** The event or gate at the top. */
  readonly top: number
}

/** A gate that is true when at least `count` of its inputs are, or, negated, when fewer are. */
export interface NumberedGate {
  readonly count: number
  readonly inputs: readonly number[]
  readonly negated: boolean
}

/** Deeper than any plant, and shallow enough for the stack. */
const DEEPEST = 1000

/** The work on a diagram goes as deep as it has events, and the stack must hold it. */
const MOST_EVENTS = 2000

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function shown(value: unknown): string {
  return isObject(value) ? `{ ${Object.keys(value).join(', ')} }` : String(value)
}

/** The kind of a gate, from what is written at the edge of the library, where types are hopes. */
function readGate(
  tree: unknown,
): { count: number; inputs: readonly unknown[]; negated: boolean } | null {
  if (!isObject(tree)) return null
  const negated = false
  if ('and' in tree && Array.isArray(tree.and)) {
    return { count: tree.and.length, inputs: tree.and, negated }
  }
  if ('or' in tree && Array.isArray(tree.or)) return { count: 1, inputs: tree.or, negated }
  if ('not' in tree) return { count: 1, inputs: [tree.not], negated: true }
  if ('atLeast' in tree && Array.isArray(tree.atLeast) && Array.isArray(tree.atLeast[1])) {
    return { count: tree.atLeast[0], inputs: tree.atLeast[1], negated }
  }
  return null
}

/**
 * Reads a tree and numbers its events and gates.
 *
 * @param tree the tree; at most 1,000 gates deep, with at most 2,000 different events
 * @param functionName the public function that was called, for the message
 * @throws RangeError if a part of it is no gate, or it is deeper or larger than that
 * @example numberTree({ or: ['a', 'b'] }, 'faultTree').events // ['a', 'b']
 */
export function numberTree(tree: FaultTree, functionName: string): NumberedTree {
  const events = new Map<string, number>()
  const gates: NumberedGate[] = []
  // Gates are numbered down from -1 until the number of events is known.
  const known = new Map<unknown, number>()
  const visit = (part: unknown, depth: number): number => {
    requireWholeNumber(depth, 0, DEEPEST, 'depth of the tree', functionName)
    if (typeof part === 'string') {
      const event = events.get(part) ?? events.size
      events.set(part, event)
      requireWholeNumber(events.size, 0, MOST_EVENTS, 'number of basic events', functionName)
      return event
    }
    const before = known.get(part)
    if (before !== undefined) return before
    const gate = readGate(part)
    if (gate === null) {
      throw new RangeError(
        `${functionName}: a gate must be and, or, atLeast, not or a name, got ${shown(part)}`,
      )
    }
    const { count, negated } = gate
    requireWholeNumber(
      count,
      Number.MIN_SAFE_INTEGER,
      Number.MAX_SAFE_INTEGER,
      'count of atLeast',
      functionName,
    )
    const inputs = gate.inputs.map((input) => visit(input, depth + 1))
    gates.push({ count, inputs, negated })
    known.set(part, -gates.length)
    return -gates.length
  }
  const top = visit(tree, 0)
  const number = (signed: number): number => (signed < 0 ? events.size - 1 - signed : signed)
  return {
    events: [...events.keys()],
    gates: gates.map((gate) => ({ ...gate, inputs: gate.inputs.map(number) })),
    top: number(top),
  }
}
