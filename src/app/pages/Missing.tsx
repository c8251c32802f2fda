import * as m from '#messages/messages.js'
import { useHref } from '../page-context.ts'
import styles from '../Page.module.css'

export function Page() {
  const href = useHref()
  return (
    <div className={styles['page']}>
      <div className={`${styles['alone']} ${styles['text']}`}>
        <h1 tabIndex={-1}>{m.app_missing_title()}</h1>
        <p className={styles['lead']}>{m.app_missing_lead()}</p>
        <p>
          <a href={href({ kind: 'overview' })}>{m.app_missing_home()}</a>
        </p>
      </div>
    </div>
  )
}
