import * as m from '#messages/messages.js'
import { useId } from 'react'
import { Coded } from '../ui/Coded.tsx'
import { useLesson } from './lesson-context.ts'
import styles from './Check.module.css'

/**
 * A question at the end of a part. Each choice carries its own explanation, which appears when it
 * is chosen, by style alone: the question works before any script runs, and without one.
 */
export function Check({ id }: { readonly id: string }) {
  const { outline, useAnswer } = useLesson()
  const [answer, keepAnswer] = useAnswer(id)
  const name = useId()
  const question = outline.questions[id]
  if (!question) throw new Error(`Check: the lesson has no question "${id}"`)
  return (
    <section className={styles['check']} id={`check-${id}`}>
      <h2>{m.lesson_check()}</h2>
      <fieldset>
        <legend>
          <Coded text={question.prompt} />
        </legend>
        {question.options.map((choice) => (
          <div key={choice.id} className={styles['choice']} data-correct={choice.correct}>
            <label>
              <input
                type="radio"
                name={name}
                value={choice.id}
                checked={answer === choice.id}
                onChange={() => keepAnswer(choice.id)}
                aria-describedby={`${name}-${choice.id}`}
                data-replay
              />
              <span>
                <Coded text={choice.text} />
              </span>
            </label>
            <p id={`${name}-${choice.id}`} className={styles['why']}>
              <strong>{choice.correct ? m.lesson_right() : m.lesson_wrong()}</strong>{' '}
              <Coded text={choice.why} />
            </p>
          </div>
        ))}
      </fieldset>
      <div className={styles['space']} aria-hidden="true" />
    </section>
  )
}
