import type { ReactNode } from 'react'
import { useLesson } from './lesson-context.ts'
import styles from './Term.module.css'

interface Props {
  /** An entry of the glossary. */
  readonly id: string
  /** The id of its definition on the page; the lesson plugin numbers them. */
  readonly place: string
  /** The word as the sentence needs it. */
  readonly children?: ReactNode
}

/** A word whose meaning opens on demand. The browser does it by itself: it needs no script. */
export function Term({ id, place, children }: Props) {
  const definition = useLesson().outline.terms[id]
  if (!definition) throw new Error(`Term: the lesson has no term "${id}"`)
  return (
    <>
      <button type="button" className={styles['term']} popoverTarget={place}>
        {children}
      </button>
      <span id={place} popover="auto" className={styles['definition']}>
        <dfn>{id}</dfn> {definition}
      </span>
    </>
  )
}
