import * as m from '#messages/messages.js'
import type { Blank } from '../../question.ts'
import { NumberField } from '../numeric/NumberField.tsx'
import { useTyped } from '../numeric/use-typed.ts'
import { Mark } from '../remark/Mark.tsx'
import styles from './Form.module.css'
import { numberIn } from './judge.ts'

interface Props<B extends Blank> {
  readonly blank: B
  readonly id: string
  /** Which gap it is, and what stands around it. */
  readonly label: string
  readonly filled: string | undefined
  readonly onFill: (filled: string | undefined) => void
  /** Once judged: whether it is right. */
  readonly right: boolean | undefined
}

type Words = Extract<Blank, { options: object }>
type Figure = Extract<Blank, { sum: object }>

function WordGap({ blank, id, label, filled, onFill, right }: Props<Words>) {
  return (
    <select
      id={id}
      aria-label={label}
      value={filled ?? ''}
      disabled={right !== undefined}
      onChange={({ target }) => onFill(target.value === '' ? undefined : target.value)}
    >
      <option value="">{m.practice_fill_choose()}</option>
      {blank.options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.text.replaceAll('`', '')}
        </option>
      ))}
    </select>
  )
}

function NumberGap({ blank, id, label, filled, onFill, right }: Props<Figure>) {
  const field = useTyped({
    unit: blank.sum.unit,
    value: numberIn(filled),
    onValue: (value) => onFill(value === undefined ? undefined : String(value)),
    right: blank.sum,
  })
  return (
    <NumberField
      id={id}
      unit={blank.sum.unit}
      field={field}
      readOnly={right !== undefined}
      label={label}
    />
  )
}

/** A gap in its line, with the shape of its judgement behind it. */
export function Gap({ blank, ...props }: Props<Blank>) {
  return (
    <span className={styles['gap']} data-right={props.right}>
      {blank.options ? (
        <WordGap blank={blank} {...props} />
      ) : (
        <NumberGap blank={blank} {...props} />
      )}
      {props.right !== undefined && <Mark right={props.right} />}
    </span>
  )
}
