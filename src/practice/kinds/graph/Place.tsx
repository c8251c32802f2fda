import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { answerText, valueText } from '../../number-text.ts'
import type { GraphQuestion } from '../../question.ts'
import { NumberField } from '../numeric/NumberField.tsx'
import { useTyped } from '../numeric/use-typed.ts'
import { Mark } from '../remark/Mark.tsx'
import styles from './Form.module.css'
import { mostOff } from './judge.ts'
import { snapped, stepOf } from './ticks.ts'

interface Props {
  readonly question: GraphQuestion
  readonly at: GraphQuestion['at'][number]
  readonly id: string
  readonly value: number | undefined
  readonly onValue: (value: number | undefined) => void
  /** Once judged: whether it is close enough. */
  readonly right: boolean | undefined
}

function verdict(right: boolean, value: number, answer: number): string {
  if (right) return m.practice_graph_close()
  return value > answer ? m.practice_graph_high() : m.practice_graph_low()
}

/**
 * The value at one place: a slider for keys, and a number to type. Both are the point in the picture.
 * Once judged, what happens there stands beside it.
 */
export function Place({ question, at, id, value, onValue, right }: Props) {
  const { x, y } = question
  const locale = getLocale()
  const words = (one: number) => valueText(one, y.unit, locale, 6)
  const [low, high] = [Math.min(y.from, y.to), Math.max(y.from, y.to)]
  const judged = { unit: y.unit, answer: at.y, tolerance: { absolute: mostOff(question) } }
  const field = useTyped({
    unit: y.unit,
    value,
    onValue,
    right: judged,
    refused: (typed) =>
      typed >= low && typed <= high
        ? undefined
        : m.practice_graph_off_axis({ from: words(low), to: words(high) }),
  })
  const place = valueText(at.x, x.unit, locale, 6)
  const name = m.practice_graph_value_of({ y: y.label, x: place })
  return (
    <div className={styles['value']}>
      <span className={styles['where']} aria-hidden="true">
        {m.practice_graph_value({ x: place })}
      </span>
      {right === undefined && (
        <input
          type="range"
          min={low}
          max={high}
          step={stepOf(y)}
          value={value ?? snapped((low + high) / 2, y)}
          aria-label={name}
          aria-valuetext={value === undefined ? m.practice_graph_unset() : words(value)}
          data-unset={value === undefined || undefined}
          onChange={({ target }) => onValue(snapped(target.valueAsNumber, y))}
        />
      )}
      <NumberField
        id={id}
        unit={y.unit}
        field={field}
        readOnly={right !== undefined}
        label={m.practice_graph_typed({ y: y.label, x: place })}
      />
      {right !== undefined && value !== undefined && (
        <p className={styles['verdict']} data-right={right}>
          <Mark right={right} />
          <strong>{verdict(right, value, at.y)}</strong>{' '}
          {m.practice_graph_happens({ value: answerText(at.y, judged, locale) })}
        </p>
      )}
    </div>
  )
}
