import * as m from '#messages/messages.js'
import type { ReactNode } from 'react'
import styles from './Margin.module.css'

interface Children {
  readonly children?: ReactNode
}

/** A paragraph or a list with what stands beside it in the margin. Made by the lesson plugin. */
export const Noted = ({ children }: Children) => <div className={styles['noted']}>{children}</div>
export const NotedText = ({ children }: Children) => (
  <div className={styles['text']}>{children}</div>
)
export const NotedMargin = ({ children }: Children) => (
  <div className={styles['margin']}>{children}</div>
)

export const NoteMark = ({ number }: { readonly number: string }) => (
  <sup className={styles['mark']}>
    <a href={`#note-${number}`} id={`mark-${number}`} aria-label={m.lesson_note({ number })}>
      {number}
    </a>
  </sup>
)

export const Sidenote = ({ number, children }: Children & { readonly number: string }) => (
  <aside className={styles['note']} id={`note-${number}`} aria-label={m.lesson_note({ number })}>
    <a href={`#mark-${number}`} aria-label={m.lesson_note_back({ number })}>
      {number}
    </a>
    {children}
  </aside>
)

/** All notes of a lesson, in their order: on paper they stand at its foot. */
export const Footnotes = ({ children }: Children) => (
  <section className={styles['footnotes']}>
    <h2>{m.lesson_notes()}</h2>
    {children}
  </section>
)

export const Footnote = ({ number, children }: Children & { readonly number: string }) => (
  <div>
    <sup>{number}</sup>
    {children}
  </div>
)

/** A mistake that readers meet elsewhere, and how to see it. */
export const Correction = ({ children }: Children) => (
  // A note and no landmark: a lesson may have several, all of one name.
  <div
    role="note"
    className={`${styles['note']} ${styles['correction']}`}
    aria-label={m.lesson_correction()}
  >
    <strong>{m.lesson_correction()}</strong>
    {children}
  </div>
)

/** A fact on the side that is true and has a source. */
export const DidYouKnow = ({ children }: Children) => (
  <div
    role="note"
    className={`${styles['note']} ${styles['aside']}`}
    aria-label={m.lesson_did_you_know()}
  >
    <strong>{m.lesson_did_you_know()}</strong>
    {children}
  </div>
)
