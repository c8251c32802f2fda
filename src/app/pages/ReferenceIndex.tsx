import * as m from '#messages/messages.js'
import { BASE_LOCALE } from '../content.ts'
import { parts } from '../../reference/parts.ts'
import { Words } from '../../reference/Words.tsx'
import { useHref, usePage } from '../page-context.ts'
import styles from '../Page.module.css'
import reference from '../Reference.module.css'
import { Static } from '../Static.tsx'

/** Every function of the library by category, each with the sentence that says what it does. */
export function Page() {
  const library = usePage().reference?.library
  const href = useHref()
  return (
    <div className={styles['page']}>
      <article className={`${styles['alone']} ${styles['text']} ${reference['index']}`}>
        <p className={styles['kicker']}>{m.reference_kicker()}</p>
        <h1 tabIndex={-1}>{m.reference_title()}</h1>
        <p className={styles['lead']}>{m.reference_lead()}</p>
        <Static n="index">
          {import.meta.env.SSR && (
            <>
              <section className={reference['conventions']}>
                <h2>{m.reference_conventions()}</h2>
                <p>{m.reference_sides()}</p>
                <p>{m.reference_ranges()}</p>
              </section>
              {Object.entries(parts).map(([id, { title, lead }]) => {
                const entries = library?.get(id) ?? []
                const own = href({ kind: 'referencePart', part: id })
                return (
                  <section key={id} className={reference['category']}>
                    <h2>
                      <a href={own}>{title()}</a>
                    </h2>
                    <p>
                      {lead()} <small>{m.reference_count({ count: entries.length })}</small>
                    </p>
                    <dl lang={BASE_LOCALE}>
                      {entries.map(({ name, about }) => (
                        <div key={name}>
                          <dt>
                            <a href={`${own}#${name}`}>
                              <code>{name}</code>
                            </a>
                          </dt>
                          <dd>
                            <Words
                              of={about
                                .slice(0, 1)
                                .flatMap((piece) =>
                                  typeof piece === 'object' && 'paragraph' in piece
                                    ? piece.paragraph
                                    : [],
                                )}
                              hrefOf={() => undefined}
                            />
                          </dd>
                        </div>
                      ))}
                    </dl>
                  </section>
                )
              })}
            </>
          )}
        </Static>
      </article>
    </div>
  )
}
