import * as m from '#messages/messages.js'
import { useEffect, useRef, useState } from 'react'
import { Coded } from '../../../ui/Coded.tsx'
import type { Judgement } from '../../judgement.ts'
import type { FreeQuestion } from '../../question.ts'
import type { FormProps } from '../form.ts'
import { RemarkText } from '../remark/RemarkText.tsx'
import styles from './Form.module.css'
import { isWritten, type FreeDraft } from './judge.ts'

/** As much as an answer may hold. */
const MOST_LETTERS = 4000

interface PointsProps {
  readonly points: FreeQuestion['points']
  readonly ticked: readonly string[]
  readonly onTicked: (ticked: readonly string[]) => void
  readonly name: string
}

function Points({ points, ticked, onTicked, name }: PointsProps) {
  return (
    <fieldset className={styles['points']} aria-describedby={`${name}-honest`}>
      <legend>{m.practice_free_points()}</legend>
      <p id={`${name}-honest`}>{m.practice_free_honest()}</p>
      {points.map(({ id, text }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={ticked.includes(id)}
            onChange={() =>
              onTicked(
                ticked.includes(id) ? ticked.filter((other) => other !== id) : [...ticked, id],
              )
            }
          />
          <span>
            <Coded text={text} />
          </span>
        </label>
      ))}
    </fieldset>
  )
}

const Found = ({ judgement: { remarks } }: { readonly judgement: Judgement }) => (
  <ul role="list" className={styles['found']}>
    {remarks.map((remark) => (
      <li key={remark.text}>
        <RemarkText
          remark={remark}
          words={remark.right ? m.practice_free_in() : m.practice_free_not_in()}
        />
      </li>
    ))}
  </ul>
)

/** A few sentences first, then the model answer, and last what of it was in them. */
export function FreeForm({
  question: { model, points },
  draft,
  onDraft,
  judgement,
  name,
}: FormProps<FreeQuestion, FreeDraft>) {
  const [asked, setAsked] = useState(false)
  const shown = useRef<HTMLElement>(null)
  const ticked = judgement ? (draft?.points ?? []) : draft?.points
  const comparing = ticked !== undefined

  // The button that was pressed is gone, and what it brought is to be read next.
  useEffect(() => {
    if (asked && comparing) shown.current?.focus()
  }, [asked, comparing])

  function compare() {
    setAsked(true)
    if (isWritten(draft)) onDraft({ ...draft, points: [] })
  }

  return (
    <div className={styles['free']}>
      <label htmlFor={`${name}-text`}>{m.practice_free_label()}</label>
      <textarea
        id={`${name}-text`}
        rows={5}
        maxLength={MOST_LETTERS}
        value={draft?.text ?? ''}
        readOnly={comparing}
        aria-describedby={`${name}-own`}
        onChange={({ target }) => {
          setAsked(false)
          onDraft({ kind: 'free', text: target.value })
        }}
      />
      <p id={`${name}-own`} hidden={comparing}>
        {m.practice_free_own()}
      </p>
      {!comparing && (
        <>
          <button type="button" onClick={compare}>
            {m.practice_free_compare()}
          </button>
          <p role="status">{asked && m.practice_free_write_first()}</p>
        </>
      )}
      {comparing && (
        <section ref={shown} tabIndex={-1} aria-labelledby={`${name}-model`}>
          <p id={`${name}-model`}>{m.practice_free_model()}</p>
          <p>
            <Coded text={model} />
          </p>
        </section>
      )}
      {comparing && !judgement && draft && (
        <Points
          points={points}
          ticked={ticked}
          onTicked={(next) => onDraft({ ...draft, points: [...next] })}
          name={name}
        />
      )}
      {judgement && <Found judgement={judgement} />}
    </div>
  )
}
