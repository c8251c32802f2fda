import * as m from '#messages/messages.js'
import { Coded } from '../../../ui/Coded.tsx'
import type { AnswerOf } from '../../answer.ts'
import type { DesignQuestion } from '../../question.ts'
import type { FormProps } from '../form.ts'
import styles from './Form.module.css'
import { KnobField } from './Knob.tsx'
import { Outcome } from './Outcome.tsx'

/** Knobs to set. What comes of a design is said only once it is chosen. */
export function DesignForm({
  question,
  draft,
  onDraft,
  judgement,
  name,
}: FormProps<DesignQuestion, AnswerOf<'design'>>) {
  return (
    <div className={styles['design']}>
      <p id={`${name}-demands`}>{m.practice_design_demands()}</p>
      <ul aria-labelledby={`${name}-demands`}>
        {question.demands.map(({ text }) => (
          <li key={text}>
            <Coded text={text} />
          </li>
        ))}
      </ul>
      {question.knobs.map((knob) => (
        <KnobField
          key={knob.id}
          knob={knob}
          name={name}
          setting={draft?.settings[knob.id]}
          readOnly={judgement !== undefined}
          onSet={(option) =>
            onDraft({ kind: 'design', settings: { ...draft?.settings, [knob.id]: option } })
          }
        />
      ))}
      {judgement && draft && (
        <Outcome question={question} answer={draft} judgement={judgement} name={name} />
      )}
    </div>
  )
}
