import type { ReactNode } from 'react'
import styles from './Fitted.module.css'

interface Props {
  /** Drawn where the figure has room. */
  readonly wide: ReactNode
  /** Drawn where it has not: the same content, larger for its width. */
  readonly narrow: ReactNode
}

/**
 * One drawing in two layouts. Both are in the page and the style shows the one that fits, so that
 * a prerendered figure is right at every width before any script has measured anything.
 */
export const Fitted = ({ wide, narrow }: Props) => (
  <>
    <div className={styles['wide']}>{wide}</div>
    <div className={styles['narrow']}>{narrow}</div>
  </>
)
