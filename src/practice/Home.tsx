import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react'
import type { Attempt } from './attempt.ts'
import { firstAnswers } from './calibration.ts'
import { ALL, StartForm } from './StartForm.tsx'
import type { Selection } from './compose.ts'
import { Belief } from './Feedback.tsx'
import { misconceptionIn } from './misconceptions.ts'
import { whenText } from './when-text.ts'
import { Calibration } from './memory/Calibration.tsx'
import { Progress } from './memory/Progress.tsx'
import styles from './Practice.module.css'
import { CourseContext, useCourse, type Course } from './practice-context.ts'
import { misconceptionsMet } from './progress.ts'
import { readFrom } from './read-from.ts'
import { dueNow, nextDue } from './schedule.ts'

const MOST_BELIEFS = 3

function ofQuestions(attempts: readonly Attempt[], questions: Course['questions']) {
  const known = new Set(questions.map(({ id }) => id))
  return attempts.filter(({ question }) => known.has(question))
}

/**
 * What wrong answers rested on lately, the most frequent first. Left out is what only questions say that
 * are gone from the course, since nobody could put it right any more.
 */
function Beliefs({ attempts }: { readonly attempts: readonly Attempt[] }) {
  const { questions, misconceptions } = useCourse()
  const met = misconceptionsMet(ofQuestions(attempts, questions))
    .filter(({ misconception }) => misconceptionIn(misconceptions, misconception))
    .slice(0, MOST_BELIEFS)
  return (
    <section>
      <h2>{m.practice_beliefs()}</h2>
      {met.length === 0 && <p>{m.practice_beliefs_none()}</p>}
      {met.map(({ misconception }) => (
        <Belief key={misconception} id={misconception} />
      ))}
    </section>
  )
}

interface DueProps {
  /** Nothing until what was answered before has been read. */
  readonly attempts: readonly Attempt[] | undefined
  readonly questions: Course['questions'] | undefined
  readonly now: number
  readonly onStart: (questions: readonly string[]) => void
}

/** What is about to be forgotten, and what comes next. */
function Due({ attempts, questions, now, onStart }: DueProps) {
  if (!attempts || !questions) return <p role="status">{m.practice_due_reading()}</p>
  const own = ofQuestions(attempts, questions)
  const due = dueNow(own, now)
  const next = nextDue(own, now)
  if (due.length === 0)
    return (
      <p>
        {next
          ? m.practice_due_nothing({ when: whenText(next.dueAt, now, getLocale()) })
          : m.practice_due_none_yet()}
      </p>
    )
  return (
    <>
      <p>{m.practice_due({ count: due.length })}</p>
      <button
        type="button"
        className={styles['main']}
        onClick={() => onStart(due.map(({ question }) => question))}
      >
        {m.practice_due_start()}
      </button>
    </>
  )
}

interface Props {
  readonly outcomes: readonly { readonly id: string; readonly text: string }[]
  /** The questions and what surrounds them, once they are here. */
  readonly course: Course | undefined
  readonly attempts: readonly Attempt[] | undefined
  readonly now: number
  /** Whether the reader comes back from a session, whose buttons are gone. */
  readonly back: boolean
  readonly onCheck: (selection: Omit<Selection, 'seed'>) => void
  readonly onReview: (questions: readonly string[]) => void
  /** Of a self-check of one part, where the address names it. */
  readonly lesson?: { readonly id: string; readonly title: string }
  readonly notice?: ReactNode
  /** What is kept, and what can be done with it. */
  readonly children: ReactNode
}

/** The page of practice while nothing is asked: what is due, what can be checked, how far one is. */
export function Home(props: Props) {
  const { outcomes, course, attempts, now, back, onCheck, onReview, lesson } = props
  const heading = useRef<HTMLHeadingElement>(null)
  const arrive = useEffectEvent(() => {
    if (back && heading.current) readFrom(heading.current)
  })
  useEffect(() => arrive(), [])
  return (
    <div className={styles['home']}>
      {props.notice}
      <div className={styles['panels']}>
        <section className={styles['panel']}>
          <h2 ref={heading} tabIndex={-1}>
            {m.practice_due_title()}
          </h2>
          <Due attempts={attempts} questions={course?.questions} now={now} onStart={onReview} />
        </section>
        <section className={styles['panel']}>
          <h2>{m.practice_start_title()}</h2>
          {lesson && (
            <p>
              <button
                type="button"
                className={styles['main']}
                onClick={() => onCheck({ lesson: lesson.id, count: ALL })}
              >
                {m.practice_start_lesson({ title: lesson.title })}
              </button>
            </p>
          )}
          <StartForm outcomes={outcomes} onStart={onCheck} />
        </section>
      </div>
      {course && attempts && attempts.length > 0 && (
        <CourseContext value={course}>
          <section>
            <h2>{m.practice_far()}</h2>
            <Progress
              questions={course.questions}
              attempts={attempts}
              outcomes={course.outcomes}
              lessons={course.parts}
            />
          </section>
          <section>
            <h2>{m.practice_calibration()}</h2>
            <Calibration answers={firstAnswers(attempts)} first="ever" />
          </section>
          <Beliefs attempts={attempts} />
        </CourseContext>
      )}
      <section>
        <h2>{m.practice_data()}</h2>
        {props.children}
      </section>
    </div>
  )
}
