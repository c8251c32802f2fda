import * as m from '#messages/messages.js'
import type { Stretch } from '../../systems/traffic/report.ts'
import { barLabel, type Span } from './bar-label.ts'
import { seconds } from './describe.ts'
import styles from './Figure.module.css'
import { figureText } from '../../figures/figure-text.ts'

const LABELS = {
  detecting: m.haft_detecting,
  deciding: m.haft_deciding,
  promoting: m.haft_promoting,
  warming: m.haft_warming,
} as const

interface Props {
  readonly stretch: Stretch
  /** What else is drawn in this row, in milliseconds; words keep clear of it. */
  readonly others: readonly { readonly fromMs: number; readonly toMs: number }[]
  readonly x: (ms: number) => number
  readonly y: number
  readonly height: number
  readonly lengthMs: number
}

/** A stretch of time as a bar with its name and length, as far as there is room. */
export function StretchBar({ stretch, others, x, y, height, lengthMs }: Props) {
  const { kind, fromMs } = stretch
  const toMs = Math.min(stretch.toMs, lengthMs)
  if (toMs <= fromMs) return null
  const bar: Span = { from: x(fromMs), to: x(toMs) }
  const before = others.filter((other) => other.fromMs < fromMs).map((other) => other.toMs)
  const after = others.filter((other) => other.fromMs >= toMs).map((other) => other.fromMs)
  const free: Span = { from: x(Math.max(0, ...before)), to: x(Math.min(lengthMs, ...after)) }
  const took = seconds(toMs - fromMs)
  const label = barLabel(bar, free, m.haft_stretch({ what: LABELS[kind](), seconds: took }), took)
  return (
    <g>
      <rect
        x={bar.from}
        y={y}
        width={bar.to - bar.from}
        height={height}
        rx="3"
        className={styles[kind === 'detecting' ? 'unnoticed' : 'phase']}
      />
      {label && (
        <text x={label.x} y={y + height / 2 + 5} textAnchor={label.anchor} className={figureText()}>
          {label.words}
        </text>
      )}
    </g>
  )
}
