import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import figures from '../../figures/figures.module.css'
import { linearScale, logScale } from '../../figures/scale.ts'
import { daysText, moneyText, plain } from './describe.ts'
import styles from './Figure.module.css'
import { type IntervalCost, LONGEST_INTERVAL, type UntestedModel } from './model.ts'

interface Props {
  readonly model: UntestedModel
  readonly width: number
  readonly height: number
}

const TICKS = [1, 7, 30, 90, 365, LONGEST_INTERVAL]

/** The top of the plot: so many times what an untested year costs, or the reader's own cost. */
const HEADROOM = 1.35

const PARTS = [
  {
    of: ({ testing, broken }: IntervalCost) => testing + broken,
    color: 'var(--degraded)',
    dashes: '9 5',
    label: m.untested_part_tests,
  },
  {
    of: ({ failing }: IntervalCost) => failing,
    color: 'var(--failed)',
    dashes: '2.5 4',
    label: m.untested_part_failing,
  },
  {
    of: ({ total }: IntervalCost) => total,
    color: 'var(--ink)',
    dashes: undefined,
    label: m.untested_part_total,
  },
]

/** What a year costs at each interval between tests: one part falls, one rises, the sum has a least. */
export function CostCurve({ model, width, height }: Props) {
  const { curve, current, least, never } = model
  const [left, right, top, bottom] = [14, width - 14, 96, height - 52]
  const most = Math.max(never.total, least.total, 1) * HEADROOM
  const x = logScale([1, LONGEST_INTERVAL], [left, right])
  const y = linearScale([0, most], [bottom, top])
  const path = (of: (cost: IntervalCost) => number) => {
    const inside = curve.filter((cost) => of(cost) <= most)
    return inside
      .map((cost, index) => `${index === 0 ? 'M' : 'L'}${x(cost.interval)} ${y(of(cost))}`)
      .join('')
  }
  const at = (cost: IntervalCost): readonly [number, number] => [
    x(Math.min(cost.interval, LONGEST_INTERVAL)),
    y(Math.min(cost.total, most)),
  ]
  const [lx, ly] = at(least)
  const [cx, cy] = at(current)
  const leastText = m.untested_least({ interval: daysText(least.interval) })
  const yours = `${m.untested_yours()}: ${moneyText(current.total)}`
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <text x="4" y="16" className={figureText('soft')}>
        {m.untested_plot_title()}
      </text>
      {PARTS.map(({ color, dashes, label }, index) => (
        <g key={color}>
          <line
            x1={4 + 88 * index + (index === 2 ? 66 : 0)}
            x2={26 + 88 * index + (index === 2 ? 66 : 0)}
            y1="36"
            y2="36"
            stroke={color}
            strokeWidth="3"
            strokeDasharray={dashes}
          />
          <text x={32 + 88 * index + (index === 2 ? 66 : 0)} y="41" className={figureText()}>
            {label()}
          </text>
        </g>
      ))}
      <line x1={left} x2={right} y1={bottom} y2={bottom} className={figures['grid']} />
      {TICKS.map((tick) => (
        <text
          key={tick}
          x={Math.min(x(tick), right - 8)}
          y={bottom + 20}
          textAnchor="middle"
          fontSize="13.5"
          className={`${figures['value']} ${figures['soft']}`}
        >
          {plain(tick)}
        </text>
      ))}
      <text
        x={(left + right) / 2}
        y={bottom + 44}
        textAnchor="middle"
        className={figureText('soft')}
      >
        {m.untested_plot_x()}
      </text>
      {PARTS.map(({ of, color, dashes }) => (
        <path
          key={color}
          d={path(of)}
          stroke={color}
          strokeDasharray={dashes}
          className={styles['parts']}
        />
      ))}
      <line x1={cx} x2={cx} y1={cy} y2={bottom} className={figures['baseline']} />
      <circle cx={lx} cy={ly} r="12" fill="none" stroke="var(--healthy)" strokeWidth="2.5" />
      <circle cx={cx} cy={cy} r="7" fill="var(--ink)" />
      {/* In a line over the plot, where no curve and no other word can come. */}
      <circle cx="15" cy="65" r="6" fill="var(--ink)" />
      <text x="28" y="70" className={figureText('strong')}>
        {yours}
      </text>
      <circle
        cx={width / 2 + 15}
        cy="65"
        r="7"
        fill="none"
        stroke="var(--healthy)"
        strokeWidth="2.5"
      />
      <text x={width / 2 + 29} y="70" className={figureText('strong', 'works')}>
        {leastText}
      </text>
    </svg>
  )
}
