import * as m from '#messages/messages.js'
import type { Attempt } from '../attempt.ts'
import { type Listed, progressBy } from '../progress.ts'
import { type ProgressRow, ProgressTable } from './ProgressTable.tsx'
import styles from './Progress.module.css'

interface Props {
  readonly questions: readonly Listed[]
  readonly attempts: readonly Attempt[]
  readonly outcomes: readonly { readonly id: string; readonly text: string }[]
  readonly lessons: readonly { readonly id: string; readonly title: string }[]
}

/** How far a reader is: by lesson, and by what the course promises. */
export function Progress({ questions, attempts, outcomes, lessons }: Props) {
  /** In the order of the course; what has no questions has no row. */
  const rows = (
    field: 'lesson' | 'outcome',
    groups: readonly { readonly id: string; readonly title: string }[],
  ): readonly ProgressRow[] => {
    const found = new Map(progressBy(field, questions, attempts).map((one) => [one.id, one]))
    return groups.flatMap(({ id, title }) => {
      const progress = found.get(id)
      return progress ? [{ ...progress, title }] : []
    })
  }
  return (
    <div className={styles['all-progress']}>
      <ProgressTable
        caption={m.practice_progress_lessons()}
        heading={m.practice_progress_lesson()}
        rows={rows('lesson', lessons)}
      />
      <ProgressTable
        caption={m.practice_progress_outcomes()}
        heading={m.practice_progress_outcome()}
        rows={rows(
          'outcome',
          outcomes.map(({ id, text }) => ({ id, title: text })),
        )}
      />
      <p className={styles['counted']}>{m.practice_progress_counted()}</p>
    </div>
  )
}
