import type { Answer } from './answer.ts'
import type { DesignQuestion, FillQuestion, Laid, Option } from './question.ts'

/** The designs that meet every demand, the cheapest first. */
export const soundDesigns = ({ designs }: DesignQuestion): DesignQuestion['designs'] =>
  designs
    .filter(({ meets }) => meets.every(({ met }) => met))
    .toSorted((one, other) => one.cost - other.cost)

/** What belongs in each blank: the id of a word, or a number as it is typed. */
export const blanksOf = ({ pieces }: FillQuestion): Readonly<Record<string, string>> =>
  Object.fromEntries(
    pieces
      .filter((piece) => typeof piece !== 'string')
      .map(({ id, sum, options }) => [id, sum ? String(sum.answer) : rightOf(options).id]),
  )

function rightOf(options: readonly Option[]): Option {
  const right = options.find(({ correct }) => correct)
  if (!right) throw new RangeError('keyOf: no option is right')
  return right
}

/**
 * A right answer to a question; where several are right, one of them.
 *
 * @param laid with its numbers
 * @throws RangeError where nothing is right: such a question is never laid
 */
export function keyOf(laid: Laid): Answer {
  switch (laid.kind) {
    case 'choice':
      return { kind: 'choice', option: rightOf(laid.options).id }
    case 'choices':
      return {
        kind: 'choices',
        options: laid.options.filter(({ correct }) => correct).map(({ id }) => id),
      }
    case 'numeric':
      return { kind: 'numeric', value: laid.answer }
    case 'classify':
    case 'match':
      return {
        kind: laid.kind,
        columns: Object.fromEntries(laid.items.map((item) => [item.id, item.in])),
      }
    case 'order':
      return { kind: 'order', steps: inOrder(laid.steps, laid.rules) }
    case 'fill':
      return { kind: 'fill', blanks: blanksOf(laid) }
    case 'graph':
      return { kind: 'graph', values: laid.at.map(({ y }) => y) }
    case 'diagram':
      return { kind: 'diagram', parts: [...laid.key] }
    case 'design': {
      const [best] = soundDesigns(laid)
      if (!best) throw new RangeError('keyOf: no design meets every demand')
      return { kind: 'design', settings: best.settings }
    }
    case 'free':
      return { kind: 'free', text: laid.model, points: laid.points.map(({ id }) => id) }
  }
}

/** The steps in an order that keeps every rule: always the first that nothing else must precede. */
function inOrder(
  steps: readonly { readonly id: string }[],
  rules: readonly { readonly earlier: string; readonly later: string }[],
): string[] {
  const order: string[] = []
  while (order.length < steps.length) {
    const next = steps.find(
      ({ id }) =>
        !order.includes(id) &&
        rules.every(({ earlier, later }) => later !== id || order.includes(earlier)),
    )
    if (!next) throw new RangeError('keyOf: the rules of the order contradict one another')
    order.push(next.id)
  }
  return order
}
