import * as m from '#messages/messages.js'
import { useState } from 'react'
import { Coded } from '../../../ui/Coded.tsx'
import type { AnswerOf } from '../../answer.ts'
import type { Named, OrderQuestion } from '../../question.ts'
import type { FormProps } from '../form.ts'
import { RemarkText } from '../remark/RemarkText.tsx'
import styles from './Form.module.css'
import { mended, moved, stepsIn } from './judge.ts'
import { useDragging } from './use-dragging.ts'

type By = -1 | 1

interface MoveProps {
  readonly by: By
  readonly step: string
  /** At its end a button stays, so that whoever pressed it is not left without a place. */
  readonly atEnd: boolean
  readonly onMove: () => void
}

function MoveButton({ by, step, atEnd, onMove }: MoveProps) {
  return (
    <button
      type="button"
      aria-label={
        by === -1 ? m.practice_order_earlier_step({ step }) : m.practice_order_later_step({ step })
      }
      aria-disabled={atEnd}
      onClick={onMove}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={by === -1 ? 'M8 13.5v-11M3.5 7L8 2.5 12.5 7' : 'M8 2.5v11M3.5 9L8 13.5 12.5 9'} />
      </svg>
      <span>{by === -1 ? m.practice_order_earlier() : m.practice_order_later()}</span>
    </button>
  )
}

const plain = ({ text }: Named): string => text.replaceAll('`', '')

/** An order that would have been right, for whoever has not found one. */
function Mended({ steps, id }: { readonly steps: readonly Named[]; readonly id: string }) {
  return (
    <div className={styles['mended']}>
      <p id={id}>{m.practice_order_mended()}</p>
      <ol aria-labelledby={id}>
        {steps.map((step) => (
          <li key={step.id}>
            <Coded text={step.text} />
          </li>
        ))}
      </ol>
    </div>
  )
}

/** Steps to bring into order, each by its own two buttons, or dragged. */
export function OrderForm({
  question,
  draft,
  onDraft,
  judgement,
  name,
}: FormProps<OrderQuestion, AnswerOf<'order'>>) {
  const [said, setSaid] = useState('')
  const steps = stepsIn(question, draft?.steps)
  const ids = steps.map(({ id }) => id)
  const give = (next: readonly string[] | undefined) =>
    onDraft(next && { kind: 'order', steps: [...next] })
  const draggable = useDragging({ ids, given: draft?.steps, onOrder: give })

  function move(step: Named, by: By) {
    const next = moved(ids, step.id, by)
    const words = { step: plain(step) }
    if (next === ids) {
      setSaid(by === -1 ? m.practice_order_first(words) : m.practice_order_last(words))
      return
    }
    setSaid(
      m.practice_order_moved({
        ...words,
        place: next.indexOf(step.id) + 1,
        count: next.length,
      }),
    )
    give(next)
  }

  const remarksOn = (id: string) => judgement?.remarks.filter(({ about }) => about === id) ?? []
  const whole = judgement?.remarks.filter(({ about }) => about === undefined) ?? []
  return (
    <div className={styles['order']}>
      <p id={`${name}-how`}>{m.practice_order_how()}</p>
      <ol role="list" aria-labelledby={`${name}-how`}>
        {steps.map((step, index) => (
          <li key={step.id} {...(judgement ? {} : draggable(step.id, plain(step)))}>
            <span className={styles['place']} aria-hidden="true">
              {index + 1}
            </span>
            <p>
              <Coded text={step.text} />
            </p>
            {!judgement && (
              <span className={styles['moves']}>
                {([-1, 1] as const).map((by) => (
                  <MoveButton
                    key={by}
                    by={by}
                    step={plain(step)}
                    atEnd={index === (by === -1 ? 0 : steps.length - 1)}
                    onMove={() => move(step, by)}
                  />
                ))}
              </span>
            )}
            {remarksOn(step.id).map((remark) => (
              <RemarkText key={remark.text} remark={remark} words={m.practice_order_too_early()} />
            ))}
          </li>
        ))}
      </ol>
      <p className="unseen" role="status">
        {said}
      </p>
      {whole.map((remark) => (
        <RemarkText key={remark.text} remark={remark} />
      ))}
      {judgement?.right === false && <Mended steps={mended(question, ids)} id={`${name}-mended`} />}
    </div>
  )
}
