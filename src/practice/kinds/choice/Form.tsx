import * as m from '#messages/messages.js'
import type { AnswerOf } from '../../answer.ts'
import type { Judgement } from '../../judgement.ts'
import type { ChoiceQuestion, Option } from '../../question.ts'
import type { FormProps } from '../form.ts'
import styles from '../option/option.module.css'
import { OptionRow } from '../option/OptionRow.tsx'
import { WhyNot } from '../option/WhyNot.tsx'
import { RemarkText } from '../remark/RemarkText.tsx'

interface SaidProps {
  readonly option: Option
  readonly judgement: Judgement
}

/** The chosen one is answered, the right one shown; of the others it is said why not, on demand. */
function Said({ option: { id, why, correct }, judgement }: SaidProps) {
  const remark = judgement.remarks.find(({ about }) => about === id)
  if (remark) {
    const words = remark.right ? m.practice_choice_chosen_right() : m.practice_choice_chosen_wrong()
    return <RemarkText remark={remark} words={words} />
  }
  return correct ? (
    <RemarkText remark={{ right: true, text: why }} words={m.practice_choice_missed()} />
  ) : (
    <WhyNot question={m.practice_choice_why_not()} why={why} />
  )
}

/** One of a few. */
export function ChoiceForm({
  question,
  draft,
  onDraft,
  judgement,
  name,
}: FormProps<ChoiceQuestion, AnswerOf<'choice'>>) {
  return (
    <fieldset className={styles['options']} disabled={judgement !== undefined}>
      <legend>{m.practice_choice_one()}</legend>
      {question.options.map((option) => (
        <OptionRow
          key={option.id}
          type="radio"
          name={`${name}-option`}
          option={option}
          checked={draft?.option === option.id}
          onChoose={() => onDraft({ kind: 'choice', option: option.id })}
        >
          {judgement && <Said option={option} judgement={judgement} />}
        </OptionRow>
      ))}
    </fieldset>
  )
}
