import * as m from '#messages/messages.js'
import styles from './Ask.module.css'
import { confidenceWords } from './confidence-words.ts'
import { CONFIDENCES, type Confidence as Level } from './confidences.ts'

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
