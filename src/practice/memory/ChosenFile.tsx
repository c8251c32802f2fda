import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { bytes, number } from '../../ui/format.ts'
import type { Attempt } from '../attempt.ts'
import { type Backup, type FileProblem, MOST_BYTES, type Others, previewOf } from '../transfer.ts'
import styles from './Memory.module.css'
import type { Chosen } from './use-chosen-file.ts'

function explained(problem: FileProblem): string {
  switch (problem) {
    case 'too-large':
      return m.practice_file_too_large({ most: bytes(getLocale(), MOST_BYTES) })
    case 'unreadable':
      return m.practice_file_unreadable()
    case 'not-json':
      return m.practice_file_not_json()
    case 'other-format':
      return m.practice_file_other_format()
    case 'newer':
      return m.practice_file_newer()
    case 'damaged':
      return m.practice_file_damaged()
  }
}

interface Props {
  readonly file: Chosen | undefined
  readonly attempts: readonly Attempt[]
  readonly others: Others
  readonly onMerge: (backup: Backup) => void
  readonly onReplace: (backup: Backup) => void
  readonly onForget: () => void
}

/** What is in a file, before anything is done with it; or why nothing can be. */
export function ChosenFile({ file, attempts, others, onMerge, onReplace, onForget }: Props) {
  if (!file) return <div role="status" />
  const { name, read } = file
  const { backup } = read
  return (
    <div className={styles['chosen']}>
      <div role="status">
        <p>
          <strong className={styles['name']}>{name}</strong>
        </p>
        {backup ? (
          <Inside
            backup={backup}
            unreadable={read.unreadable}
            attempts={attempts}
            others={others}
          />
        ) : (
          <p>
            {explained(read.problem)} {m.practice_file_kept()}
          </p>
        )}
      </div>
      <div className={styles['row']}>
        {backup && (
          <>
            <button type="button" onClick={() => onMerge(backup)}>
              {m.practice_merge()}
            </button>
            <button type="button" onClick={() => onReplace(backup)}>
              {m.practice_replace()}
            </button>
          </>
        )}
        <button type="button" onClick={onForget}>
          {m.practice_file_forget()}
        </button>
      </div>
    </div>
  )
}

interface InsideProps {
  readonly backup: Backup
  readonly unreadable: number
  readonly attempts: readonly Attempt[]
  readonly others: Others
}

function Inside({ backup, unreadable, attempts, others }: InsideProps) {
  const locale = getLocale()
  const { answers, fresh, onlyHere, freshOthers } = previewOf(backup, attempts, others)
  const shown = (count: number) => ({ count, shown: number(locale, count) })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(backup.exported)
  return (
    <>
      <p>
        {m.practice_file_answers({
          day,
          answers: m.practice_answers(shown(answers)),
          fresh: number(locale, fresh),
        })}
      </p>
      {unreadable > 0 && <p>{m.practice_file_partly(shown(unreadable))}</p>}
      <p>
        {m.practice_merge_means()} {freshOthers > 0 && m.practice_merge_others()}
      </p>
      <p>
        {onlyHere > 0
          ? m.practice_replace_means({ answers: m.practice_answers(shown(onlyHere)) })
          : m.practice_replace_means_none()}
      </p>
    </>
  )
}
