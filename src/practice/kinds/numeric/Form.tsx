import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { AnswerOf } from '../../answer.ts'
import { answerText } from '../../number-text.ts'
import type { NumericQuestion } from '../../question.ts'
import type { FormProps } from '../form.ts'
import { RemarkText } from '../remark/RemarkText.tsx'
import styles from './Form.module.css'
import { NumberField } from './NumberField.tsx'
import { unitWord } from './unit-words.ts'
import { useTyped } from './use-typed.ts'

type Props = FormProps<NumericQuestion, AnswerOf<'numeric'> | undefined>

/** A number to work out. What is typed is a draft only while it can be read as an answer. */
export function NumericForm({ question, draft, onDraft, judgement, name }: Props) {
  const field = useTyped({
    unit: question.unit,
    value: draft?.value,
    onValue: (value) => onDraft(value === undefined ? undefined : { kind: 'numeric', value }),
    right: question,
  })
  const unit = unitWord(question.unit)
  const [remark] = judgement?.remarks ?? []
  const id = `${name}-number`
  return (
    <div className={styles['numeric']}>
      <label htmlFor={id}>
        {unit === undefined ? m.practice_numeric_label() : m.practice_numeric_label_in({ unit })}
      </label>
      <NumberField
        id={id}
        unit={question.unit}
        field={field}
        readOnly={remark !== undefined}
        hints
      />
      {remark && draft && (
        <>
          <dl className={styles['compared']}>
            <dt>{m.practice_numeric_yours()}</dt>
            <dd>{answerText(draft.value, question, getLocale())}</dd>
            <dt>{m.practice_numeric_right()}</dt>
            <dd>{answerText(question.answer, question, getLocale())}</dd>
          </dl>
          <RemarkText remark={remark} />
        </>
      )}
    </div>
  )
}
