import * as m from '#messages/messages.js'
import styles from './Page.module.css'
import { useHref } from './page-context.ts'

export function Footer() {
  const href = useHref()
  return (
    <footer className={styles['footer']}>
      <p>
        <a href={href({ kind: 'overview' })}>{m.app_overview()}</a>
        <a href={href({ kind: 'widgets' })}>{m.app_figures()}</a>
        <a href={href({ kind: 'lab' })}>{m.lab_kicker()}</a>
        <a href={href({ kind: 'reference' })}>{m.reference_title()}</a>
      </p>
      <p>{m.app_no_tracking()}</p>
      <p>{m.app_licence()}</p>
    </footer>
  )
}
