import { useId } from 'react'
import styles from './Controls.module.css'
import { NumberControl } from './NumberControl.tsx'
import type { ChoiceParameter, FlagParameter, Only, Schema, Value, Values } from './parameters.ts'

interface Props {
  readonly schema: Schema
  readonly values: Values
  readonly onChange: (key: string, value: Value) => void
}

interface SwitchProps {
  readonly parameter: FlagParameter
  readonly on: boolean
  readonly off: boolean
  readonly onChange: (on: boolean) => void
  readonly id: string
}

function Switch({ parameter, on, off, onChange, id }: SwitchProps) {
  return (
    <label className={styles['switch']}>
      <input
        type="checkbox"
        role="switch"
        checked={on && !off}
        disabled={off}
        onChange={(event) => onChange(event.target.checked)}
        data-replay
      />
      <span id={id}>{parameter.label()}</span>
    </label>
  )
}

interface ChoiceProps {
  readonly parameter: ChoiceParameter
  readonly chosen: string
  readonly values: Values
  readonly off: boolean
  readonly onChange: (option: string) => void
}

function Choice({ parameter, chosen, values, off, onChange }: ChoiceProps) {
  const name = useId()
  const offered = Object.entries(parameter.options).flatMap(([option, labelOf]) => {
    const label = labelOf(values)
    return label === undefined ? [] : [[option, label] as const]
  })
  const shown = offered.some(([option]) => option === chosen) ? chosen : offered[0]?.[0]
  if (parameter.list) {
    return (
      <label className={styles['list']}>
        {parameter.label()}
        <select value={shown} disabled={off} onChange={(event) => onChange(event.target.value)}>
          {offered.map(([option, label]) => (
            <option key={option} value={option}>
              {label}
            </option>
          ))}
        </select>
      </label>
    )
  }
  return (
    <fieldset className={styles['choice']} disabled={off}>
      <legend>{parameter.label()}</legend>
      {offered.map(([option, label]) => (
        <label key={option}>
          <input
            type="radio"
            name={name}
            checked={option === shown && !off}
            onChange={() => onChange(option)}
            data-replay
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

interface Owned {
  readonly only?: Only
}

/** Whether a control means nothing while another choice is what it is, or means nothing itself. */
function isOff({ only }: Owned, schema: Schema, values: Values): boolean {
  if (only === undefined) return false
  if (typeof only === 'function') return !only(values)
  if (!only.is.includes(String(values[only.choice]))) return true
  const choice = schema[only.choice]
  return choice !== undefined && isOff(choice, schema, values)
}

/** Whether a control that is off is not shown either. */
const hides = ({ only }: Owned): boolean => typeof only === 'object' && only.hides === true

/** The controls of a widget, made from its schema. A number that needs a flag stands under it. */
export function Controls({ schema, values, onChange }: Props) {
  const base = useId()
  const entries = Object.entries(schema)
  const dependantOf = (flag: string) =>
    entries.find(([, parameter]) => parameter.kind === 'number' && parameter.needs === flag)
  return (
    <div className={styles['controls']} data-controls data-needs-script>
      {entries.map(([key, parameter]) => {
        const value = values[key]
        const off = isOff(parameter, schema, values)
        if (off && hides(parameter)) return null
        switch (parameter.kind) {
          case 'number':
            if (parameter.needs !== undefined || typeof value !== 'number') return null
            return (
              <div key={key} className={styles['control']}>
                <NumberControl
                  parameter={parameter}
                  value={value}
                  off={off}
                  onChange={(next) => onChange(key, next)}
                />
              </div>
            )
          case 'flag': {
            const [dependant, number] = dependantOf(key) ?? []
            const inner = dependant === undefined ? undefined : values[dependant]
            return (
              <div key={key} className={`${styles['control']} ${styles['switched']}`}>
                <Switch
                  parameter={parameter}
                  on={value === true}
                  off={off}
                  onChange={(on) => onChange(key, on)}
                  id={`${base}-${key}`}
                />
                {dependant !== undefined &&
                  number?.kind === 'number' &&
                  typeof inner === 'number' && (
                    <NumberControl
                      parameter={number}
                      value={inner}
                      labelledBy={`${base}-${key}`}
                      off={value !== true || off}
                      onChange={(next) => onChange(dependant, next)}
                    />
                  )}
              </div>
            )
          }
          case 'choice':
            return (
              <div key={key} className={styles['control']}>
                <Choice
                  parameter={parameter}
                  chosen={String(value)}
                  values={values}
                  off={off}
                  onChange={(option) => onChange(key, option)}
                />
              </div>
            )
        }
      })}
    </div>
  )
}
