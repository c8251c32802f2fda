import type { Box } from './ComponentBox.tsx'
import { figureText, figureTextWidth } from './figure-text.ts'
import styles from './time.module.css'

interface Props {
  readonly at: Box
  readonly tone: 'holds' | 'limps' | 'fails' | 'gone' | 'waits'
  /** What is written on it, the longest first: the first that has room is taken. */
  readonly words: readonly string[]
  /** Kept free of words at its start, for a mark. */
  readonly inset?: number
}

/** An interval as a bar on a time axis, with its name and length as far as there is room. */
export function IntervalBar({ at, tone, words, inset = 0 }: Props) {
  const { x, y, width, height } = at
  const fitting = words.find((each) => figureTextWidth(each) <= width - inset)
  return (
    <g>
      <rect {...at} rx="3" className={styles[tone]} />
      {fitting !== undefined && (
        <text
          x={x + (width + inset) / 2}
          y={y + height / 2 + 5}
          textAnchor="middle"
          className={figureText()}
        >
          {fitting}
        </text>
      )}
    </g>
  )
}
