import * as m from '#messages/messages.js'
import { Coded } from '../../../ui/Coded.tsx'
import type { Knob } from '../../question.ts'
import styles from './Form.module.css'

interface Props {
  readonly knob: Knob
  readonly name: string
  readonly setting: string | undefined
  readonly onSet: (option: string) => void
  readonly readOnly: boolean
}

/** More options than that are a list to open, not buttons to read. */
const MOST_BUTTONS = 5

/** One choice of a design. */
export function KnobField({ knob: { id, text, options }, name, setting, onSet, readOnly }: Props) {
  if (options.length > MOST_BUTTONS)
    return (
      <div className={styles['knob']}>
        <label htmlFor={`${name}-${id}`}>
          <Coded text={text} />
        </label>
        <select
          id={`${name}-${id}`}
          value={setting ?? ''}
          disabled={readOnly}
          onChange={({ target }) => onSet(target.value)}
        >
          <option value="" disabled>
            {m.practice_design_choose()}
          </option>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.text.replaceAll('`', '')}
            </option>
          ))}
        </select>
      </div>
    )
  return (
    <fieldset className={styles['knob']}>
      <legend>
        <Coded text={text} />
      </legend>
      <div className={styles['options']}>
        {options.map((option) => (
          <label key={option.id}>
            <input
              type="radio"
              name={`${name}-${id}`}
              value={option.id}
              checked={setting === option.id}
              // Not disabled: whoever just chose it keeps the place.
              aria-disabled={readOnly || undefined}
              onChange={() => {
                if (!readOnly) onSet(option.id)
              }}
            />
            <span>
              <Coded text={option.text} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
