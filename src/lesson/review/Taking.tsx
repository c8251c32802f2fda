import * as m from '#messages/messages.js'
import { useRef, useState } from 'react'
import { entryOf, isEmpty, markdownOf, type ReviewAnswers } from './model.ts'
import { ANSWER_WORDS } from './Question.tsx'
import { questions } from './questions.ts'
import styles from './Review.module.css'
import { openOf, sentencesOf, summaryNow } from './Summary.tsx'

function textOf(answers: ReviewAnswers): string {
  const summary = summaryNow(answers)
  const lines = questions.map(({ id, ask }) => {
    const { answer } = entryOf(answers, id)
    return { id, question: ask(), answer: answer ? ANSWER_WORDS[answer]() : m.review_unanswered() }
  })
  const open = openOf(summary).map(({ text }, index) => `${index + 1}. ${text}`)
  return markdownOf(answers, lines, {
    title: m.review_title(),
    summary: m.review_summary(),
    said: [...sentencesOf(summary), ...(open.length > 0 ? [open.join('\n')] : [])],
  })
}

function download(text: string) {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'review.md'
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 0)
}

interface Props {
  readonly answers: ReviewAnswers
  readonly onReset: () => void
}

/** What can be done with the whole review. */
export function Taking({ answers, onReset }: Props) {
  const [said, setSaid] = useState('')
  const [asked, setAsked] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(textOf(answers))
      setSaid(m.review_copied())
    } catch {
      setSaid(m.review_refused())
    }
  }
  const opener = useRef<HTMLButtonElement>(null)
  const empty = isEmpty(answers)
  // What was pressed goes away with the warning, so the focus goes back to what opened it.
  const close = (text: string) => {
    setAsked(false)
    setSaid(text)
    opener.current?.focus()
  }
  const ask = () => {
    setAsked(!empty && !asked)
    setSaid(empty ? m.review_reset_nothing() : '')
  }
  const reset = () => {
    onReset()
    close(m.review_reset_done())
  }
  return (
    <div className={styles['taking']}>
      <button type="button" onClick={() => void copy()} data-replay>
        {m.review_copy()}
      </button>
      <button type="button" onClick={() => download(textOf(answers))} data-replay>
        {m.review_download()}
      </button>
      <button ref={opener} type="button" aria-expanded={asked} aria-disabled={empty} onClick={ask}>
        {m.review_reset()}
      </button>
      <span role="status">{said}</span>
      {asked && (
        <div className={styles['warning']}>
          <p>{m.review_reset_warning()}</p>
          <button type="button" onClick={reset}>
            {m.review_reset_do()}
          </button>
          <button type="button" onClick={() => close('')}>
            {m.review_reset_keep()}
          </button>
        </div>
      )}
    </div>
  )
}
