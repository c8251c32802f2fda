import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { number } from '../../ui/format.ts'
import { type ReviewAnswers, type ReviewSummary, summaryOf } from './model.ts'
import { questions } from './questions.ts'
import styles from './Review.module.css'

const whole = (value: number): string => number(getLocale(), value)

export const summaryNow = (answers: ReviewAnswers): ReviewSummary =>
  summaryOf(
    answers,
    questions.map(({ id }) => id),
  )

/** The sentences before the list of what is open. */
export function sentencesOf(summary: ReviewSummary): readonly string[] {
  const { yes, no, unknown, answered, bare, open } = summary
  if (answered === 0) return [m.review_empty()]
  const all = questions.length
  const counted = m.review_counted({
    answered: whole(answered),
    all: whole(all),
    yes: whole(yes),
    no: whole(no),
    unknown: whole(unknown),
  })
  return [
    counted,
    ...(bare > 0 ? [m.review_bare({ count: whole(bare) })] : []),
    open[0]
      ? open[0].answer === 'no'
        ? m.review_first_no()
        : m.review_first_unknown()
      : answered === all
        ? bare > 0
          ? m.review_done_bare()
          : m.review_done()
        : m.review_answer_rest(),
  ]
}

/** What is open, in words, in the order in which it is worth mending. */
export function openOf({ open }: ReviewSummary) {
  return open.flatMap(({ id, answer }) => {
    const question = questions.find((one) => one.id === id)
    if (!question) return []
    const said = { question: question.ask() }
    const text = answer === 'no' ? m.review_open_no(said) : m.review_open_unknown(said)
    return [{ id, text, href: question.href, section: question.section() }]
  })
}

/** What the answers come to. Of it only the sentence that counts is read out at each change. */
export function Summary({ answers }: { readonly answers: ReviewAnswers }) {
  const summary = summaryNow(answers)
  const [counted, ...others] = sentencesOf(summary)
  return (
    <div className={styles['summary']}>
      <h4>{m.review_summary()}</h4>
      <p role="status">{counted}</p>
      {others.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {summary.open.length > 0 && (
        <ol>
          {openOf(summary).map(({ id, text, href, section }) => (
            <li key={id}>
              {text} {m.review_more()} <a href={href}>{section}</a>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
