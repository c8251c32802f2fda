import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { useState } from 'react'
import { Fitted } from '../../../figures/Fitted.tsx'
import { listed } from '../../../ui/format.ts'
import type { AnswerOf } from '../../answer.ts'
import { valueText } from '../../number-text.ts'
import type { GraphQuestion } from '../../question.ts'
import type { FormProps } from '../form.ts'
import { RemarkText } from '../remark/RemarkText.tsx'
import { type Guess, type Point, withLine, withValue } from './drawn.ts'
import styles from './Form.module.css'
import { closeEnough } from './judge.ts'
import { Place } from './Place.tsx'
import { Plot } from './Plot.tsx'

/** The picture in words. */
function pictureText({ x, y, at }: GraphQuestion, guess: Guess, judged: boolean): string {
  const locale = getLocale()
  const point = (place: number, value: number) =>
    m.practice_graph_point({
      x: valueText(place, x.unit, locale, 6),
      y: valueText(value, y.unit, locale, 4),
    })
  const set = at.flatMap((place, index) => {
    const value = guess[index]
    return value === undefined ? [] : [point(place.x, value)]
  })
  const axes = { x: x.label, y: y.label }
  if (set.length === 0) return m.practice_graph_picture_empty({ ...axes, count: at.length })
  const points = listed(locale, set)
  if (!judged) return m.practice_graph_picture({ ...axes, points })
  const right = listed(
    locale,
    at.map((place) => point(place.x, place.y)),
  )
  return m.practice_graph_picture_both({ ...axes, points, right })
}

type Props = FormProps<GraphQuestion, AnswerOf<'graph'> | undefined>

/** A curve to guess at a few places. It is a draft once each of them is set. */
export function GraphForm({ question, draft, onDraft, judgement, name }: Props) {
  const { at, x, y } = question
  const [own, setOwn] = useState<Guess>(() => at.map(() => undefined))
  const guess = draft?.values ?? own
  const change = (next: Guess) => {
    setOwn(next)
    const values = next.filter((value) => value !== undefined)
    onDraft(values.length === at.length ? { kind: 'graph', values } : undefined)
  }
  const judged = judgement !== undefined
  const close = judgement && draft && closeEnough(question, draft.values)
  const plot = {
    question,
    guess,
    judged,
    onLine: (from: Point | undefined, to: Point) => change(withLine(question, guess, from, to)),
    label: pictureText(question, guess, judged),
  }
  return (
    <div className={styles['graph']}>
      {!judged && <p className={styles['how']}>{m.practice_graph_how()}</p>}
      <p className={styles['axis']}>{y.label}</p>
      <Fitted
        wide={<Plot {...plot} width={600} height={320} />}
        narrow={<Plot {...plot} width={290} height={270} />}
      />
      <p className={styles['axis']} data-x>
        {x.label}
      </p>
      {at.map((place, index) => (
        <Place
          key={place.x}
          question={question}
          at={place}
          id={`${name}-at-${index + 1}`}
          value={guess[index]}
          onValue={(value) => change(withValue(guess, index, value))}
          right={close?.[index]}
        />
      ))}
      {close && (
        <p className={styles['count']}>
          {m.practice_graph_count({ right: close.filter(Boolean).length, count: at.length })}
        </p>
      )}
      {judgement?.remarks.map((remark) => (
        <RemarkText key={remark.text} remark={remark} />
      ))}
    </div>
  )
}
