import * as m from '#messages/messages.js'
import type { AnswerOf } from '../../answer.ts'
import type { Judgement } from '../../judgement.ts'
import type { ChoicesQuestion, Option } from '../../question.ts'
import type { FormProps } from '../form.ts'
import styles from '../option/option.module.css'
import { OptionRow } from '../option/OptionRow.tsx'
import { WhyNot } from '../option/WhyNot.tsx'
import { RemarkText } from '../remark/RemarkText.tsx'

interface SaidProps {
  readonly option: Option
  readonly chosen: boolean
  readonly judgement: Judgement
}

/** Tick and cross stand for what the reader did with an option; the words say whether it holds. */
function Said({ option: { id, why }, chosen, judgement }: SaidProps) {
  const remark = judgement.remarks.find(({ about }) => about === id)
  if (!remark)
    return (
      <>
        <RemarkText remark={{ right: true, text: '' }} words={m.practice_choices_left()} />
        <WhyNot question={m.practice_choices_why_not()} why={why} />
      </>
    )
  const words = remark.right
    ? m.practice_choices_chosen_right()
    : chosen
      ? m.practice_choices_chosen_wrong()
      : m.practice_choices_missed()
  return <RemarkText remark={remark} words={words} />
}

/** Several of a few. */
export function ChoicesForm({
  question,
  draft,
  onDraft,
  judgement,
  name,
}: FormProps<ChoicesQuestion, AnswerOf<'choices'>>) {
  const chosen = draft?.options ?? []
  const turn = (id: string) =>
    onDraft({
      kind: 'choices',
      options: chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id],
    })
  return (
    <fieldset className={styles['options']} disabled={judgement !== undefined}>
      <legend>{m.practice_choices_all()}</legend>
      {question.options.map((option) => (
        <OptionRow
          key={option.id}
          type="checkbox"
          name={`${name}-option`}
          option={option}
          checked={chosen.includes(option.id)}
          onChoose={() => turn(option.id)}
        >
          {judgement && (
            <Said option={option} chosen={chosen.includes(option.id)} judgement={judgement} />
          )}
        </OptionRow>
      ))}
    </fieldset>
  )
}
