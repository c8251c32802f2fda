import { csvFormatRows } from 'd3-dsv'
import { keyText } from './key-words.ts'
import type { Laid, Question } from './question.ts'

/** A variant of a question, as it goes onto a card. */
export interface CardOf {
  readonly question: Pick<Question, 'id' | 'outcome' | 'lesson'>
  readonly seed: number
  readonly laid: Laid
}

export interface AnkiWords {
  /** The language of the questions, `en`. */
  readonly locale: string
  /** The deck that the cards go into; Anki makes it where it is missing. */
  readonly deck: string
  /** What stands before the worked solution. */
  readonly solution: string
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // Anki reads {{c1::…}}, [sound:…] and \(…\) out of fields.
  '{': '&#123;',
  '[': '&#91;',
  '\\': '&#92;',
}

const escaped = (text: string): string => text.replace(/[&<>"'{[\\]/g, (one) => ESCAPES[one] ?? one)

/** Text with names of the code between backticks, as HTML. */
export const htmlOf = (text: string): string =>
  text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? `<code>${escaped(part)}</code>` : escaped(part)))
    .join('')
    .replace(/\s*\n\s*/g, '<br>')

const paragraphs = (lines: readonly string[]): string =>
  lines.map((line) => `<p>${htmlOf(line)}</p>`).join('')

/**
 * Cards as a text that Anki imports: fields between commas, and above them lines that say what they
 * are. The deck has a column, because Anki makes a deck that it reads there, and only finds one that
 * is named above. There are no names of columns, so that it works in any language of Anki.
 *
 * Each card has an id of its own that never changes: imported again it is updated, and nothing is
 * there twice. Every field begins with a letter or a tag, never with a sign that a spreadsheet would
 * take for a formula.
 * What such a file may hold stands in Anki's manual: https://docs.ankiweb.net/importing/text-files.html
 */
export function ankiText(cards: readonly CardOf[], { locale, deck, solution }: AnkiWords): string {
  const rows = cards.map(({ question, seed, laid }) => {
    const { front, key } = keyText(laid, locale)
    return [
      `still-flying-${locale}-${question.id}-${seed}`,
      harmless(deck),
      paragraphs(front),
      paragraphs(key) +
        (laid.solution.length > 0 ? `<hr>${paragraphs([solution, ...laid.solution])}` : ''),
      `still-flying lesson::${question.lesson} outcome::${question.outcome}`,
    ]
  })
  const above = [
    '#separator:Comma',
    '#html:true',
    '#notetype:Basic',
    '#guid column:1',
    '#deck column:2',
    '#tags column:5',
  ]
  return `${above.join('\n')}\n${csvFormatRows(rows)}\n`
}

/** A name on one line, and without a sign at its head that begins a formula or a comment. */
const harmless = (name: string): string =>
  name.replace(/\s+/g, ' ').replace(/^[\s=+\-@#]+/, '') || 'Still Flying'
