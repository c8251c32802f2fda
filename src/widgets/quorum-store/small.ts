import { figureText } from '../../figures/figure-text.ts'
import styles from './Figure.module.css'

/** Words that are a little smaller than usual, on machines, at axes and in tables. */
export const small = (...roles: readonly string[]) => ({
  className: `${figureText(...roles)} ${styles['small']}`,
  // For whoever measures the picture without its style.
  fontSize: '12.5',
})
