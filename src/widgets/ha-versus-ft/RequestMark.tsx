import type { Fate } from '../../systems/traffic/report.ts'
import { Cross } from '../../figures/Cross.tsx'
import styles from './Figure.module.css'

/** What the one who sent a request saw of it. */
export type Seen = 'failed' | 'lost' | 'open' | 'late' | 'served'

export const seenOf = ({ outcome, lost, attempts }: Fate): Seen => {
  if (outcome !== 'served') return outcome
  if (lost) return 'lost'
  return attempts > 1 ? 'late' : 'served'
}

interface Props {
  readonly seen: Seen
  readonly x: number
  readonly y: number
  readonly r: number
}

/** A request as its sender saw it. */
export function RequestMark({ seen, x, y, r }: Props) {
  switch (seen) {
    case 'failed':
      return <Cross x={x} y={y} r={r} />
    case 'lost':
      return (
        <g>
          <circle cx={x} cy={y} r={r} className={styles['lost']} />
          <line x1={x - r} x2={x + r} y1={y + r} y2={y - r} className={styles['lost']} />
        </g>
      )
    case 'open':
      return <circle cx={x} cy={y} r={r * 0.6} className={styles['retried']} />
    case 'late':
      return <circle cx={x} cy={y} r={r} className={styles['retried']} />
    case 'served':
      return <circle cx={x} cy={y} r={r} className={styles['served']} />
  }
}
