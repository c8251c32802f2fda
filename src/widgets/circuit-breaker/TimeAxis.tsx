import figures from '../../figures/figures.module.css'
import type { Layout } from './layout.ts'
import { text } from './text.ts'
import { LENGTH_MS } from '../../systems/circuit-breaker/provider.ts'
import { seconds } from './words.ts'

interface Props {
  readonly layout: Layout
  readonly x: (ms: number) => number
}

/** The seconds under all rows, and a line through each row that shows time. */
export function TimeAxis({ layout, x }: Props) {
  const { tickMs, rows, height } = layout
  const ticks = Array.from(
    { length: Math.floor(LENGTH_MS / tickMs) + 1 },
    (_, index) => index * tickMs,
  )
  const bands = layout.stacked
    ? Object.values(rows).map((row) => [row.y, row.y + row.height] as const)
    : [
        [rows.provider.y, rows.held.y + rows.held.height] as const,
        [rows.tally.y, rows.tally.y + rows.tally.height] as const,
      ]
  return ticks.map((tick) => (
    <g key={tick}>
      {bands.map(([from, to]) => (
        <line key={from} x1={x(tick)} x2={x(tick)} y1={from} y2={to} className={figures['grid']} />
      ))}
      <text
        x={x(tick)}
        y={height - 8}
        textAnchor={tick === 0 ? 'start' : tick === LENGTH_MS ? 'end' : 'middle'}
        className={text('soft')}
      >
        {seconds(tick)}
      </text>
    </g>
  ))
}
