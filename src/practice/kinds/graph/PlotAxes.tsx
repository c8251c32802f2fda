import { getLocale } from '#messages/runtime.js'
import { figureText } from '../../../figures/figure-text.ts'
import figures from '../../../figures/figures.module.css'
import { valueText } from '../../number-text.ts'
import type { Axis, GraphQuestion } from '../../question.ts'
import styles from './Form.module.css'
import type { Frame } from './frame-of.ts'
import { ticksOf } from './ticks.ts'

/** A digit of the axis is about so wide. */
const LETTER = 8.4
const GAP = 7
/** No two numbers under the picture stand closer than that. */
const APART = 70
const SPACES_UP = 5

const words = (value: number, { unit }: Axis) => valueText(value, unit, getLocale(), 6)
const yTicks = ({ y }: GraphQuestion) => ticksOf(y, SPACES_UP)

/** Room that the numbers of the y axis need. */
export const roomOfAxis = (question: GraphQuestion): number =>
  GAP + LETTER * Math.max(...yTicks(question).map((tick) => words(tick, question.y).length))

interface Props {
  readonly question: GraphQuestion
  readonly frame: Frame
}

/** Both axes, and a line at each place that is asked for. */
export function PlotAxes({ question, frame }: Props) {
  const { x, y, at } = question
  const { left, right, top, floor, height, across, up } = frame
  const spaces = Math.max(2, Math.floor((right - left) / APART))
  return (
    <g>
      {yTicks(question).map((tick) => (
        <g key={tick}>
          <line x1={left} x2={right} y1={up(tick)} y2={up(tick)} className={figures['grid']} />
          <text x={left - GAP} y={up(tick) + 5} textAnchor="end" className={figureText('soft')}>
            {words(tick, y)}
          </text>
        </g>
      ))}
      {ticksOf(x, spaces).map((tick) => (
        <text
          key={tick}
          x={across(tick)}
          y={height - 7}
          textAnchor={
            across(tick) < left + 12 ? 'start' : across(tick) > right - 24 ? 'end' : 'middle'
          }
          className={figureText('soft')}
        >
          {words(tick, x)}
        </text>
      ))}
      {at.map((place) => (
        <line
          key={place.x}
          x1={across(place.x)}
          x2={across(place.x)}
          y1={top}
          y2={floor}
          className={styles['place']}
        />
      ))}
    </g>
  )
}
