import styles from './time.module.css'

interface Props {
  readonly x: number
  readonly y: number
  /** Half of its width. */
  readonly r: number
}

/** Where something died. */
export const Cross = ({ x, y, r }: Props) => (
  <path
    d={`M${x - r} ${y - r}L${x + r} ${y + r}M${x - r} ${y + r}L${x + r} ${y - r}`}
    className={styles['cross']}
  />
)
