import styles from './time.module.css'

interface Props {
  readonly x: number
  /** Where the picture's time ends. */
  readonly end: number
  readonly bottom: number
}

/** The moment that is looked at; what comes after it is veiled. */
export const Playhead = ({ x, end, bottom }: Props) => (
  <>
    <rect x={x} y="0" width={Math.max(0, end - x)} height={bottom} className={styles['future']} />
    <line x1={x} x2={x} y1="0" y2={bottom} className={styles['playhead']} />
  </>
)
