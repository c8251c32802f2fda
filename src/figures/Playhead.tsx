import styles from './time.module.css'

interface Props {
  readonly x: number
  /** Where the picture's time ends. */
  readonly end: number
  /** Where it begins, if not at the top. */
  readonly top?: number
  readonly bottom: number
}

/** The moment that is looked at; what comes after it, unless somebody acts, lies in the shade. */
export const Playhead = ({ x, end, top = 0, bottom }: Props) => (
  <>
    <rect
      x={x}
      y={top}
      width={Math.max(0, end - x)}
      height={bottom - top}
      className={styles['future']}
    />
    <line x1={x} x2={x} y1={top} y2={bottom} className={styles['playhead']} />
  </>
)
