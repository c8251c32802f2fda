import * as m from '#messages/messages.js'
import { useId } from 'react'
import type { Widget } from './contract.ts'
import styles from './Prediction.module.css'

interface Props {
  readonly prediction: NonNullable<Widget['prediction']>
  readonly guess: string | undefined
  readonly onGuess: (option: string) => void
}

/** The question before the first move. The answer stays on the picture as the reader's own mark. */
export function Prediction({ prediction, guess, onGuess }: Props) {
  const name = useId()
  const chosen = prediction.options.find((option) => option.id === guess)
  return (
    <fieldset className={styles['prediction']} data-prediction data-needs-script>
      <legend>{prediction.question()}</legend>
      <div className={styles['options']}>
        {prediction.options.map((option) => (
          <label key={option.id}>
            <input
              type="radio"
              name={name}
              value={option.id}
              checked={option.id === guess}
              onChange={() => onGuess(option.id)}
              data-replay
            />
            <span>{option.label()}</span>
          </label>
        ))}
      </div>
      <p className={styles['answer']} role="status">
        {chosen ? chosen.answer() : m.frame_predict_hint()}
      </p>
    </fieldset>
  )
}
