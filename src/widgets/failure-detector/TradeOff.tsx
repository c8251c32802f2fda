import * as m from '#messages/messages.js'
import { line } from 'd3-shape'
import { useId } from 'react'
import figures from '../../figures/figures.module.css'
import { linearScale, logScale } from '../../figures/scale.ts'
import { plain, rateText, secondsText, tickText } from './describe.ts'
import { Hatch } from '../../figures/Hatch.tsx'
import { corners, decades, logTicks, type Point, roundTicks } from './layout.ts'
import type { DetectorModel, GuessMark, ThresholdCost } from './model.ts'
import { type Name, namesOf } from './names.ts'
import { ThresholdDot } from './ThresholdDot.tsx'

interface Props {
  readonly model: DetectorModel
  readonly guess: GuessMark | undefined
  readonly width: number
  readonly height: number
  /** What is read across. */
  readonly across: string
}

const SOFT = `${figures['text']} ${figures['soft']}`
const TICK = `${figures['value']} ${figures['soft']}`

/** False failovers against detection time, one dot for each threshold. */
export function TradeOff({ model, guess, width, height, across }: Props) {
  const hatch = useId()
  const { costs, current, least } = model
  const [left, right, top, bottom] = [74, width - 24, 40, height - 56]
  const most = Math.max(...costs.map(({ detectionSeconds }) => detectionSeconds))
  const x = linearScale([0, most], [left, right])
  const range = decades(model)
  const y = logScale(range, [bottom, top])
  const place = ({ detectionSeconds, falsePerYear }: ThresholdCost) => ({
    x: x(detectionSeconds),
    y: y(Math.max(falsePerYear, range[0])),
  })
  const path = line<Point>()
    .x((point) => point.x)
    .y((point) => point.y)(corners(costs, x, range, [bottom, top]))
  const guessed = costs.find(({ threshold }) => threshold === guess)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <Hatch id={hatch} />
      <text x="4" y="16" className={SOFT}>
        {m.detector_plot_y()}
      </text>
      {logTicks(range).map((tick) => (
        <g key={tick}>
          <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} className={figures['grid']} />
          <text x={left - 10} y={y(tick) + 4} textAnchor="end" fontSize="12" className={TICK}>
            {tickText(tick)}
          </text>
        </g>
      ))}
      {roundTicks(most).map((tick) => (
        <text
          key={tick}
          x={x(tick)}
          y={bottom + 30}
          textAnchor="middle"
          fontSize="12"
          className={TICK}
        >
          {plain(tick)}
        </text>
      ))}
      <text x={(left + right) / 2} y={bottom + 51} textAnchor="middle" className={SOFT}>
        {across}
      </text>
      <path d={path ?? 'M0 0'} fill="none" stroke="var(--rule-strong)" strokeWidth="2.4" />
      <OwnNumbers current={current} {...place(current)} {...{ left, bottom, top }} />
      {guessed && (
        <circle
          cx={place(guessed).x}
          cy={place(guessed).y}
          r="19"
          fill={`url(#${hatch})`}
          stroke="var(--guess)"
          strokeWidth="1.8"
        />
      )}
      {costs.map((cost) => (
        <ThresholdDot
          key={cost.threshold}
          {...place(cost)}
          threshold={cost.threshold}
          yours={cost.threshold === current.threshold}
          least={cost.threshold === least.threshold}
        />
      ))}
      {costs.map((cost) => (
        <Names
          key={cost.threshold}
          {...{ cost, model, guess, left, bottom, right, ...place(cost) }}
        />
      ))}
    </svg>
  )
}

interface OwnNumbersProps {
  readonly current: ThresholdCost
  readonly x: number
  readonly y: number
  readonly left: number
  readonly bottom: number
  readonly top: number
}

/** The reader's own point, read off on both axes: under the falling line there is room for it. */
function OwnNumbers({ current, x, y, left, bottom, top }: OwnNumbersProps) {
  const number = `${figures['value']} ${figures['halo']} ${figures['strong']}`
  const roomBelow = bottom - y > 64 && x - left > 90
  return (
    <g>
      <path
        d={`M${left} ${y}L${x} ${y}L${x} ${bottom}`}
        fill="none"
        className={figures['baseline']}
      />
      {roomBelow && (
        <g fontSize="14.5">
          <text x={left + 6} y={Math.max(top + 12, y + 19)} className={number}>
            {rateText(current.falsePerYear)}
          </text>
          <text x={x - 7} y={bottom - 8} textAnchor="end" className={number}>
            {secondsText(current.detectionSeconds)}
          </text>
        </g>
      )}
    </g>
  )
}

interface NamesProps {
  readonly cost: ThresholdCost
  readonly model: DetectorModel
  readonly guess: GuessMark | undefined
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly x: number
  readonly y: number
}

// How wide a letter of a name is at most, on average.
const LETTER = 7.8

/** Rows for the names of those that lie along the floor side by side, so that none meets another. */
const FLOOR_ROW = { strong: 0, works: 1, guessed: 2 }

/**
 * The words at a dot: over the falling line where there is room to the right, else under it, and
 * in rows over the floor.
 */
function Names({ cost, model, guess, left, bottom, right, x, y }: NamesProps) {
  const names = namesOf(cost.threshold, model, guess)
  const widths = names.map(({ text }) => text.length * LETTER + 8)
  const edge = right + 20
  const onFloor = bottom - y < 16 + 19 * Math.max(0, names.length - 1)
  const below = x + 20 + widths.reduce((sum, width) => sum + width, 0) > edge
  const placeOf = (role: Name['role'], index: number) =>
    onFloor
      ? {
          x: Math.max(left + (widths[index] ?? 0), Math.min(x + 10, edge)),
          y: y - 22 - 20 * FLOOR_ROW[role],
        }
      : below
        ? { x: Math.max(left + (widths[index] ?? 0), x - 16), y: y + 24 + 19 * index }
        : { x: x + 20 + (index === 0 ? 0 : (widths[0] ?? 0)), y: y - 16 }
  return names.map(({ text, role }, index) => (
    <text
      key={role}
      {...placeOf(role, index)}
      textAnchor={onFloor || below ? 'end' : 'start'}
      className={`${figures['text']} ${figures['halo']} ${figures['strong']} ${figures[role]}`}
    >
      {text}
    </text>
  ))
}
