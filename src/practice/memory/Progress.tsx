import * as m from '#messages/messages.js'
import { Misconceptions, type NamedMisconception } from './Misconceptions.tsx'
import { type ProgressRow, ProgressTable } from './ProgressTable.tsx'
import styles from './Progress.module.css'

interface Props {
  readonly lessons: readonly ProgressRow[]
  readonly outcomes: readonly ProgressRow[]
  readonly misconceptions: readonly NamedMisconception[]
}

/** Where a reader stands: by lesson, by what the course promises, and what went wrong lately. */
export const Progress = ({ lessons, outcomes, misconceptions }: Props) => (
  <div className={styles['all-progress']}>
    <ProgressTable
      caption={m.practice_progress_lessons()}
      heading={m.practice_progress_lesson()}
      rows={lessons}
    />
    <ProgressTable
      caption={m.practice_progress_outcomes()}
      heading={m.practice_progress_outcome()}
      rows={outcomes}
    />
    <p className={styles['counted']}>{m.practice_progress_counted()}</p>
    <Misconceptions met={misconceptions} />
  </div>
)
