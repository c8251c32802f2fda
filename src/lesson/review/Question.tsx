import * as m from '#messages/messages.js'
import { useId } from 'react'
import { ANSWERS, type Answer, LONGEST_NOTE, type ReviewEntry } from './model.ts'
import type { ReviewQuestion } from './questions.ts'
import styles from './Review.module.css'

export const ANSWER_WORDS: Readonly<Record<Answer, () => string>> = {
  yes: m.review_yes,
  no: m.review_no,
  unknown: m.review_unknown,
}

interface Props {
  readonly question: ReviewQuestion
  readonly entry: ReviewEntry
  /** Whether what was kept has been read: before that, nothing can be written. */
  readonly ready: boolean
  readonly onChange: (change: Partial<ReviewEntry>) => void
}

/** One question with its three answers, and a note once one of them is given. */
export function Question({ question, entry, ready, onChange }: Props) {
  const name = useId()
  return (
    <fieldset
      className={styles['question']}
      data-begun={entry.answer !== undefined || entry.note !== ''}
    >
      <legend>{question.ask()}</legend>
      <p className={styles['evidence']}>
        {m.review_evidence({ evidence: question.evidence() })}. {m.review_more()}{' '}
        <a href={question.href}>{question.section()}</a>
      </p>
      <div className={styles['answers']}>
        {ANSWERS.map((answer) => (
          <label key={answer}>
            <input
              type="radio"
              name={name}
              value={answer}
              checked={entry.answer === answer}
              onChange={() => onChange({ answer })}
              data-replay
            />
            {ANSWER_WORDS[answer]()}
          </label>
        ))}
      </div>
      <label className={styles['note']}>
        {m.review_note()}
        <textarea
          rows={2}
          maxLength={LONGEST_NOTE}
          value={entry.note}
          readOnly={!ready}
          onChange={(event) => onChange({ note: event.target.value })}
          data-wakes
        />
      </label>
    </fieldset>
  )
}
