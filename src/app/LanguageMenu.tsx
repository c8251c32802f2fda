import * as m from '#messages/messages.js'
import { locales } from './content.ts'
import styles from './Header.module.css'
import { useHref, usePage } from './page-context.ts'

/** A language by its own name, so that its readers recognise it. */
const nameOf = (locale: string) =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale

/** This page in the other languages. Plain links: it works before and without scripts. */
export function LanguageMenu() {
  const { place } = usePage()
  const href = useHref()
  return (
    <details className={styles['language']}>
      <summary aria-label={`${m.app_language()}: ${nameOf(place.locale)}`}>
        {place.locale.slice(0, 2)}
      </summary>
      <ul role="list">
        {locales.map((locale) => (
          <li key={locale}>
            <a
              href={href(
                place.route.kind === 'missing' ? { kind: 'overview' } : place.route,
                locale,
              )}
              hrefLang={locale}
              lang={locale}
              data-locale={locale}
              aria-current={locale === place.locale ? 'true' : undefined}
            >
              {nameOf(locale)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
