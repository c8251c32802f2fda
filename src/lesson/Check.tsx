import * as m from '#messages/messages.js'
import { useId, useRef, useState } from 'react'
import { confidenceWords } from '../practice/confidence-words.ts'
import { CONFIDENCES, type Confidence } from '../practice/confidences.ts'
import { Coded } from '../ui/Coded.tsx'
import styles from './Check.module.css'
import { type CheckQuestion, useLesson } from './lesson-context.ts'
import { SceneLink } from './SceneLink.tsx'

/** What is said of a choice, and where a wrong one can be seen to fail. */
function Why({
  option,
  id,
}: {
  readonly option: CheckQuestion['options'][number]
  readonly id: string
}) {
  const { correct, why, shown } = option
  return (
    <p id={id} className={styles['why']}>
      <strong>{correct ? m.lesson_right() : m.lesson_wrong()}</strong> <Coded text={why} />{' '}
      {shown && <SceneLink {...shown}>{m.lesson_shown_in()}</SceneLink>}
    </p>
  )
}

/** How sure the reader is. Whoever moves through the choices by keyboard has not answered yet. */
function Sure({ onSure }: { readonly onSure: (confidence: Confidence) => void }) {
  return (
    <div className={styles['sure']} role="group" aria-label={m.lesson_sure()} data-needs-script>
      <span aria-hidden="true">{m.lesson_sure()}</span>
      {CONFIDENCES.map((confidence) => (
        <button key={confidence} type="button" onClick={() => onSure(confidence)} data-replay>
          {confidenceWords[confidence]()}
        </button>
      ))}
    </div>
  )
}

/**
 * A question inside a part. Each choice carries its own explanation, which appears once the reader
 * has said how sure they are; without a script, as soon as it is chosen, by style alone.
 */
export function Check({ id }: { readonly id: string }) {
  const { outline, useAnswer } = useLesson()
  const [answer, keepAnswer] = useAnswer(id)
  const [chosen, setChosen] = useState<string>()
  const [missing, setMissing] = useState(false)
  // A click that is played back comes before the page has drawn what the one before it changed.
  const last = useRef<HTMLInputElement>(null)
  const name = useId()
  const question = outline.questions[id]
  if (!question) throw new Error(`Check: the lesson has no question "${id}"`)
  const answered = answer !== undefined

  function choose(input: HTMLInputElement) {
    last.current = input
    setMissing(false)
    setChosen(input.value)
    if (answered) keepAnswer(input.value)
  }
  function check(confidence: Confidence) {
    if (!last.current) return setMissing(true)
    keepAnswer(last.current.value, confidence)
    // The explanation is read out with the choice, and the buttons are gone.
    last.current.focus()
  }

  return (
    <section className={styles['check']} id={`check-${id}`} data-answered={answered || undefined}>
      <h2>{m.lesson_check()}</h2>
      <fieldset>
        <legend>
          <Coded text={question.prompt} />
        </legend>
        {question.options.map((option) => (
          <div key={option.id} className={styles['choice']} data-correct={option.correct}>
            <label>
              <input
                type="radio"
                name={name}
                value={option.id}
                checked={(answer ?? chosen) === option.id}
                onChange={({ currentTarget }) => choose(currentTarget)}
                aria-describedby={answered ? `${name}-${option.id}` : undefined}
                data-replay
              />
              <span>
                <Coded text={option.text} />
              </span>
            </label>
            <Why option={option} id={`${name}-${option.id}`} />
          </div>
        ))}
      </fieldset>
      {!answered && <Sure onSure={check} />}
      <p className={styles['missing']} role="status">
        {missing && m.lesson_choose_first()}
      </p>
      <div className={styles['space']} aria-hidden="true" />
    </section>
  )
}
