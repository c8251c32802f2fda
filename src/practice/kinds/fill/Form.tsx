import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { Coded } from '../../../ui/Coded.tsx'
import type { AnswerOf } from '../../answer.ts'
import { answerText } from '../../number-text.ts'
import type { Blank, FillQuestion } from '../../question.ts'
import type { FormProps } from '../form.ts'
import { unitWord } from '../numeric/unit-words.ts'
import { RemarkText } from '../remark/RemarkText.tsx'
import { around } from './around.ts'
import styles from './Form.module.css'
import { Gap } from './Gap.tsx'
import { blanksOf } from './judge.ts'

/** What belongs into a gap. */
const rightText = (blank: Blank): string =>
  blank.sum
    ? answerText(blank.sum.answer, blank.sum, getLocale())
    : (blank.options.find(({ correct }) => correct)?.text ?? '').replaceAll('`', '')

/** A text with gaps in its lines, and a remark on each under it once they are judged. */
export function FillForm({
  question,
  draft,
  onDraft,
  judgement,
  name,
}: FormProps<FillQuestion, AnswerOf<'fill'>>) {
  const blanks = blanksOf(question)
  const labelOf = (blank: Blank, at: number) => {
    const place = {
      number: blanks.indexOf(blank) + 1,
      count: blanks.length,
      around: around(question, at),
    }
    const unit = blank.sum && unitWord(blank.sum.unit)
    return unit === undefined
      ? m.practice_fill_gap(place)
      : m.practice_fill_gap_in({ ...place, unit })
  }
  const fill = (id: string, filled: string | undefined) => {
    const others = Object.entries(draft?.blanks ?? {}).filter(([other]) => other !== id)
    const all = filled === undefined ? others : [...others, [id, filled] as const]
    onDraft({ kind: 'fill', blanks: Object.fromEntries(all) })
  }
  return (
    <div className={styles['fill']}>
      <p>
        {question.pieces.map((piece, at) =>
          typeof piece === 'string' ? (
            <Coded key={at} text={piece} />
          ) : (
            <Gap
              key={piece.id}
              blank={piece}
              id={`${name}-${piece.id}`}
              label={labelOf(piece, at)}
              filled={draft?.blanks[piece.id]}
              onFill={(filled) => fill(piece.id, filled)}
              right={judgement?.remarks.find(({ about }) => about === piece.id)?.right}
            />
          ),
        )}
      </p>
      {judgement && (
        <ol role="list" aria-label={m.practice_fill_remarks()}>
          {blanks.map((blank, index) => {
            const remark = judgement.remarks.find(({ about }) => about === blank.id)
            if (!remark) return null
            const number = index + 1
            const words = remark.right
              ? m.practice_fill_judged({ number })
              : m.practice_fill_judged_wrong({ number, right: rightText(blank) })
            return (
              <li key={blank.id}>
                <RemarkText remark={remark} words={words} />
              </li>
            )
          })}
        </ol>
      )}
    </div>
  )
}
