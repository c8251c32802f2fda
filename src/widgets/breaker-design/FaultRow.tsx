import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import { linearScale } from '../../figures/scale.ts'
import { type Health, LENGTH_MS, inTrouble } from '../../systems/circuit-breaker/provider.ts'
import styles from './Figure.module.css'
import type { DesignLayout } from './layout.ts'
import { type Examined, WHOSE, type Whose } from './model.ts'
import { euros } from './words.ts'

const healthClass = (spell: Health): string =>
  !inTrouble(spell) ? 'well' : spell.failing === 1 ? 'down' : 'limps'

const PHASES = { closed: 'closed', open: 'open', 'half-open': 'half' } as const

/** From the top of one bar to the next. */
const BAR = 15

interface BarsProps {
  readonly costs: Readonly<Record<Whose, number>>
  readonly most: number
  readonly layout: DesignLayout
  readonly y: number
}

/** What it cost with the reader's breaker, with none, and with the library's as it comes. */
export function CostBars({ costs, most, layout, y }: BarsProps) {
  const [from, to] = layout.bars
  const x = linearScale([0, Math.max(1, most)], [from, to])
  return WHOSE.map((whose, index) => (
    <g key={whose}>
      <rect
        x={from}
        y={y + index * BAR}
        width={Math.max(1, x(costs[whose]) - from)}
        height="10"
        rx="2"
        className={styles[whose]}
      />
      <text
        x={x(costs[whose]) + 6}
        y={y + index * BAR + 10}
        className={figureText('value', ...(whose === 'mine' ? ['strong'] : ['soft']))}
      >
        {euros(costs[whose])}
      </text>
    </g>
  ))
}

interface Props {
  readonly examined: Examined
  readonly name: string
  readonly most: number
  readonly layout: DesignLayout
  readonly y: number
}

/** One fault: how the provider did, what the breaker made of it, and what that cost. */
export function FaultRow({ examined, name, most, layout, y }: Props) {
  const { fault, scores } = examined
  const x = linearScale([0, LENGTH_MS], layout.strip)
  const top = y + layout.stripY
  const { mine, none, usual } = scores
  return (
    <g>
      <text
        x={layout.stacked ? 0 : layout.strip[0] - 12}
        y={layout.stacked ? y + 14 : top + 15}
        textAnchor={layout.stacked ? 'start' : 'end'}
        className={figureText('strong')}
      >
        {name}
      </text>
      {fault.health.map((spell) => (
        <rect
          key={spell.fromMs}
          x={x(spell.fromMs)}
          y={top}
          width={x(spell.toMs) - x(spell.fromMs)}
          height="15"
          className={styles[healthClass(spell)]}
        />
      ))}
      {mine.phases.map((phase) => (
        <rect
          key={`${phase.kind} ${phase.fromMs}`}
          x={x(phase.fromMs)}
          y={top + 19}
          width={Math.max(1, x(phase.toMs) - x(phase.fromMs))}
          height="15"
          className={styles[PHASES[phase.kind]]}
        />
      ))}
      <CostBars
        costs={{ mine: mine.euros, none: none.euros, usual: usual.euros }}
        most={most}
        layout={layout}
        y={y + layout.barsY}
      />
    </g>
  )
}

/** A fault that nobody has seen yet. */
export function SealedRow({ name, layout, y }: Pick<Props, 'name' | 'layout' | 'y'>) {
  const [from, to] = layout.strip
  const top = y + layout.stripY
  return (
    <g>
      <text
        x={layout.stacked ? 0 : from - 12}
        y={layout.stacked ? y + 14 : top + 15}
        textAnchor={layout.stacked ? 'start' : 'end'}
        className={figureText('soft')}
      >
        {name}
      </text>
      <rect
        x={from + 1}
        y={top}
        width={to - from - 2}
        height="34"
        rx="4"
        className={styles['sealed']}
      />
      <text x={(from + to) / 2} y={top + 22} textAnchor="middle" className={figureText('soft')}>
        {m.design_sealed()}
      </text>
    </g>
  )
}
