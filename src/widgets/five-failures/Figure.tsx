import * as m from '#messages/messages.js'
import { Fitted } from '../../figures/Fitted.tsx'
import { figureText } from '../../figures/figure-text.ts'
import type { FigureProps } from '../../frame/contract.ts'
import { count, guardOf, laneText } from './describe.ts'
import styles from './Figure.module.css'
import {
  type FiveLayout,
  FIRST,
  frameHeight,
  laneHeight,
  narrow,
  placeOf,
  rowMs,
  wide,
} from './layout.ts'
import { type FiveModel, type Lane, type Mark, STRUCK_MS } from './model.ts'

/** Each outcome has a shape of its own. */
function shapeOf(outcome: Mark['outcome'], x: number, y: number, r: number): string {
  switch (outcome) {
    case 'served':
      return `M${x} ${y - 7}v14`
    case 'failed':
      return `M${x - r} ${y - r}l${2 * r} ${2 * r}m0 ${-2 * r}l${-2 * r} ${2 * r}`
    case 'lost':
      return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`
  }
}

interface LaneProps {
  readonly lane: Lane
  readonly model: FiveModel
  readonly y: number
  readonly layout: FiveLayout
}

function LaneOf({ lane, model, y, layout }: LaneProps) {
  const [struck] = placeOf(layout, STRUCK_MS)
  return (
    <g transform={`translate(0 ${y})`}>
      <text x="4" y="14" className={figureText('strong')}>
        {lane.guarded ? m.five_lane_safe({ guard: guardOf(model) }) : m.five_lane_bare()}
      </text>
      <rect
        x="2"
        y="24"
        width={layout.width - 4}
        height={frameHeight(layout)}
        rx="8"
        className={styles['lane']}
        data-shown={lane === model.shown}
      />
      <path d={`M${struck} ${FIRST - 23}v40`} className={styles['struck']} />
      {/* Marks of one kind are one stroke. */}
      {(['served', 'failed', 'lost'] as const).map((outcome) => (
        <path
          key={outcome}
          d={lane.marks
            .filter((mark) => mark.outcome === outcome)
            .map(({ atMs }) => shapeOf(outcome, ...placeOf(layout, atMs), layout.mark))
            .join('')}
          className={styles[outcome]}
        />
      ))}
      <text
        x="4"
        y={42 + frameHeight(layout)}
        className={figureText(...(lane.lost > 0 ? ['limps'] : ['soft']))}
      >
        {laneText(lane)}
      </text>
    </g>
  )
}

/** What the shapes mean. */
function Key({ layout }: { readonly layout: FiveLayout }) {
  const words = [
    ['served', m.five_key_served()],
    ['failed', m.five_key_failed()],
    ['lost', m.five_key_lost()],
  ] as const
  return words.map(([outcome, text], index) => {
    const [x, y] = layout.keys[index] ?? [0, 0]
    return (
      <g key={outcome}>
        <path d={shapeOf(outcome, x, y, layout.mark)} className={styles[outcome]} />
        <text x={x + 12} y={y + 5} className={figureText()}>
          {text}
        </text>
      </g>
    )
  })
}

function Drawing({ model, layout }: { readonly model: FiveModel; readonly layout: FiveLayout }) {
  const { width, top } = layout
  const lane = laneHeight(layout)
  return (
    <svg viewBox={`0 0 ${width} ${top + 2 * lane - 8}`} aria-hidden="true">
      <Key layout={layout} />
      <text
        x={placeOf(layout, STRUCK_MS)[0]}
        y={top + 14}
        textAnchor="middle"
        className={figureText('soft')}
      >
        {m.five_struck()}
      </text>
      <text x={width - 4} y={top + 14} textAnchor="end" className={figureText('soft')}>
        {m.five_row({ seconds: count(rowMs(layout) / 1000) })}
      </text>
      <LaneOf lane={model.bare} model={model} y={top} layout={layout} />
      <LaneOf lane={model.safe} model={model} y={top + lane} layout={layout} />
    </svg>
  )
}

/** What became of each request, as it was and with the guard, in the same time. */
export const FiveFigure = ({ model }: FigureProps<FiveModel, never>) => (
  <Fitted
    wide={<Drawing model={model} layout={wide} />}
    narrow={<Drawing model={model} layout={narrow} />}
  />
)
