import { getLocale } from '#messages/runtime.js'
import { textOf } from './key-lines.ts'
import { valueText } from './number-text.ts'
import type { Laid, Mistake, Option, Sum } from './question.ts'

/** A wrong answer as it would be read out, why it is wrong, and what it rests on. */
export interface NamedMistake extends Mistake {
  readonly what: string
}

const ofOptions = (options: readonly Option[]): readonly NamedMistake[] =>
  options.flatMap((option) =>
    option.correct
      ? []
      : [{ what: option.text, why: option.why, misconception: option.misconception }],
  )

const ofSum = ({ traps, unit }: Sum): readonly NamedMistake[] =>
  traps.map(({ value, ...mistake }) => ({ ...mistake, what: valueText(value, unit, getLocale()) }))

/**
 * The wrong answers to a question that its author foresaw.
 *
 * @param laid with its numbers
 * @returns none for what readers judge themselves, and for diagrams, where each part speaks for itself
 */
export function mistakesOf(laid: Laid): readonly NamedMistake[] {
  switch (laid.kind) {
    case 'choice':
    case 'choices':
      return ofOptions(laid.options)
    case 'numeric':
      return ofSum(laid)
    case 'classify':
    case 'match':
      return laid.items.flatMap((item) =>
        Object.entries(item.mistakes).map(([column, mistake]) => ({
          ...mistake,
          what: `${item.text}: ${textOf(laid.columns, column)}.`,
        })),
      )
    case 'order':
      return laid.rules.map(({ earlier, later, ...mistake }) => ({
        ...mistake,
        what: `${textOf(laid.steps, later)} → ${textOf(laid.steps, earlier)}.`,
      }))
    case 'fill':
      return laid.pieces.flatMap((piece) =>
        typeof piece === 'string' ? [] : piece.sum ? ofSum(piece.sum) : ofOptions(piece.options),
      )
    case 'graph':
      return laid.traps.map(({ values, ...mistake }) => ({
        ...mistake,
        what: values.map((value) => valueText(value, laid.y.unit, getLocale())).join('; '),
      }))
    case 'design':
      return laid.demands.map(({ text, misconception }) => ({ what: text, why: '', misconception }))
    case 'diagram':
    case 'free':
      return []
  }
}
