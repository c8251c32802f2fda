import type { Box } from './ComponentBox.tsx'
import styles from './figures.module.css'

interface Props {
  readonly at: Box
  readonly label: string
  /** Its cause has struck, or is counted in the picture. */
  readonly struck: boolean
}

/** A failure domain: a dashed outline around what one event takes out, with its name on a tab. */
export function Hull({ at, label, struck }: Props) {
  const wide = label.length * 7.4 + 14
  return (
    <g>
      <rect {...at} rx="14" className={styles['hull']} data-struck={struck} />
      <rect x={at.x + 16} y={at.y - 10} width={wide} height="20" className={styles['tab']} />
      <text
        x={at.x + 23}
        y={at.y + 4.5}
        className={`${styles['text']} ${struck ? styles['fails'] : styles['soft']}`}
      >
        {label}
      </text>
    </g>
  )
}
