/** The diagram that is false whatever the variables are. */
export const FALSE = 0

/** The diagram that is true whatever the variables are. */
export const TRUE = 1

/** What the two constants have for a variable: below every real one. */
const NO_VARIABLE = 0x7fffffff

/** Slots at the start, a power of two; room for half as many nodes. */
const FIRST_SLOTS = 8192

/** A formula whose decision diagram outgrew the room it was given. */
export class DiagramTooLargeError extends RangeError {
  override readonly name = 'DiagramTooLargeError'
}

/**
 * A store of reduced ordered binary decision diagrams. A diagram is the number of its top node, and
 * equal functions have equal numbers. Children have smaller numbers than their node, so that a loop
 * over ascending numbers meets them first.
 */
export interface DecisionDiagrams {
  /** How many nodes there are, the two constants included. */
  readonly size: () => number
  /** The variable that a node asks about; the smaller, the nearer to the top. */
  readonly variable: (node: number) => number
  /** Where to go on when that variable is true. */
  readonly high: (node: number) => number
  /** Where to go on when that variable is false. */
  readonly low: (node: number) => number
  /** The node that asks about `variable` and goes on so; the children must lie below it. */
  readonly node: (variable: number, high: number, low: number) => number
  /** The diagram that is `yes` where `condition` is true and `no` elsewhere. */
  readonly choose: (condition: number, yes: number, no: number) => number
  /** Allows so many nodes from now on. */
  readonly allow: (most: number) => void
}

function mix(first: number, second: number, third: number): number {
  const product =
    Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35)
  return product ^ (product >>> 15)
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2)
  larger.set(numbers)
  return larger
}

/**
 * An empty store of decision diagrams.
 *
 * @param most how many nodes it may hold, a whole number of at least 2
 * @param functionName the public function that was called, for the message
 * @returns the store; its `node` and `choose` throw a DiagramTooLargeError beyond `most`
 * @source bryant-1986
 * @example
 * const diagrams = decisionDiagrams(1000, 'faultTree')
 * diagrams.choose(diagrams.node(0, TRUE, FALSE), TRUE, FALSE) === diagrams.node(0, TRUE, FALSE) // true
 */
export function decisionDiagrams(most: number, functionName: string): DecisionDiagrams {
  let variables = new Int32Array(FIRST_SLOTS / 2).fill(NO_VARIABLE, 0, 2)
  let highs = new Int32Array(FIRST_SLOTS / 2)
  let lows = new Int32Array(FIRST_SLOTS / 2)
  let size = 2
  let room = most
  // Open addressing: a node is in the first free slot from its hash on; 0 is a free slot.
  let slots = new Int32Array(FIRST_SLOTS)
  // What `choose` answered, three arguments and the answer; a newer one overwrites an older one.
  let answers = new Int32Array(2 * FIRST_SLOTS)

  const variable = (node: number): number => variables[node] ?? NO_VARIABLE
  const high = (node: number): number => highs[node] ?? FALSE
  const low = (node: number): number => lows[node] ?? FALSE

  const grow = (): void => {
    variables = doubled(variables)
    highs = doubled(highs)
    lows = doubled(lows)
    slots = new Int32Array(slots.length * 2)
    answers = new Int32Array(answers.length * 2)
    for (let node = 2; node < size; node += 1) {
      let slot = mix(variable(node), high(node), low(node)) & (slots.length - 1)
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
      slots[slot] = node
    }
  }

  const node = (asked: number, yes: number, no: number): number => {
    if (yes === no) return yes
    if (size === variables.length) grow()
    let slot = mix(asked, yes, no) & (slots.length - 1)
    for (let found = slots[slot] ?? 0; found !== 0; found = slots[slot] ?? 0) {
      if (variable(found) === asked && high(found) === yes && low(found) === no) return found
      slot = (slot + 1) & (slots.length - 1)
    }
    if (size >= room) {
      throw new DiagramTooLargeError(
        `${functionName}: the decision diagram must have at most ${room} nodes, got more`,
      )
    }
    variables[size] = asked
    highs[size] = yes
    lows[size] = no
    slots[slot] = size
    size += 1
    return size - 1
  }

  const choose = (condition: number, yes: number, no: number): number => {
    if (condition === TRUE || yes === no) return yes
    if (condition === FALSE) return no
    if (yes === TRUE && no === FALSE) return condition
    const hash = mix(condition, yes, no)
    const at = 4 * (hash & (answers.length / 4 - 1))
    if (answers[at] === condition && answers[at + 1] === yes && answers[at + 2] === no) {
      return answers[at + 3] ?? FALSE
    }
    const top = Math.min(variable(condition), variable(yes), variable(no))
    const [c, y, n] = [variable(condition) === top, variable(yes) === top, variable(no) === top]
    const answer = node(
      top,
      choose(c ? high(condition) : condition, y ? high(yes) : yes, n ? high(no) : no),
      choose(c ? low(condition) : condition, y ? low(yes) : yes, n ? low(no) : no),
    )
    // The store may have grown meanwhile, so the place is looked up again.
    const place = 4 * (hash & (answers.length / 4 - 1))
    answers[place] = condition
    answers[place + 1] = yes
    answers[place + 2] = no
    answers[place + 3] = answer
    return answer
  }

  const allow = (nodes: number): void => {
    room = nodes
  }

  return { size: () => size, variable, high, low, node, choose, allow }
}
