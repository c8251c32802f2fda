import * as m from '#messages/messages.js'
import type { CSSProperties } from 'react'
import { Coded } from '../../../ui/Coded.tsx'
import type { AnswerOf } from '../../answer.ts'
import type { Remark } from '../../judgement.ts'
import type { ClassifyQuestion, Item, Named } from '../../question.ts'
import type { FormProps } from '../form.ts'
import { RemarkText } from '../remark/RemarkText.tsx'
import styles from './Form.module.css'

/** Columns stand side by side only where their names are short enough to stand over them. */
const FITTING_COLUMNS = 4
const FITTING_LETTERS = 26

/** React's types know no custom properties. */
type Measured = CSSProperties & Readonly<Record<'--columns' | '--letters', number>>

const plain = (columns: readonly Named[], id: string | undefined): string =>
  (columns.find((column) => column.id === id)?.text ?? '').replaceAll('`', '')

interface RowProps {
  readonly item: Item
  readonly columns: readonly Named[]
  readonly name: string
  readonly chosen: string | undefined
  readonly onChoose: (column: string) => void
  readonly remark: Remark | undefined
}

/** A group of radio buttons, each with the name of its column, which is out of sight in a table. */
function Row({ item, columns, name, chosen, onChoose, remark }: RowProps) {
  const right = plain(columns, item.in)
  return (
    <div className={styles['row']} role="radiogroup" aria-labelledby={`${name}-item`}>
      <p id={`${name}-item`}>
        <Coded text={item.text} />
      </p>
      {columns.map(({ id, text }) => (
        <label key={id}>
          <input type="radio" name={name} checked={chosen === id} onChange={() => onChoose(id)} />
          <span>
            <Coded text={text} />
          </span>
        </label>
      ))}
      {remark && (
        <RemarkText
          remark={remark}
          words={
            remark.right
              ? m.practice_classify_right({ column: right })
              : m.practice_classify_wrong({ chosen: plain(columns, chosen), right })
          }
        />
      )}
    </div>
  )
}

/** Things to put into a few classes: a table where there is room, lists of buttons where not. */
export function ClassifyForm({
  question: { columns, items },
  draft,
  onDraft,
  judgement,
  name,
}: FormProps<ClassifyQuestion, AnswerOf<'classify'>>) {
  const letters = Math.max(...columns.map(({ text }) => text.length))
  const fits = columns.length <= FITTING_COLUMNS && letters <= FITTING_LETTERS
  const style: Measured = { '--columns': columns.length, '--letters': letters }
  return (
    <fieldset className={styles['classify']} disabled={judgement !== undefined}>
      <legend>{m.practice_classify_choose()}</legend>
      <div className={styles['grid']} data-table={fits || undefined} style={style}>
        <div className={styles['head']} aria-hidden="true">
          {columns.map(({ id, text }) => (
            <span key={id}>
              <Coded text={text} />
            </span>
          ))}
        </div>
        {items.map((item) => (
          <Row
            key={item.id}
            item={item}
            columns={columns}
            name={`${name}-${item.id}`}
            chosen={draft?.columns[item.id]}
            onChoose={(column) =>
              onDraft({ kind: 'classify', columns: { ...draft?.columns, [item.id]: column } })
            }
            remark={judgement?.remarks.find(({ about }) => about === item.id)}
          />
        ))}
      </div>
    </fieldset>
  )
}
