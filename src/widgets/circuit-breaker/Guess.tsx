import * as m from '#messages/messages.js'
import { useId } from 'react'
import { isLate } from './CallRows.tsx'
import styles from './Figure.module.css'
import type { Layout } from './layout.ts'
import type { BreakerModel, GuessMark } from './model.ts'
import { text } from './text.ts'

interface Props {
  readonly model: BreakerModel
  readonly layout: Layout
  readonly x: (ms: number) => number
  readonly guess: GuessMark
}

/** What the reader predicted for the calls that come while the breaker is open, hatched in its row. */
export function Guess({ model, layout, x, guess }: Props) {
  // Each drawing has its own: a browser draws no pattern out of a layout that is hidden.
  const id = useId()
  const row = layout.rows[guess]
  const open = model.phases.filter(({ kind, fromMs, toMs }) => kind === 'open' && toMs > fromMs)
  const first = open[0]
  if (!first) return null
  const [from, to] = layout.axis
  const middle = row.y + row.height / 2 + 5
  // Beside what the row comes to, unless that takes all the room.
  const full = guess === 'served' && model.guarded.calls.some(isLate)
  const words = layout.stacked
    ? ({ x: (from + to) / 2, y: row.y - 5, textAnchor: 'middle' } as const)
    : full
      ? ({ x: Math.max(from + 84, x(first.fromMs) - 8), y: middle, textAnchor: 'end' } as const)
      : ({ x: layout.width - 4, y: middle, textAnchor: 'end' } as const)
  return (
    <g>
      <defs>
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0 6L6 0" stroke="var(--guess)" strokeWidth="1.2" />
        </pattern>
      </defs>
      {open.map(({ fromMs, toMs }) => (
        <rect
          key={fromMs}
          x={x(fromMs)}
          y={row.y - 1}
          width={x(toMs) - x(fromMs)}
          height={row.height + 2}
          fill={`url(#${id})`}
          className={styles['guess']}
        />
      ))}
      <text
        x={words.x}
        y={words.y}
        textAnchor={words.textAnchor}
        className={text('guessed', 'strong', 'halo')}
      >
        {m.breaker_guess()}
      </text>
    </g>
  )
}
