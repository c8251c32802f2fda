import styles from './Figure.module.css'

/** Where something died. */
export function Cross({ x, y, r }: { readonly x: number; readonly y: number; readonly r: number }) {
  return (
    <path
      d={`M${x - r} ${y - r}L${x + r} ${y + r}M${x - r} ${y + r}L${x + r} ${y - r}`}
      className={styles['cross']}
    />
  )
}
