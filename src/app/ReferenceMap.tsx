import * as m from '#messages/messages.js'
import { useMemo } from 'react'
import { parts } from '../reference/parts.ts'
import { useCurrentSection } from './current-section.ts'
import { useHref } from './page-context.ts'
import styles from './Reference.module.css'

interface Props {
  readonly part: string
  readonly functions: readonly string[]
}

/** The categories of the library, and the functions of the one that is shown. */
export function ReferenceMap({ part, functions }: Props) {
  const href = useHref()
  const sections = useMemo(() => functions.map((id) => ({ id })), [functions])
  const current = useCurrentSection(sections)
  return (
    <nav className={styles['map']} aria-label={m.reference_contents()}>
      <details>
        <summary>{m.reference_contents()}</summary>
        <ul role="list">
          <li>
            <a href={href({ kind: 'reference' })}>{m.reference_all()}</a>
          </li>
          {Object.entries(parts).map(([id, { title }]) => (
            <li key={id}>
              <a
                href={href({ kind: 'referencePart', part: id })}
                aria-current={id === part ? 'page' : undefined}
              >
                {title()}
              </a>
              {id === part && (
                <ul role="list">
                  {functions.map((name) => (
                    <li key={name}>
                      <a href={`#${name}`} aria-current={name === current ? 'location' : undefined}>
                        <code>{name}</code>
                      </a>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      </details>
    </nav>
  )
}
