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
const SPACES_UP = 5

const words = (value: number, { unit }: Axis) => valueText(value, unit, getLocale(), 6)
const yTicks = ({ y }: GraphQuestion) => ticksOf(y, SPACES_UP)

/** Room that the numbers of the y axis need. */
export const roomOfAxis = (question: GraphQuestion): number =>
  GAP + LETTER * Math.max(...yTicks(question).map((tick) => words(tick, question.y).length))

interface Label {
  readonly text: string
  /** The middle of it, in the picture. */
  readonly middle: number
}

/** The numbers of the places that are asked for, from left to right; what would touch another is left out. */
export function labelsUnder(
  { x, at }: Pick<GraphQuestion, 'x' | 'at'>,
  { across, width }: Pick<Frame, 'across' | 'width'>,
): readonly Label[] {
  const found: Label[] = []
  let end = -Infinity
  for (const place of at.toSorted((one, other) => across(one.x) - across(other.x))) {
    const text = words(place.x, x)
    const half = (LETTER * text.length) / 2
    const middle = Math.min(across(place.x), width - half)
    if (middle - half < end + GAP) continue
    end = middle + half
    found.push({ text, middle })
  }
  return found
}

interface Props {
  readonly question: GraphQuestion
  readonly frame: Frame
}

/** Both axes, and a line with its number at each place that is asked for. */
export function PlotAxes({ question, frame }: Props) {
  const { y, at } = question
  const { left, right, top, floor, height, across, up } = frame
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
      {labelsUnder(question, frame).map(({ text, middle }) => (
        <text
          key={middle}
          x={middle}
          y={height - 7}
          textAnchor="middle"
          className={figureText('soft')}
        >
          {text}
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
