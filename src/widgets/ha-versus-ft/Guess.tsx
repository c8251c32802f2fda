import * as m from '#messages/messages.js'
import { useId } from 'react'
import styles from './Figure.module.css'
import type { Outage } from './model.ts'
import { figureText } from '../../figures/figure-text.ts'

interface Props {
  readonly stretch: Outage
  readonly x: (ms: number) => number
  /** The middle of the users' row. */
  readonly y: number
  /** Where the words stand. */
  readonly words: { readonly x: number; readonly y: number }
}

/** What the reader predicted, hatched over what happened. */
export function Guess({ stretch, x, y, words }: Props) {
  // Each drawing has its own: a browser draws no pattern out of a layout that is hidden.
  const id = useId()
  return (
    <g>
      <defs>
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0 6L6 0" stroke="var(--guess)" strokeWidth="1.2" />
        </pattern>
      </defs>
      <rect
        x={x(stretch.fromMs) - 1}
        y={y - 9}
        width={x(stretch.toMs) - x(stretch.fromMs) + 2}
        height="18"
        rx="1"
        fill={`url(#${id})`}
        className={styles['guess']}
      />
      <text x={words.x} y={words.y} textAnchor="end" className={figureText('guessed')}>
        {m.haft_guess()}
      </text>
    </g>
  )
}
