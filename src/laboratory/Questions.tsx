import * as m from '#messages/messages.js'
import { useState } from 'react'
import { CommandText } from './CommandText.tsx'
import type { LaboratoryStore } from './laboratory.ts'
import type { Question } from './missions/mission.ts'
import styles from './Text.module.css'

interface Props {
  readonly questions: readonly Question[]
  readonly store: LaboratoryStore | undefined
  readonly onCommand: (command: string) => void
}

/** Questions whose answers come from what the reader's cluster did up to when they are opened. */
export function Questions({ questions, store, onCommand }: Props) {
  const [, setLooks] = useState(0)
  const evidence = store?.getState().evidence()
  return (
    <div className={styles['help']}>
      <h2>{m.lab_questions()}</h2>
      {questions.map(({ ask, answer }, index) => (
        <details key={index} onToggle={() => setLooks((looks) => looks + 1)}>
          <summary>{ask()}</summary>
          {answer(evidence).map((paragraph, place) => (
            <p key={place}>
              <CommandText text={paragraph} onCommand={onCommand} />
            </p>
          ))}
        </details>
      ))}
    </div>
  )
}
