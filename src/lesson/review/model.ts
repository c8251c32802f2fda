import * as v from 'valibot'

/** `yes` is always the answer of a system that holds. */
export const ANSWERS = ['yes', 'no', 'unknown'] as const
export type Answer = (typeof ANSWERS)[number]

const MOST_NOTE = 4000
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/))
const line = v.pipe(v.string(), v.maxLength(MOST_NOTE))

const Entry = v.object({
  answer: v.fallback(v.optional(v.picklist(ANSWERS)), undefined),
  note: v.fallback(line, ''),
})

/** What is kept; one damaged field falls back alone. Entries of questions that are no more stay. */
const Kept = v.object({
  service: v.fallback(line, ''),
  entries: v.fallback(v.record(slug, v.fallback(Entry, { note: '' })), {}),
})

export type ReviewEntry = v.InferOutput<typeof Entry>
export type ReviewAnswers = v.InferOutput<typeof Kept>

export const EMPTY: ReviewAnswers = { service: '', entries: {} }
const NOTHING: ReviewEntry = { note: '' }

/** The longest note and name that are kept, in characters. */
export const LONGEST_NOTE = MOST_NOTE

export const entryOf = ({ entries }: ReviewAnswers, id: string): ReviewEntry =>
  new Map(Object.entries(entries)).get(id) ?? NOTHING

export const withEntry = (
  answers: ReviewAnswers,
  id: string,
  change: Partial<ReviewEntry>,
): ReviewAnswers => ({
  ...answers,
  entries: { ...answers.entries, [id]: { ...entryOf(answers, id), ...change } },
})

export const isEmpty = ({ service, entries }: ReviewAnswers): boolean =>
  service === '' &&
  Object.values(entries).every(({ answer, note }) => answer === undefined && note === '')

/** A value with the keys of its records in one order, so that two spellings of it compare. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  )
}

/**
 * Reads what an earlier visit left.
 *
 * @returns the answers, and whether all that was there is in them; where it is not, the text has to
 *   be set aside before anything is written over it
 */
export function parseReview(raw: string): {
  readonly answers: ReviewAnswers
  readonly whole: boolean
} {
  try {
    const read: unknown = JSON.parse(raw)
    const answers = v.parse(Kept, read)
    const whole = JSON.stringify(ordered(read)) === JSON.stringify(ordered(answers))
    return { answers, whole }
  } catch {
    return { answers: EMPTY, whole: false }
  }
}

export interface ReviewSummary {
  readonly yes: number
  readonly no: number
  readonly unknown: number
  readonly answered: number
  /** Answered yes, with no word on how that is known. */
  readonly bare: number
  /** What is to be mended, then what is to be found out; each in the order of the questions. */
  readonly open: readonly { readonly id: string; readonly answer: 'no' | 'unknown' }[]
}

/**
 * What is open, and in which order.
 *
 * @param ids the questions, the one most worth mending first
 */
export function summaryOf(answers: ReviewAnswers, ids: readonly string[]): ReviewSummary {
  const having = (wanted: Answer) => ids.filter((id) => entryOf(answers, id).answer === wanted)
  const [yes, no, unknown] = [having('yes'), having('no'), having('unknown')]
  return {
    yes: yes.length,
    no: no.length,
    unknown: unknown.length,
    answered: yes.length + no.length + unknown.length,
    bare: yes.filter((id) => entryOf(answers, id).note.trim() === '').length,
    open: [
      ...no.map((id) => ({ id, answer: 'no' }) as const),
      ...unknown.map((id) => ({ id, answer: 'unknown' }) as const),
    ],
  }
}

/** What the text says of one question. */
export interface ReviewLine {
  readonly id: string
  readonly question: string
  readonly answer: string
}

/** Text of the reader within Markdown: its signs mean nothing there. */
const plain = (text: string): string =>
  text
    .trim()
    .replaceAll(/\r\n?/g, '\n')
    // Spaces at the beginning of a line would make code of it, and at its end a break.
    .replaceAll(/^[^\S\n]+|[^\S\n]+$/gm, '')
    .replaceAll(/[\\`*_[\]<>#|~&$]/g, String.raw`\$&`)
    // What begins a list or underlines a heading.
    .replaceAll(/^[-+=]/gm, String.raw`\$&`)
    .replaceAll(/^(\d+)([.)])/gm, String.raw`$1\$2`)

/** The review as a text to take along. */
export function markdownOf(
  answers: ReviewAnswers,
  lines: readonly ReviewLine[],
  words: { readonly title: string; readonly summary: string; readonly said: readonly string[] },
): string {
  const service = plain(answers.service.replaceAll(/\s+/g, ' '))
  const parts = [
    `# ${words.title}${service ? `: ${service}` : ''}`,
    `## ${words.summary}`,
    ...words.said,
    ...lines.map(({ id, question, answer }) => {
      const note = plain(entryOf(answers, id).note)
      const quoted = note ? `\n\n${note.replaceAll(/^/gm, '> ')}` : ''
      return `## ${question}\n\n**${answer}**${quoted}`
    }),
  ]
  return `${parts.join('\n\n')}\n`
}
