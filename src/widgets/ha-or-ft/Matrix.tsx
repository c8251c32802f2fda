import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import { DESIGN_NAMES, PAUSE_NAMES, REPEAT_NAMES } from './describe.ts'
import styles from './Figure.module.css'
import {
  designOf,
  type EitherModel,
  FACTS,
  PAUSES,
  type Pause,
  REPEATS,
  type Repeat,
  SYSTEM_NAMES,
} from './model.ts'

interface Props {
  readonly model: EitherModel
  readonly width: number
  /** Room for the names of the rows at the left; with none, they stand above the rows. */
  readonly head: number
}

const TOP = 66
const ROW = 84
/** The cells of the last row name two designs, above the two systems that one of them may have. */
const MORE = 26

/** Which design each pair of answers leads to, and where the systems of the exercise stand. */
export function Matrix({ model, width, head }: Props) {
  const above = head === 0 ? 24 : 0
  const rowHeight = ROW + above
  const column = (width - head - 4) / REPEATS.length
  return (
    <svg viewBox={`0 0 ${width} ${TOP + rowHeight * PAUSES.length + MORE + 6}`} aria-hidden="true">
      <text x="4" y="16" className={figureText('soft')}>
        {m.either_matrix_title()}
      </text>
      <text x={head + 4} y="38" className={figureText('soft')}>
        {m.either_matrix_repeat()}
      </text>
      {REPEATS.map((repeat, at) => (
        <text key={repeat} x={head + 2 + column * at + 10} y="59" className={figureText('strong')}>
          {REPEAT_NAMES[repeat]()}
        </text>
      ))}
      {PAUSES.map((pause, row) => {
        const y = TOP + rowHeight * row
        return (
          <g key={pause}>
            <text x="4" y={y + (above > 0 ? 18 : 34)} className={figureText('strong')}>
              {PAUSE_NAMES[pause]()}
            </text>
            {REPEATS.map((repeat, at) => (
              <Cell
                key={repeat}
                {...{ model, pause, repeat }}
                at={{
                  x: head + 2 + column * at,
                  y: y + above,
                  width: column - 5,
                  height: rowHeight - above - 6 + (row === PAUSES.length - 1 ? MORE : 0),
                }}
              />
            ))}
          </g>
        )
      })}
    </svg>
  )
}

interface CellProps {
  readonly model: EitherModel
  readonly pause: Pause
  readonly repeat: Repeat
  readonly at: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }
}

function Cell({ model, pause, repeat, at }: CellProps) {
  const { facts } = model
  const here = !model.asked && facts.pause === pause && facts.repeat === repeat
  const without = designOf({ pause, repeat, safeState: false })
  const withSafe = designOf({ pause, repeat, safeState: true })
  const inCell = model.classified.filter(
    (id) => FACTS[id].pause === pause && FACTS[id].repeat === repeat,
  )
  return (
    <g>
      <rect {...at} rx="7" className={styles['cell']} data-here={here} />
      <text x={at.x + 10} y={at.y + 22} className={figureText('strong')}>
        {DESIGN_NAMES[without]()}
      </text>
      {withSafe !== without && (
        <text x={at.x + 10} y={at.y + 41} className={figureText()}>
          {m.either_or_safe({ design: DESIGN_NAMES[withSafe]() })}
        </text>
      )}
      {inCell.map((id, index) => (
        <text
          key={id}
          x={at.x + 10}
          y={at.y + at.height - 8 - 18 * (inCell.length - 1 - index)}
          fontSize="12.5"
          className={figureText(...(id === model.values.system ? ['works', 'strong'] : ['soft']))}
          textLength={SYSTEM_NAMES[id]().length * 7.4 > at.width - 14 ? at.width - 16 : undefined}
          lengthAdjust="spacingAndGlyphs"
        >
          {SYSTEM_NAMES[id]()}
        </text>
      ))}
    </g>
  )
}
