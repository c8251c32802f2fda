import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { number } from '../../ui/format.ts'
import type { NotKeptReason } from '../database.ts'
import type { Keeping } from '../store.ts'
import styles from './Memory.module.css'

interface Props {
  readonly keeping: Keeping
  /** Records that this version of the course cannot read. */
  readonly unreadable: number
}

function said(reason: NotKeptReason): string {
  switch (reason) {
    case 'unavailable':
      return m.practice_not_kept_unavailable()
    case 'full':
      return m.practice_not_kept_full()
    case 'waiting':
      return m.practice_not_kept_waiting()
    case 'newer':
      return m.practice_not_kept_newer()
    case 'failed':
      return m.practice_not_kept_failed()
  }
}

/** Says when answers are not kept in this browser, and why; says nothing otherwise. */
export function NotKept({ keeping, unreadable }: Props) {
  const reason = keeping.status === 'not-kept' ? keeping.reason : undefined
  return (
    <div role="status">
      {reason && (
        <p className={styles['notice']}>
          <strong>{m.practice_not_kept()}</strong> {said(reason)}
        </p>
      )}
      {unreadable > 0 && (
        <p className={styles['notice']}>
          {m.practice_unreadable({ count: unreadable, shown: number(getLocale(), unreadable) })}
        </p>
      )}
    </div>
  )
}
