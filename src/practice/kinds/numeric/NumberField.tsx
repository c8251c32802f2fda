import { getLocale } from '#messages/runtime.js'
import * as m from '#messages/messages.js'
import { valueText } from '../../number-text.ts'
import type { Unit } from '../../question.ts'
import styles from './NumberField.module.css'
import { unitSigns } from './unit-words.ts'
import type { TypedField } from './use-typed.ts'

interface Props {
  readonly id: string
  readonly unit: Unit
  readonly field: TypedField
  readonly readOnly: boolean
  /** Its name where no label stands beside it. */
  readonly label?: string
  /** Whether to say what may be typed, and what it is read as. */
  readonly hints?: boolean
}

/** So many digits tell nearly all numbers from their neighbours. */
const DIGITS = 9

/** A number to type, with its unit beside it and, under it, why it is no answer yet. */
export function NumberField({ id, unit, field, readOnly, label, hints = false }: Props) {
  const { text, typed, said } = field
  const { before, after } = unitSigns(unit)
  const [saidId, hintId] = [`${id}-said`, `${id}-hint`]
  return (
    <span className={styles['field']}>
      <span className={styles['box']}>
        {before && <span aria-hidden="true">{before}</span>}
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          value={text}
          readOnly={readOnly}
          aria-label={label}
          aria-invalid={said === undefined ? undefined : true}
          aria-describedby={hints ? `${saidId} ${hintId}` : saidId}
          onChange={({ target }) => field.onText(target.value)}
          onBlur={field.onLeave}
        />
        {after && <span aria-hidden="true">{after}</span>}
      </span>
      <span className={styles['said']} id={saidId} role="status">
        {readOnly ? undefined : said}
      </span>
      {hints && !readOnly && said === undefined && (
        <span className={styles['hint']} id={hintId}>
          {typed.problem === undefined
            ? m.practice_typed_read({ number: valueText(typed.value, unit, getLocale(), DIGITS) })
            : m.practice_typed_hint()}
        </span>
      )}
    </span>
  )
}
