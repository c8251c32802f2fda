import * as m from '#messages/messages.js'
import { listed } from '../ui/format.ts'
import { keyOf } from './key.ts'
import {
  because,
  counted,
  lettered,
  letter,
  numbered,
  sumKey,
  textOf,
  unitLine,
  type InWords,
} from './key-lines.ts'
import { mostOff } from './kinds/graph/judge.ts'
import { ofDesign, ofDiagram } from './key-of-systems.ts'
import { answerText, valueText } from './number-text.ts'
import type {
  Axis,
  Blank,
  ClassifyQuestion,
  FillQuestion,
  GraphQuestion,
  Laid,
  MatchQuestion,
  Option,
  OrderQuestion,
} from './question.ts'

function ofOptions(options: readonly Option[], ask: readonly string[]) {
  return {
    front: [...ask, ...lettered(options)],
    key: options.flatMap((option, index) =>
      option.correct
        ? [because(m.practice_words_item({ mark: letter(index), text: option.text }), option.why)]
        : [],
    ),
  }
}

function ofGrid({ columns, items }: ClassifyQuestion | MatchQuestion, locale: string) {
  return {
    front: [
      ...numbered(
        items.map(({ text }) => text),
        locale,
      ),
      m.practice_words_columns(),
      ...lettered(columns),
    ],
    key: items.map((item, index) =>
      because(
        m.practice_words_pair({
          item: m.practice_words_item({ mark: counted(index + 1, locale), text: item.text }),
          column: textOf(columns, item.in),
        }),
        item.why,
      ),
    ),
  }
}

function ofOrder(laid: OrderQuestion, locale: string) {
  const key = keyOf(laid)
  const order = key.kind === 'order' ? key.steps : []
  return {
    front: lettered(laid.steps),
    key: [
      ...numbered(
        order.map((id) => textOf(laid.steps, id)),
        locale,
      ),
      laid.why,
      m.practice_words_orders(),
      ...laid.rules.map(({ earlier, later }) =>
        m.practice_words_before({
          earlier: textOf(laid.steps, earlier),
          later: textOf(laid.steps, later),
        }),
      ),
    ],
  }
}

function ofBlank(blank: Blank, locale: string): { readonly said: string; readonly why: string } {
  if (blank.sum) return { said: sumKey(blank.sum, locale), why: blank.sum.why }
  const right = blank.options.find(({ correct }) => correct)
  return { said: right?.text ?? '', why: right?.why ?? '' }
}

function ofFill({ pieces }: FillQuestion, locale: string) {
  const blanks = pieces.filter((piece) => typeof piece !== 'string')
  const mark = (blank: Blank) => counted(blanks.indexOf(blank) + 1, locale)
  const filled = (fill: (blank: Blank) => string) =>
    pieces.map((piece) => (typeof piece === 'string' ? piece : fill(piece))).join('')
  return {
    front: [
      filled((blank) => m.practice_words_blank({ mark: mark(blank) })),
      ...blanks.map((blank) =>
        m.practice_words_item({
          mark: mark(blank),
          text: blank.sum
            ? [m.practice_words_a_number(), ...unitLine(blank.sum.unit)].join(' ')
            : listed(
                locale,
                blank.options.map(({ text }) => text),
                'disjunction',
              ),
        }),
      ),
    ],
    key: [
      filled((blank) => ofBlank(blank, locale).said),
      ...blanks.map((blank) =>
        m.practice_words_item({ mark: mark(blank), text: ofBlank(blank, locale).why }),
      ),
    ],
  }
}

const axisLine = ({ label, unit, from, to }: Axis, locale: string) =>
  m.practice_words_axis({
    label,
    from: valueText(from, unit, locale),
    to: valueText(to, unit, locale),
  })

function ofGraph(laid: GraphQuestion, locale: string) {
  const { x, y, at, why } = laid
  const tolerance = { absolute: mostOff(laid) }
  const places = at.map((place) => valueText(place.x, x.unit, locale))
  return {
    front: [
      axisLine(x, locale),
      axisLine(y, locale),
      m.practice_words_places({ places: listed(locale, places) }),
    ],
    key: [
      ...at.map((place, index) =>
        m.practice_words_point({
          place: places[index] ?? '',
          value: answerText(place.y, { unit: y.unit, answer: place.y, tolerance }, locale),
        }),
      ),
      why,
    ],
  }
}

function wordsOf(laid: Laid, locale: string): InWords {
  switch (laid.kind) {
    case 'choice':
      return ofOptions(laid.options, [])
    case 'choices':
      return ofOptions(laid.options, [m.practice_words_all_that_hold()])
    case 'numeric':
      return {
        front: unitLine(laid.unit),
        key: [because(sumKey(laid, locale), laid.why)],
      }
    case 'classify':
    case 'match':
      return ofGrid(laid, locale)
    case 'order':
      return ofOrder(laid, locale)
    case 'fill':
      return ofFill(laid, locale)
    case 'graph':
      return ofGraph(laid, locale)
    case 'diagram':
      return ofDiagram(laid, locale)
    case 'design':
      return ofDesign(laid, locale)
    case 'free':
      return {
        front: [],
        key: [laid.model, m.practice_words_points(), ...lettered(laid.points)],
      }
  }
}

/**
 * A question and its key in words, for paper, for a flash card and for whoever teaches. Names of the
 * code stand between backticks, as in the question.
 *
 * @param laid with its numbers, and in the order in which it is shown
 */
export function keyText(laid: Laid, locale: string): InWords {
  const { front, key } = wordsOf(laid, locale)
  return { front: [laid.prompt, ...front], key: key.filter((line) => line !== '') }
}
