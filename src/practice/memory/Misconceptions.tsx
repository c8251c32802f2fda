import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { number } from '../../ui/format.ts'
import type { Met } from '../progress.ts'
import styles from './Progress.module.css'

/** A misconception by its name, and where the course shows that it is one. */
export interface NamedMisconception extends Met {
  readonly title: string
  readonly href?: string
}

const often = ({ times, questions }: Met): string => {
  const locale = getLocale()
  if (times === 1) return m.practice_met_once()
  return questions.length === 1
    ? m.practice_met_same({ times: number(locale, times) })
    : m.practice_met({ times: number(locale, times), questions: number(locale, questions.length) })
}

/** What wrong answers rested on lately, the most frequent first. */
export const Misconceptions = ({ met }: { readonly met: readonly NamedMisconception[] }) => (
  <section className={styles['met']} aria-label={m.practice_met_title()}>
    <h3>{m.practice_met_title()}</h3>
    {met.length === 0 ? (
      <p>{m.practice_met_none()}</p>
    ) : (
      <>
        <ol>
          {met.map((one) => (
            <li key={one.misconception}>
              {one.href === undefined ? one.title : <a href={one.href}>{one.title}</a>}{' '}
              <span>{often(one)}</span>
            </li>
          ))}
        </ol>
        <p>{m.practice_met_goes()}</p>
      </>
    )}
  </section>
)
