import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Ask, type Given } from './Ask.tsx'
import { formatOf } from './format.ts'
import styles from './Practice.module.css'
import { useCourse } from './practice-context.ts'
import type { Depth } from './question.ts'
import { readFrom } from './read-from.ts'
import { answer, type Asked, type Session } from './session.ts'
import { Summary } from './Summary.tsx'
import { varies } from './variant.ts'

export const depthWords: Readonly<Record<Depth, () => string>> = {
  recall: m.practice_depth_recall,
  apply: m.practice_depth_apply,
  design: m.practice_depth_design,
}

interface Props {
  /** The session as it begins. */
  readonly from: Session
  /** Whether the reader began it on this page, where what they pressed is gone. */
  readonly begun: boolean
  readonly onAnswered: (asked: Asked, given: Given) => void
  readonly onLeave: () => void
}

/** A row of questions, one at a time, and what came of it. */
export function SessionView({ from, begun, onAnswered, onLeave }: Props) {
  const { outcomes } = useCourse()
  const [session, setSession] = useState(from)
  const [given, setGiven] = useState<Given>()
  const heading = useRef<HTMLHeadingElement>(null)
  const [asked] = session.waiting
  const begin = useEffectEvent(() => {
    if (begun && heading.current) readFrom(heading.current)
  })
  useEffect(() => begin(), [])

  if (!asked) return <Summary session={session} onLeave={onLeave} />

  const { question, seed, again } = asked
  const after = given && answer(session, given.judgement, given.confidence, formatOf(getLocale()))
  const number = session.answered.length + 1

  function proceed() {
    if (!after) return
    setSession(after)
    setGiven(undefined)
    // The next question is where the button was: whoever reads by ear begins at its head.
    if (heading.current) readFrom(heading.current)
  }

  return (
    <section className={styles['session']}>
      <h2 ref={heading} tabIndex={-1}>
        {m.practice_at({ at: number, of: session.answered.length + session.waiting.length })}
        {again && <small> {m.practice_again()}</small>}
      </h2>
      <p className={styles['aim']}>
        {outcomes.find(({ id }) => id === question.outcome)?.text}{' '}
        <span className={styles['depth']}>{depthWords[question.depth]()}</span>
      </p>
      <Ask
        key={`${question.id} ${seed} ${number}`}
        question={question}
        seed={seed}
        onJudged={(judged) => {
          setGiven(judged)
          onAnswered(asked, judged)
        }}
      />
      {given && !given.judgement.right && (
        <p className={styles['note']}>
          {varies(question) && !again ? m.practice_comes_back() : m.practice_comes_later()}
        </p>
      )}
      <div className={styles['row']}>
        {after && (
          <button type="button" className={styles['main']} onClick={proceed}>
            {after.waiting.length > 0 ? m.practice_next() : m.practice_finish()}
          </button>
        )}
        <button type="button" className={styles['quiet']} onClick={onLeave}>
          {m.practice_leave()}
        </button>
      </div>
    </section>
  )
}
