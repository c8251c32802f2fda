import * as m from '#messages/messages.js'
import { ComponentBox } from '../../figures/ComponentBox.tsx'
import { useHref } from '../page-context.ts'
import styles from '../Page.module.css'

export function Page() {
  const href = useHref()
  return (
    <div className={styles['page']}>
      <div className={`${styles['alone']} ${styles['text']}`}>
        <h1 tabIndex={-1}>{m.app_missing_title()}</h1>
        <p className={styles['lead']}>{m.app_missing_lead()}</p>
        <svg viewBox="0 0 460 96" width="460" aria-hidden="true">
          <path d="M176 46H284" stroke="var(--failed)" strokeWidth="2" strokeDasharray="3 6" />
          <ComponentBox
            at={{ x: 2, y: 16, width: 168, height: 62 }}
            name={m.app_missing_this()}
            note={m.app_missing_lost()}
            state="failed"
          />
          <ComponentBox
            at={{ x: 290, y: 16, width: 168, height: 62 }}
            name={m.app_map()}
            note={m.app_missing_works()}
            state="healthy"
          />
        </svg>
        <p>
          <a href={href({ kind: 'overview' })}>{m.app_missing_home()}</a>
        </p>
      </div>
    </div>
  )
}
