import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { useState } from 'react'
import { number } from '../../ui/format.ts'
import { entryOf, type ReviewAnswers, type ReviewEntry } from './model.ts'
import { Question } from './Question.tsx'
import type { ReviewGroup } from './questions.ts'
import styles from './Review.module.css'

interface Props {
  readonly group: ReviewGroup
  readonly answers: ReviewAnswers
  /** Whether what was kept has been read. */
  readonly ready: boolean
  readonly onChange: (id: string, change: Partial<ReviewEntry>) => void
}

/** A few questions that can be folded away. Those that an earlier visit finished come folded. */
export function Group({ group, answers, ready, onChange }: Props) {
  const all = group.questions.length
  const answered = group.questions.filter(
    ({ id }) => entryOf(answers, id).answer !== undefined,
  ).length
  const [open, setOpen] = useState(true)
  // Only what was kept decides: nothing folds under the hands of the reader.
  const [read, setRead] = useState(false)
  if (ready && !read) {
    setRead(true)
    setOpen(answered < all)
  }
  const locale = getLocale()
  return (
    <details
      className={styles['group']}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <h4>{group.title()}</h4>{' '}
        <span>
          {m.review_group_answered({
            answered: number(locale, answered),
            all: number(locale, all),
          })}
        </span>
      </summary>
      {group.questions.map((question) => (
        <Question
          key={question.id}
          question={question}
          entry={entryOf(answers, question.id)}
          ready={ready}
          onChange={(change) => onChange(question.id, change)}
        />
      ))}
    </details>
  )
}
