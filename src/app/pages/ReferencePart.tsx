import * as m from '#messages/messages.js'
import { useMemo } from 'react'
import { Answer } from '../../reference/Answer.tsx'
// Drawn while prerendering alone: without a name for them the browser's build would miss its styles.
import description from '../../reference/Description.module.css'
import { Description } from '../../reference/Description.tsx'
import type { Form } from '../../reference/library.ts'
import { parts } from '../../reference/parts.ts'
import { Trial } from '../../reference/Trial.tsx'
import { BASE_LOCALE } from '../content.ts'
import { useHref, usePage } from '../page-context.ts'
import styles from '../Page.module.css'
import reference from '../Reference.module.css'
import { ReferenceMap } from '../ReferenceMap.tsx'
import { Static } from '../Static.tsx'

const NONE: readonly Form[] = []

function PartText({ id }: { readonly id: string }) {
  const data = usePage().reference
  const href = useHref()
  const named = parts[id]
  const homes = new Map(
    [...(data?.library ?? [])].flatMap(([part, entries]) =>
      entries.map(({ name }) => [name, part] as const),
    ),
  )
  const hrefOf = (name: string) => {
    const part = homes.get(name)
    if (part === undefined) return undefined
    return `${part === id ? '' : href({ kind: 'referencePart', part })}#${name}`
  }
  const entries = new Map(data?.part?.entries.map((entry) => [entry.name, entry]))
  const forms = data?.part?.forms ?? NONE
  const functions = useMemo(() => forms.map(({ name }) => name), [forms])
  return (
    <div className={styles['page']}>
      <div className={reference['columns']}>
        <ReferenceMap part={id} functions={functions} />
        <article className={`${styles['text']} ${reference['part']}`}>
          <p className={styles['kicker']}>
            <a href={href({ kind: 'reference' })}>{m.reference_title()}</a>
          </p>
          <h1 tabIndex={-1}>{named?.title()}</h1>
          <p className={styles['lead']}>{named?.lead()}</p>
          {forms.map((form) => {
            const entry = entries.get(form.name)
            const first = data?.firsts.get(form.name)
            return (
              <section key={form.name} className={reference['entry']} aria-labelledby={form.name}>
                <h2 id={form.name} lang={BASE_LOCALE}>
                  <a href={`#${form.name}`}>
                    <code>{form.name}</code>
                  </a>
                </h2>
                <div lang={BASE_LOCALE} className={description['description']}>
                  <Static n={form.name}>
                    {import.meta.env.SSR && entry && <Description entry={entry} hrefOf={hrefOf} />}
                  </Static>
                </div>
                <Trial
                  form={form}
                  first={
                    <Static n={`first ${form.name}`}>
                      {import.meta.env.SSR && first && <Answer {...first} />}
                    </Static>
                  }
                />
              </section>
            )
          })}
        </article>
      </div>
    </div>
  )
}

export function Page() {
  const { route } = usePage().place
  return route.kind === 'referencePart' && <PartText key={route.part} id={route.part} />
}
