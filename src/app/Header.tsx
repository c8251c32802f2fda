import * as m from '#messages/messages.js'
import { locales } from './content.ts'
import { FlightPath } from './FlightPath.tsx'
import styles from './Header.module.css'
import { LanguageMenu } from './LanguageMenu.tsx'
import { useHref } from './page-context.ts'
import { SearchButton } from './SearchButton.tsx'
import { ThemeSelect } from './ThemeSelect.tsx'

export const Mark = () => (
  <svg width="30" height="18" viewBox="0 0 30 18" aria-hidden="true">
    <circle cx="6.5" cy="9" r="5" fill="none" stroke="var(--failed)" strokeWidth="2" />
    <path d="M4 6.5l5 5m0-5l-5 5" stroke="var(--failed)" strokeWidth="1.8" />
    <path d="M11.5 9h5" stroke="var(--rule-strong)" strokeWidth="2" />
    <circle cx="22.5" cy="9" r="6" fill="var(--healthy)" />
  </svg>
)

export function Header() {
  const href = useHref()
  return (
    <header className={styles['header']}>
      <div className={styles['inner']}>
        <a className={styles['mark']} href={href({ kind: 'overview' })} aria-label={m.app_home()}>
          <Mark />
          <span>{m.app_name()}</span>
        </a>
        <FlightPath />
        <div className={styles['tools']}>
          <SearchButton />
          <ThemeSelect />
          {locales.length > 1 && <LanguageMenu />}
        </div>
      </div>
    </header>
  )
}
