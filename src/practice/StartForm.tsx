import * as m from '#messages/messages.js'
import { useId, useState } from 'react'
import { CHECK_LENGTH } from './check-length.ts'
import type { Selection } from './compose.ts'
import styles from './Practice.module.css'

const COUNTS = [6, CHECK_LENGTH, 24] as const
/** More questions than there will ever be. */
export const ALL = 999

interface Props {
  readonly outcomes: readonly { readonly id: string; readonly text: string }[]
  readonly onStart: (selection: Omit<Selection, 'seed'>) => void
}

/** Chooses what a self-check is about, and how long it is. */
export function StartForm({ outcomes, onStart }: Props) {
  const name = useId()
  const [outcome, setOutcome] = useState('')
  const [count, setCount] = useState<number>(CHECK_LENGTH)
  return (
    <form
      className={styles['start']}
      onSubmit={(event) => {
        event.preventDefault()
        onStart({ count, ...(outcome === '' ? {} : { outcome }) })
      }}
    >
      <label htmlFor={`${name}-about`}>{m.practice_start_outcome()}</label>
      <select
        id={`${name}-about`}
        value={outcome}
        onChange={({ target }) => setOutcome(target.value)}
      >
        <option value="">{m.practice_start_all()}</option>
        {outcomes.map(({ id, text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
      <label htmlFor={`${name}-count`}>{m.practice_start_count()}</label>
      <select
        id={`${name}-count`}
        value={count}
        onChange={({ target }) => setCount(Number(target.value))}
      >
        {COUNTS.map((one) => (
          <option key={one}>{one}</option>
        ))}
        <option value={ALL}>{m.practice_start_all_count()}</option>
      </select>
      <button type="submit" className={styles['main']} data-replay>
        {m.practice_start()}
      </button>
      <p className={styles['note']}>{m.practice_start_note()}</p>
    </form>
  )
}
