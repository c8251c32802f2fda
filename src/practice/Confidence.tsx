import * as m from '#messages/messages.js'
import { CONFIDENCES, type Confidence as Level } from './attempt.ts'
import styles from './Ask.module.css'

/** What a reader says of their own answer. */
export const confidenceWords: Readonly<Record<Level, () => string>> = {
  guess: m.practice_sure_guess,
  unsure: m.practice_sure_unsure,
  sure: m.practice_sure_sure,
}

interface Props {
  readonly value: Level | undefined
  readonly onValue: (value: Level) => void
  readonly fixed: boolean
  /** Of its page, unique. */
  readonly name: string
}

/** How sure the reader is, asked before anything is judged. */
export function Confidence({ value, onValue, fixed, name }: Props) {
  return (
    <fieldset className={styles['sure']} disabled={fixed}>
      <legend>{m.practice_sure()}</legend>
      {CONFIDENCES.map((level) => (
        <label key={level}>
          <input
            type="radio"
            name={`${name}-sure`}
            checked={value === level}
            onChange={() => onValue(level)}
          />
          {confidenceWords[level]()}
        </label>
      ))}
    </fieldset>
  )
}
