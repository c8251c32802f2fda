import type { Answer } from './answer.ts'
import { blanksOf, soundDesigns } from './key.ts'
import type { FillQuestion, Item, Laid, Option, Sum } from './question.ts'

/** Numbers that are wrong: those of the traps, and some that lie outside the tolerance. */
const wrongNumbers = ({ answer, tolerance, traps }: Sum): readonly number[] => {
  const most =
    tolerance.relative === undefined ? tolerance.absolute : tolerance.relative * Math.abs(answer)
  const away = 2 * most + Math.max(Math.abs(answer), 1e-6) * 1e-6
  return [...traps.map(({ value }) => value), answer + away, answer - away]
}

const wrongOptions = (options: readonly Option[]): readonly string[] =>
  options.filter(({ correct }) => !correct).map(({ id }) => id)

/** The right columns with one item put elsewhere, for each item and each other column. */
const misplaced = (items: readonly Item[]): readonly Readonly<Record<string, string>>[] => {
  const key = Object.fromEntries(items.map((item) => [item.id, item.in]))
  return items.flatMap((item) =>
    Object.keys(item.mistakes).map((column) => ({ ...key, [item.id]: column })),
  )
}

function wrongBlanks(laid: FillQuestion): readonly Readonly<Record<string, string>>[] {
  const key = blanksOf(laid)
  return laid.pieces
    .filter((piece) => typeof piece !== 'string')
    .flatMap(({ id, sum, options }) =>
      (sum ? wrongNumbers(sum).map(String) : wrongOptions(options)).map((value) => ({
        ...key,
        [id]: value,
      })),
    )
}

/** Lists that differ from the right one by one entry: one left out, or one too many. */
const offByOne = (right: readonly string[], all: readonly string[]): readonly string[][] => [
  ...right.map((left) => right.filter((id) => id !== left)),
  ...all.filter((id) => !right.includes(id)).map((id) => [...right, id]),
]

/**
 * Answers to a question that are wrong, among them every wrong option alone; for tests of questions.
 *
 * @param laid with its numbers
 */
export function wrongAnswers(laid: Laid): readonly Answer[] {
  switch (laid.kind) {
    case 'choice':
      return wrongOptions(laid.options).map((option) => ({ kind: 'choice', option }))
    case 'choices': {
      const right = laid.options.filter(({ correct }) => correct).map(({ id }) => id)
      const all = laid.options.map(({ id }) => id)
      return offByOne(right, all).map((options) => ({ kind: 'choices', options }))
    }
    case 'numeric':
      return wrongNumbers(laid).map((value) => ({ kind: 'numeric', value }))
    case 'classify':
    case 'match':
      return misplaced(laid.items).map((columns) => ({ kind: laid.kind, columns }))
    case 'order':
      // Each rule broken by putting what must come first behind everything else.
      return laid.rules.map(({ earlier }) => ({
        kind: 'order',
        steps: [...laid.steps.map(({ id }) => id).filter((id) => id !== earlier), earlier],
      }))
    case 'fill':
      return wrongBlanks(laid).map((blanks) => ({ kind: 'fill', blanks }))
    case 'graph': {
      const { at, y, tolerance, traps } = laid
      const key = at.map((point) => point.y)
      const away = 1.5 * tolerance * (y.to - y.from)
      return [
        ...traps.map(({ values }) => [...values]),
        ...at.map((_, wrong) =>
          key.map((value, index) => (index === wrong ? value + away : value)),
        ),
      ].map((values) => ({ kind: 'graph', values }))
    }
    case 'diagram': {
      const all = laid.parts.map(({ id }) => id).filter((id) => !laid.served.includes(id))
      return offByOne(laid.key, all).map((parts) => ({ kind: 'diagram', parts }))
    }
    case 'design': {
      const [best] = soundDesigns(laid)
      return laid.designs
        .filter(({ meets, cost }) => !meets.every(({ met }) => met) || (best && cost > best.cost))
        .map(({ settings }) => ({ kind: 'design', settings }))
    }
    case 'free':
      return laid.points.map(({ id: left }) => ({
        kind: 'free',
        text: '…',
        points: laid.points.map(({ id }) => id).filter((id) => id !== left),
      }))
  }
}
