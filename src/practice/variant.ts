import { drawFrom, type Draw } from '../simulation/draw.ts'
import type { Drawn, Format, Laid, OrderQuestion, Question, Range } from './question.ts'

/** The largest seed of a variant. */
export const LARGEST_SEED = 2 ** 32 - 1

/** How often numbers are drawn again before a question counts as one that cannot be asked. */
const TRIES = 200

/** How many seeds are tried for other numbers. One of two values is not drawn again so often. */
const FURTHEST = 100

function valueOf(range: Range, draw: Draw, stream: string): number | string {
  if ('of' in range) {
    const value = range.of[draw.whole(stream, 0, range.of.length - 1)]
    if (value === undefined) throw new RangeError(`variantOf: nothing to draw for ${stream}`)
    return value
  }
  const { from, to, step } = range
  const steps = draw.whole(stream, 0, Math.round((to - from) / step))
  // 0.1 + 2 × 0.1 is to be 0.3 for a reader: no more digits than the step has.
  return Number((from + steps * step).toPrecision(12))
}

/** The list in an order that chance decides: Fisher and Yates. */
function shuffled<T>(list: readonly T[], draw: Draw, stream: string): readonly T[] {
  const mixed = [...list]
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = draw.whole(stream, 0, last)
    const [one, two] = [mixed[last], mixed[other]]
    if (one === undefined || two === undefined) continue
    mixed[last] = two
    mixed[other] = one
  }
  return mixed
}

/** Steps in an order that is not right yet: otherwise there would be nothing to do. */
function disordered(
  { steps, rules }: OrderQuestion,
  draw: Draw,
  stream: string,
): OrderQuestion['steps'] {
  const place = (order: OrderQuestion['steps'], id: string) =>
    order.findIndex((step) => step.id === id)
  for (let time = 0; time < TRIES; time += 1) {
    const order = shuffled(steps, draw, stream)
    if (rules.some(({ earlier, later }) => place(order, earlier) > place(order, later)))
      return order
  }
  return [...steps].reverse()
}

/**
 * Nothing about where a thing stands says whether it is right: each question has chance of its own, since
 * all questions of a check have one seed, and authors write the right option where it suits them.
 */
function mixed(laid: Laid, draw: Draw, id: string): Laid {
  switch (laid.kind) {
    case 'choice':
    case 'choices':
      return { ...laid, options: shuffled(laid.options, draw, `${id}/options`) }
    case 'classify':
      return { ...laid, items: shuffled(laid.items, draw, `${id}/items`) }
    case 'match':
      return {
        ...laid,
        items: shuffled(laid.items, draw, `${id}/items`),
        columns: shuffled(laid.columns, draw, `${id}/columns`),
      }
    case 'order':
      return { ...laid, steps: disordered(laid, draw, `${id}/steps`) }
    case 'fill':
      return {
        ...laid,
        pieces: laid.pieces.map((piece) =>
          typeof piece === 'string' || piece.options === undefined
            ? piece
            : { ...piece, options: shuffled(piece.options, draw, `${id}/${piece.id}`) },
        ),
      }
    case 'numeric':
    case 'graph':
    case 'diagram':
    case 'design':
    case 'free':
      return laid
  }
}

/**
 * The variant of a question that belongs to a seed: the same numbers and the same order of its
 * options on every machine.
 *
 * @param question as written
 * @param seed a whole number from 0 to 4,294,967,295
 * @param format how the language writes numbers
 * @throws RangeError if `seed` is not such a number, or the question has no good numbers
 */
export const variantOf = (question: Question, seed: number, format: Format): Laid =>
  drawnFor(question, seed, format).laid

interface Variant {
  readonly drawn: Drawn
  readonly laid: Laid
}

function drawnFor(question: Question, seed: number, format: Format): Variant {
  const { draw } = drawFrom(seed)
  for (let time = 0; time < TRIES; time += 1) {
    const drawn: Drawn = Object.fromEntries(
      Object.entries(question.parameters).map(([name, range]) => [
        name,
        valueOf(range, draw, `${question.id} ${name}`),
      ]),
    )
    const laid = question.lay(drawn, format)
    if (laid) return { drawn, laid: mixed(laid, draw, question.id) }
    if (Object.keys(question.parameters).length === 0) break
  }
  throw new RangeError(`variantOf: question ${question.id} has no good numbers`)
}

/**
 * A seed under which a question has other numbers than those that were seen: `from` or, where that one
 * brings them again, the next that does not. After the largest comes 0.
 *
 * @param seen the seed of the variant that was seen, a whole number from 0 to 4,294,967,295
 * @param from the first seed to try, likewise
 * @returns `from` where the question has no others
 * @throws RangeError as `variantOf`
 */
export function seedUnlike(question: Question, seen: number, from: number, format: Format): number {
  if (!varies(question)) return from
  const numbers = (seed: number) => JSON.stringify(drawnFor(question, seed, format).drawn)
  const old = numbers(seen)
  const seeds = Array.from({ length: FURTHEST }, (_, step) => (from + step) % (LARGEST_SEED + 1))
  return seeds.find((seed) => numbers(seed) !== old) ?? from
}

/** Whether another seed may bring another question. */
export const varies = ({ parameters }: Question): boolean =>
  Object.values(parameters).some((range) => !('of' in range) || range.of.length > 1)
