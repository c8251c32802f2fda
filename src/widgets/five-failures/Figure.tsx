import * as m from '#messages/messages.js'
import { Fitted } from '../../figures/Fitted.tsx'
import { figureText } from '../../figures/figure-text.ts'
import { linearScale } from '../../figures/scale.ts'
import type { FigureProps } from '../../frame/contract.ts'
import { guardOf, laneText } from './describe.ts'
import styles from './Figure.module.css'
import { type FiveModel, type Lane, LENGTH_MS, type Mark, STRUCK_MS } from './model.ts'

const LANE = 96
const TOP = 60

/** Marks of one kind in one stroke; each kind has a shape of its own. */
function pathOf(
  marks: readonly Mark[],
  outcome: Mark['outcome'],
  x: (atMs: number) => number,
  y: number,
) {
  return marks
    .filter((mark) => mark.outcome === outcome)
    .map(({ atMs }) => {
      const at = Math.round(x(atMs) * 10) / 10
      if (outcome === 'served') return `M${at} ${y - 7}v14`
      if (outcome === 'failed') return `M${at - 4} ${y - 4}l8 8m0 -8l-8 8`
      return `M${at - 5} ${y}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0`
    })
    .join('')
}

const WIDTHS = { served: 2.6, failed: 2, lost: 2.2 } as const

function LaneOf({
  lane,
  model,
  y,
  width,
}: {
  readonly lane: Lane
  readonly model: FiveModel
  readonly y: number
  readonly width: number
}) {
  const x = linearScale([0, LENGTH_MS], [14, width - 14])
  return (
    <g>
      <text x="4" y={y + 14} className={figureText('strong')}>
        {lane.guarded ? m.five_lane_safe({ guard: guardOf(model) }) : m.five_lane_bare()}
      </text>
      <rect
        x="2"
        y={y + 24}
        width={width - 4}
        height="34"
        rx="8"
        className={styles['lane']}
        data-shown={lane === model.shown}
      />
      <path d={`M${x(STRUCK_MS)} ${y + 18}v46`} className={styles['struck']} />
      {(['served', 'failed', 'lost'] as const).map((outcome) => (
        <path
          key={outcome}
          d={pathOf(lane.marks, outcome, x, y + 41)}
          strokeWidth={WIDTHS[outcome]}
          className={styles[outcome]}
        />
      ))}
      <text x="4" y={y + 76} className={figureText(...(lane.lost > 0 ? ['limps'] : ['soft']))}>
        {laneText(lane)}
      </text>
    </g>
  )
}

function Drawing({ model, width }: { readonly model: FiveModel; readonly width: number }) {
  const x = linearScale([0, LENGTH_MS], [14, width - 14])(STRUCK_MS)
  const narrow = width < 400
  const keys = [
    { outcome: 'served', text: m.five_key_served() },
    { outcome: 'failed', text: m.five_key_failed() },
    { outcome: 'lost', text: m.five_key_lost() },
  ] as const
  const bottom = TOP + 2 * LANE
  return (
    <svg viewBox={`0 0 ${width} ${bottom + 8}`} aria-hidden="true">
      {keys.map(({ outcome, text }, index) => {
        const at = narrow ? ([10, 130, 10][index] ?? 10) : 10 + 150 * index
        const y = narrow && index === 2 ? 34 : 12
        return (
          <g key={outcome}>
            <path
              d={pathOf([{ atMs: 0, outcome }], outcome, () => at, y)}
              strokeWidth={WIDTHS[outcome]}
              className={styles[outcome]}
            />
            <text x={at + 12} y={y + 5} className={figureText()}>
              {text}
            </text>
          </g>
        )
      })}
      <LaneOf lane={model.bare} model={model} y={TOP} width={width} />
      <LaneOf lane={model.safe} model={model} y={TOP + LANE} width={width} />
      <text x={x} y={TOP - 4} textAnchor="middle" className={figureText('soft')}>
        {m.five_struck()}
      </text>
    </svg>
  )
}

/** What became of each request, as it was and with the guard, on one line of time. */
export const FiveFigure = ({ model }: FigureProps<FiveModel, never>) => (
  <Fitted
    wide={<Drawing model={model} width={900} />}
    narrow={<Drawing model={model} width={350} />}
  />
)
