import * as m from '#messages/messages.js'
import { useState } from 'react'
import { Fitted } from '../../../figures/Fitted.tsx'
import type { AnswerOf } from '../../answer.ts'
import type { DiagramQuestion } from '../../question.ts'
import type { FormProps } from '../form.ts'
import styles from './Form.module.css'
import { asked } from './judge.ts'
import { PartRow } from './PartRow.tsx'
import { Picture } from './Picture.tsx'
import { lossText, nameOf, needsText } from './words.ts'

/** How the two sorts of line look, and what they mean. */
const Legend = ({ any }: { readonly any: boolean }) => (
  <ul role="list" className={styles['legend']}>
    {[false, ...(any ? [true] : [])].map((dotted) => (
      <li key={String(dotted)}>
        <svg width="34" height="12" viewBox="0 0 34 12" aria-hidden="true">
          <g className={styles['link']} data-any={dotted}>
            <path d="M1 6H32" />
            <path d="M24 2L32 6L24 10" data-head />
          </g>
        </svg>
        {dotted ? m.practice_diagram_dotted() : m.practice_diagram_line()}
      </li>
    ))}
  </ul>
)

/** The same as the picture, in sentences. */
const InWords = ({ question }: { readonly question: DiagramQuestion }) => (
  <details>
    <summary>{m.practice_diagram_words()}</summary>
    <ul>
      {question.parts.map((part) => (
        <li key={part.id}>
          {needsText(question, part)}
          {question.served.includes(part.id) &&
            ` ${m.practice_diagram_is_served({ part: nameOf(question, part.id) })}`}
        </li>
      ))}
    </ul>
  </details>
)

interface LosingProps {
  readonly question: DiagramQuestion
  readonly struck: string | undefined
  readonly onStrike: (id: string) => void
}

/** A button to take each part away, and what stops with it. */
const Losing = ({ question, struck, onStrike }: LosingProps) => (
  <div role="group" aria-label={m.practice_diagram_try()} className={styles['losing']}>
    <p aria-hidden="true">{m.practice_diagram_try()}</p>
    {asked(question).map(({ id, text }) => (
      <button key={id} type="button" aria-pressed={struck === id} onClick={() => onStrike(id)}>
        {text.replaceAll('`', '')}
      </button>
    ))}
    <p role="status" className={styles['loss']}>
      {struck !== undefined && lossText(question, struck)}
    </p>
  </div>
)

/** Parts to tick, in a list and in their picture; once judged, each can be lost to see what stops. */
export function DiagramForm({
  question,
  draft,
  onDraft,
  judgement,
  name,
}: FormProps<DiagramQuestion, AnswerOf<'diagram'>>) {
  const [chosen, setChosen] = useState<string>()
  const ticked = draft?.parts ?? []
  const struck = judgement ? chosen : undefined
  const tick = (id: string) =>
    onDraft({
      kind: 'diagram',
      parts: ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id],
    })
  const strike = (id: string) => setChosen(id === struck ? undefined : id)
  const picture = { question, ticked, struck, onPick: judgement ? strike : tick }
  return (
    <div className={styles['diagram']}>
      <Fitted
        wide={<Picture {...picture} width={600} />}
        narrow={<Picture {...picture} width={290} />}
      />
      {judgement && <Losing question={question} struck={struck} onStrike={strike} />}
      <Legend any={question.parts.some(({ anyOf }) => anyOf.length > 0)} />
      <InWords question={question} />
      <p id={`${name}-choose`} className={styles['choose']}>
        {judgement ? m.practice_diagram_remarks() : m.practice_diagram_choose()}
      </p>
      <ul role="list" aria-labelledby={`${name}-choose`} className={styles['rows']}>
        {asked(question).map((part) => (
          <PartRow
            key={part.id}
            part={part}
            ticked={ticked.includes(part.id)}
            onTick={() => tick(part.id)}
            remark={judgement?.remarks.find(({ about }) => about === part.id)}
          />
        ))}
      </ul>
    </div>
  )
}
