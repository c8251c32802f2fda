import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { number } from '../../ui/format.ts'
import type { Count, GroupProgress } from '../progress.ts'
import styles from './Progress.module.css'

/** A lesson or an outcome, by its name. */
export interface ProgressRow extends GroupProgress {
  readonly title: string
}

interface Props {
  readonly caption: string
  /** What the rows are. */
  readonly heading: string
  readonly rows: readonly ProgressRow[]
}

/** The words of a bar; they say all that it shows. */
function wordsOf({ questions, tried, right }: Count): string {
  const locale = getLocale()
  const [all, some, good] = [questions, tried, right].map((count) => number(locale, count))
  const said = { all: all ?? '', tried: some ?? '', right: good ?? '' }
  return tried === 0 ? m.practice_progress_none(said) : m.practice_progress_some(said)
}

function Bar({ count }: { readonly count: Count }) {
  const part = (some: number) => `${(100 * some) / Math.max(1, count.questions)}%`
  return (
    <svg className={styles['bar']} height="12" aria-hidden="true">
      <rect className={styles['all']} width="100%" height="12" />
      <rect className={styles['tried']} width={part(count.tried)} height="12" />
      <rect className={styles['right']} width={part(count.right)} height="12" />
    </svg>
  )
}

/** How far a reader is, lesson by lesson or outcome by outcome; each question counts once. */
export const ProgressTable = ({ caption, heading, rows }: Props) => (
  <table className={styles['progress']}>
    <caption>{caption}</caption>
    <thead>
      <tr>
        <th scope="col">{heading}</th>
        <th scope="col">{m.practice_progress_heading()}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ id, title, judged, selfRated }) => (
        <tr key={id}>
          <th scope="row">{title}</th>
          <td>
            {judged.questions > 0 && (
              <>
                <Bar count={judged} />
                <span>{wordsOf(judged)}</span>
              </>
            )}
            {selfRated.questions > 0 && (
              <span className={styles['self']}>
                {m.practice_progress_self({ words: wordsOf(selfRated) })}
              </span>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
