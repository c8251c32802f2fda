import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { listed } from '../ui/format.ts'
import type { Outline } from './lesson-context.ts'
import styles from './Sources.module.css'

/** Every source that a lesson cites, in the order of their first mention. */
export function Sources({ sources }: { readonly sources: Outline['sources'] }) {
  const entries = Object.entries(sources)
  return (
    <section className={styles['sources']} aria-labelledby="sources">
      <h2 id="sources">{m.lesson_sources()}</h2>
      <ul>
        {entries.map(([id, source]) => (
          <li key={id} id={`source-${id}`}>
            {listed(getLocale(), source.authors)} ({source.year}). <cite>{source.title}</cite>
            {/[.?!]$/.test(source.title) ? '' : '.'} {source.where}.{' '}
            {source.url && <a href={source.url}>{new URL(source.url).hostname}</a>}
          </li>
        ))}
      </ul>
    </section>
  )
}
