import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { useId, useState } from 'react'
import { number, parseTyped, percent } from '../ui/format.ts'
import styles from './Controls.module.css'
import { stopNear, type NumberParameter } from './parameters.ts'

interface Props {
  readonly parameter: NumberParameter
  readonly value: number
  readonly onChange: (value: number) => void
  /** Stands in place of the label when a switch already names this number. */
  readonly labelledBy?: string
  readonly off?: boolean
}

/** A value as its control shows and says it. */
export const spoken = (parameter: NumberParameter, value: number) =>
  parameter.unit === 'share' ? percent(getLocale(), value) : number(getLocale(), value, 12)

const TRACK = 1000

/** A slider over the stops of a parameter, and beside it the same value to be typed exactly. */
export function NumberControl({ parameter, value, onChange, labelledBy, off = false }: Props) {
  const id = useId()
  const [draft, setDraft] = useState<string>()
  const [complaint, setComplaint] = useState<string>()
  const { stops, minimum, maximum } = parameter
  const at = stopNear(stops, value)
  const range = m.frame_range({
    minimum: spoken(parameter, minimum),
    maximum: spoken(parameter, maximum),
  })

  const commit = () => {
    if (draft === undefined) return
    setDraft(undefined)
    const typed = parseTyped(draft)
    if (typed === undefined) {
      setComplaint(m.frame_typed_unreadable({ range }))
      return
    }
    const asked =
      parameter.unit === 'count' ? Math.round(typed) : Number((typed / 100).toPrecision(15))
    const sound = Math.min(maximum, Math.max(minimum, asked))
    setComplaint(sound === asked ? undefined : m.frame_typed_range({ range }))
    onChange(sound)
  }

  return (
    <>
      <div className={styles['head']}>
        {labelledBy === undefined && (
          <label htmlFor={id} id={`${id}-label`}>
            {parameter.label()}
          </label>
        )}
        {off ? (
          <span className={styles['off']}>{m.frame_off()}</span>
        ) : (
          <input
            className={styles['typed']}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            aria-label={m.frame_type_value({ name: parameter.label() })}
            aria-describedby={complaint === undefined ? undefined : `${id}-complaint`}
            aria-invalid={complaint !== undefined}
            value={draft ?? spoken(parameter, value)}
            size={9}
            onChange={(event) => setDraft(event.target.value)}
            onFocus={(event) => event.target.select()}
            onBlur={commit}
            onKeyDown={(event) => {
              if (event.key === 'Enter') commit()
              if (event.key === 'Escape') setDraft(undefined)
            }}
            data-wakes
          />
        )}
      </div>
      <div className={styles['slider']}>
        <svg
          viewBox={`0 0 ${TRACK} 6`}
          preserveAspectRatio="none"
          aria-hidden="true"
          className={styles['track']}
        >
          <rect width={TRACK} height="6" className={styles['rail']} />
          {!off && (
            <rect
              width={(TRACK * at) / (stops.length - 1)}
              height="6"
              className={styles['filled']}
            />
          )}
        </svg>
        <input
          id={id}
          type="range"
          min={0}
          max={stops.length - 1}
          step={1}
          value={at}
          disabled={off}
          aria-labelledby={labelledBy ?? `${id}-label`}
          aria-valuetext={off ? m.frame_off() : spoken(parameter, value)}
          onChange={(event) => {
            setComplaint(undefined)
            setDraft(undefined)
            onChange(stops[event.target.valueAsNumber] ?? value)
          }}
          data-replay
        />
      </div>
      <p id={`${id}-complaint`} className={styles['complaint']} role="status">
        {complaint}
      </p>
    </>
  )
}
