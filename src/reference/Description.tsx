import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { listed } from '../ui/format.ts'
import styles from './Description.module.css'
import type { Entry, Row } from './library.ts'
import { rowId } from './row-id.ts'
import { Words } from './Words.tsx'

type HrefOf = (name: string) => string | undefined

interface RowsProps {
  readonly rows: readonly Row[]
  readonly hrefOf: HrefOf
  /** Makes ids, so that a form can say which row describes its field. */
  readonly idOf?: (path: string) => string
}

function Rows({ rows, hrefOf, idOf }: RowsProps) {
  return (
    <dl className={styles['rows']}>
      {rows.map(({ path, type, optional, text }) => (
        <div key={path} id={idOf?.(path)}>
          <dt>
            <code>{path}</code>{' '}
            <span className={styles['type']}>
              {type}
              {optional && `, ${m.reference_optional()}`}
            </span>
          </dt>
          <dd>
            <Words of={text} hrefOf={hrefOf} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What a docstring says of one function: formula, assumptions, parameters, answer and sources. */
export function Description({ entry, hrefOf }: { readonly entry: Entry; readonly hrefOf: HrefOf }) {
  const { name, formulas, where, assumes, parameters, returns, throws, sources, types } = entry
  return (
    <>
      <p className={styles['signature']}>
        <code>
          {entry.signature.call} → {entry.signature.returns}
        </code>
      </p>
      <Words of={entry.about} hrefOf={hrefOf} />
      {formulas.length > 0 && (
        <div
          className={styles['formulas']}
          role="group"
          aria-label={m.reference_formula()}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long one scrolls
          tabIndex={0}
        >
          {formulas.map((mathml) => (
            <div
              key={mathml}
              // oxlint-disable-next-line react/no-danger -- MathML made from our own docstrings
              dangerouslySetInnerHTML={{ __html: mathml }}
            />
          ))}
        </div>
      )}
      {where.length > 0 && (
        <p className={styles['where']}>
          {where.map((symbol, index) => (
            <span key={index}>
              <Words of={symbol} hrefOf={hrefOf} />
            </span>
          ))}
        </p>
      )}
      {assumes.length > 0 && (
        <>
          <h3>{m.reference_assumes()}</h3>
          <ul>
            {assumes.map((one, index) => (
              <li key={index}>
                <Words of={one} hrefOf={hrefOf} />
              </li>
            ))}
          </ul>
        </>
      )}
      {parameters.length > 0 && (
        <>
          <h3>{m.reference_parameters()}</h3>
          <Rows rows={parameters} hrefOf={hrefOf} idOf={(path) => rowId(name, path)} />
        </>
      )}
      {(returns.rows.length > 0 || returns.text.length > 0) && (
        <>
          <h3>{m.reference_returns()}</h3>
          {returns.text.length > 0 && (
            <p>
              <Words of={returns.text} hrefOf={hrefOf} />
            </p>
          )}
          <Rows rows={returns.rows} hrefOf={hrefOf} />
        </>
      )}
      {types.map((type) => (
        <details key={type.name} className={styles['definition']}>
          <summary>
            <code>{type.name}</code>
          </summary>
          <p>
            <Words of={type.text} hrefOf={hrefOf} />
          </p>
          <pre>
            <code>{type.code}</code>
          </pre>
        </details>
      ))}
      {throws.length > 0 && (
        <>
          <h3>{m.reference_throws()}</h3>
          {throws.map((one, index) => (
            <p key={index}>
              <Words of={one} hrefOf={hrefOf} />
            </p>
          ))}
        </>
      )}
      {sources.length > 0 && (
        <>
          <h3>{m.reference_sources()}</h3>
          <ul className={styles['sources']}>
            {sources.map((source) => (
              <li key={source.id}>
                {listed(getLocale(), source.authors)} ({source.year}).{' '}
                {source.url === undefined ? (
                  <cite>{source.title}</cite>
                ) : (
                  <a href={source.url}>
                    <cite>{source.title}</cite>
                  </a>
                )}
                . {source.where}.
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
