import type { ReactNode } from 'react'
import { Coded } from '../../../ui/Coded.tsx'
import type { Option } from '../../question.ts'
import styles from './option.module.css'

interface Props {
  readonly type: 'radio' | 'checkbox'
  /** Of the group; the id of the input begins with it. */
  readonly name: string
  readonly option: Option
  readonly checked: boolean
  readonly onChoose: () => void
  /** What is said of it, once it is judged. */
  readonly children: ReactNode
}

/** One thing to choose, and what is said of it. */
export function OptionRow({ type, name, option, checked, onChoose, children }: Props) {
  const said = `${name}-${option.id}-said`
  return (
    <div className={styles['option']} data-chosen={checked}>
      <label>
        <input
          type={type}
          name={name}
          checked={checked}
          onChange={onChoose}
          {...(children ? { 'aria-describedby': said } : {})}
        />
        <span>
          <Coded text={option.text} />
        </span>
      </label>
      {children && (
        <div id={said} className={styles['said']}>
          {children}
        </div>
      )}
    </div>
  )
}
