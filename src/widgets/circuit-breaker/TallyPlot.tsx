import * as m from '#messages/messages.js'
import figures from '../../figures/figures.module.css'
import { linearScale } from '../../figures/scale.ts'
import styles from './Figure.module.css'
import type { Layout } from './layout.ts'
import { countsInRow } from '../../systems/circuit-breaker/design.ts'
import { type BreakerModel } from './model.ts'
import { tenth, text } from './text.ts'
import { LENGTH_MS } from '../../systems/circuit-breaker/provider.ts'
import { ruleWords } from './words.ts'

interface Props {
  readonly model: BreakerModel
  readonly layout: Layout
  readonly x: (ms: number) => number
}

/** What the rule has counted, as steps, against what it trips at. */
export function TallyPlot({ model, layout, x }: Props) {
  const { values, guarded } = model
  const { y: top, height } = layout.rows.tally
  const [from, to] = layout.axis
  const inRow = countsInRow(values)
  const threshold = inRow ? values.failures : values.threshold
  const most = inRow ? Math.max(threshold * 1.3, ...guarded.levels.map(({ value }) => value)) : 1
  const y = linearScale([0, most], [top + height, top])
  const steps = guarded.levels.map((level, index) => {
    const next = guarded.levels[index + 1]
    const run = `M${tenth(x(level.atMs))} ${tenth(y(level.value))}H${tenth(x(next?.atMs ?? LENGTH_MS))}`
    return { enough: level.enough, d: next ? `${run}V${tenth(y(next.value))}` : run }
  })
  const line = (enough: boolean) =>
    steps
      .filter((step) => step.enough === enough)
      .map(({ d }) => d)
      .join('')
  const few = steps.some(({ enough }) => !enough)
  const name = inRow ? m.breaker_tally_row() : m.breaker_tally_share()
  return (
    <g>
      <text x={layout.stacked ? from - 2 : from} y={top - 10} className={text('soft')}>
        {few && !layout.stacked ? m.breaker_tally_few({ name }) : name}
      </text>
      <text
        x={layout.stacked ? to : to + 10}
        y={layout.stacked ? top - 10 : y(threshold) + 5}
        textAnchor={layout.stacked ? 'end' : 'start'}
        className={text()}
      >
        {ruleWords(values)}
      </text>
      <line x1={from} x2={to} y1={top + height} y2={top + height} className={figures['grid']} />
      <line x1={from} x2={to} y1={y(threshold)} y2={y(threshold)} className={figures['baseline']} />
      <path d={line(false)} className={styles['few']} />
      <path d={line(true)} className={styles['tally']} />
    </g>
  )
}
