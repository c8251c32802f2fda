import * as m from '#messages/messages.js'
import type { ReactNode } from 'react'
import styles from './Table.module.css'

interface Props {
  readonly caption: string
  /** Whether a reader may put its rows into the order of a column. */
  readonly sortable?: boolean
  readonly children?: ReactNode
}

/**
 * A table of the text. On a narrow page each row stands as a block, and the headings by which it can
 * be sorted as a line of buttons above; see lay-tables.mjs.
 */
export const Table = ({ caption, sortable, children }: Props) => (
  <figure className={styles['table']} aria-label={caption} data-sortable={sortable}>
    <figcaption>{caption}</figcaption>
    {sortable && <p className={styles['sort']}>{m.lesson_sort_by()}</p>}
    {children}
  </figure>
)

/** The heading of a column by which a table can be sorted; see sort-tables.ts. */
export const SortButton = ({
  column,
  children,
}: {
  readonly column: string
  readonly children?: ReactNode
}) => (
  <button type="button" data-sort data-replay title={m.lesson_sort({ column })}>
    {children}
  </button>
)
