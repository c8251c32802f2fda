import * as m from '#messages/messages.js'
import { useEffect, useRef } from 'react'
import { Calibration } from './memory/Calibration.tsx'
import styles from './Practice.module.css'
import { useCourse } from './practice-context.ts'
import { readFrom } from './read-from.ts'
import { outcomeOf, type Answered, type Session } from './session.ts'

/** Outcome by outcome: how many of its questions were right at first. */
function ByOutcome({ answered }: { readonly answered: readonly Answered[] }) {
  const { outcomes } = useCourse()
  const rows = outcomes
    .map((outcome) => {
      const own = answered.filter(({ question }) => question.outcome === outcome.id)
      return { ...outcome, own, right: own.filter(({ judgement }) => judgement.right).length }
    })
    .filter(({ own }) => own.length > 0)
  return (
    <ul role="list" className={styles['outcomes']}>
      {rows.map(({ id, text, own, right }) => (
        <li key={id}>
          <strong>{m.practice_of({ right, asked: own.length })}</strong> <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}

/** What was missed, by the lesson that teaches it. */
function Missed({ missed }: { readonly missed: readonly Answered[] }) {
  const { parts, hrefOf } = useCourse()
  const lessons = parts
    .map((part) => ({ ...part, own: missed.filter(({ question }) => question.lesson === part.id) }))
    .filter(({ own }) => own.length > 0)
  return (
    <ul role="list" className={styles['missed']}>
      {lessons.map(({ id, title, own }) => (
        <li key={id}>
          <a href={hrefOf.lesson(id)}>{title}</a>
          <ul>
            {own.map(({ question }) => (
              <li key={question.id}>{question.aim}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

interface Props {
  readonly session: Session
  readonly onLeave: () => void
}

/** What came of a session: what was right, what was missed, and how well the reader knew which. */
export function Summary({ session, onLeave }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (heading.current) readFrom(heading.current)
  }, [])
  const first = session.answered.filter(({ again }) => !again)
  const { asked, right, missed, recovered } = outcomeOf(session)
  return (
    <section className={styles['session']}>
      <h2 ref={heading} tabIndex={-1}>
        {m.practice_went()}
      </h2>
      <p>
        {asked === 0 ? m.practice_went_none() : m.practice_went_of({ right, asked })}{' '}
        {recovered > 0 && m.practice_went_recovered({ count: recovered })}
      </p>
      {asked > 0 && <ByOutcome answered={first} />}
      {missed.length > 0 && (
        <>
          <h3>{m.practice_went_missed()}</h3>
          <Missed missed={missed} />
        </>
      )}
      {asked > 0 && missed.length === 0 && <p>{m.practice_went_all()}</p>}
      {asked > 0 && <SessionCalibration answered={first} />}
      <div className={styles['row']}>
        <button type="button" className={styles['main']} onClick={onLeave}>
          {m.practice_home()}
        </button>
      </div>
    </section>
  )
}

const SessionCalibration = ({ answered }: { readonly answered: readonly Answered[] }) => (
  <>
    <h3>{m.practice_calibration()}</h3>
    <Calibration
      first="in-check"
      answers={answered
        .filter(({ question }) => question.kind !== 'free')
        .map(({ confidence, judgement }) => ({ confidence, right: judgement.right }))}
    />
  </>
)
