import styles from './time.module.css'

interface Props {
  readonly x: number
  /** Where the picture's time ends. */
  readonly end: number
  /** Where it begins, if not at the top. */
  readonly top?: number
  readonly bottom: number
  /** What comes after it can still be read: it will be so unless somebody acts. */
  readonly pale?: boolean
}

/** The moment that is looked at; what comes after it is veiled. */
export const Playhead = ({ x, end, top = 0, bottom, pale = false }: Props) => (
  <>
    <rect
      x={x}
      y={top}
      width={Math.max(0, end - x)}
      height={bottom - top}
      className={styles[pale ? 'pale' : 'future']}
    />
    <line x1={x} x2={x} y1={top} y2={bottom} className={styles['playhead']} />
  </>
)
