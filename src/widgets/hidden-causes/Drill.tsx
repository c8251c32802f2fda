import * as m from '#messages/messages.js'
import { figureText, figureTextWidth } from '../../figures/figure-text.ts'
import type { Report } from '../../systems/hidden-causes/system.ts'
import styles from './Figure.module.css'
import type { HiddenLayout } from './layout.ts'
import type { HiddenModel } from './model.ts'
import { listOf, thingName, whole } from './words.ts'
import { wrapped } from './wrapped.ts'

/** From one row of marks to the next, and from one line of words to the next. */
const ROW = 18
export const TEXT_LINE = 19
const SEALED = 34

/** Where the marks stand, how many in a row, and how much room there is for what they come to. */
const marksIn = ({ stacked, width }: HiddenLayout) =>
  stacked ? { x: 8, most: 17, apart: 20, room: width } : { x: 140, most: 40, apart: 14, room: 270 }

/** One way to pull everything down: its name, what came of it, and the lines that say so. */
interface Run {
  readonly name: string
  readonly report: Report
  readonly lines: readonly string[]
  readonly y: number
  readonly height: number
}

/** What a run comes to, with the names of what ends the service. */
function told({ id }: HiddenModel, { singles, things }: Report, layout: HiddenLayout) {
  const { room } = marksIn(layout)
  const count = whole(things.length)
  if (singles.length === 0) return wrapped(m.hidden_singles_none({ count }), room)
  const number = whole(singles.length)
  const names = listOf(singles.map((single) => thingName(id, single)))
  const full = m.hidden_singles({ singles: names, number, count })
  if (layout.stacked) return wrapped(full, room)
  return [figureTextWidth(full) <= room ? full : m.hidden_singles_count({ number, count })]
}

function runsOf(model: HiddenModel, layout: HiddenLayout): readonly Run[] {
  const { mend, opened } = model
  if (!opened) return []
  const { before, after } = opened.grade
  const named = [
    { name: m.hidden_before(), report: before },
    ...(mend ? [{ name: m.hidden_after(), report: after }] : []),
  ]
  const runs: Run[] = []
  let y = headOf(layout).length * TEXT_LINE + 6
  for (const { name, report } of named) {
    const lines = told(model, report, layout)
    const rows = Math.ceil(report.things.length / marksIn(layout).most)
    const height = layout.stacked ? 22 + rows * ROW + lines.length * TEXT_LINE + 6 : 26
    runs.push({ name, report, lines, y, height })
    y += height
  }
  return runs
}

const headOf = (layout: HiddenLayout) => wrapped(m.hidden_pulled_each(), layout.width)

/** How much room the drill takes. */
export function drillHeight(model: HiddenModel, layout: HiddenLayout): number {
  const last = runsOf(model, layout).at(-1)
  return last ? last.y + last.height : SEALED + 4
}

/** Every single loss: a dot where the service stands it, a cross where it does not. */
function DrillRun({ run, layout, y }: { run: Run; layout: HiddenLayout; y: number }) {
  const { name, report, lines } = run
  const { things, singles } = report
  const { stacked, width } = layout
  const { x, most, apart } = marksIn(layout)
  const top = stacked ? y + 22 : y
  const below = top + Math.ceil(things.length / most) * ROW
  return (
    <g>
      <text x="2" y={y + 14} className={figureText('strong')}>
        {name}
      </text>
      {things.map((thing, index) => {
        const cx = x + (index % most) * apart
        const cy = top + 9 + Math.floor(index / most) * ROW
        return singles.includes(thing) ? (
          <path
            key={thing}
            d={`M${cx - 4.5} ${cy - 4.5}l9 9m0 -9l-9 9`}
            className={styles['ends']}
          />
        ) : (
          <circle key={thing} cx={cx} cy={cy} r="3.6" className={styles['stands']} />
        )
      })}
      {lines.map((line, index) => (
        <text
          key={line}
          x={stacked ? 2 : width - 2}
          y={(stacked ? below : y) + 14 + index * TEXT_LINE}
          textAnchor={stacked ? 'start' : 'end'}
          className={figureText(singles.length > 0 ? 'fails' : 'works')}
        >
          {line}
        </text>
      ))}
    </g>
  )
}

interface Props {
  readonly model: HiddenModel
  readonly layout: HiddenLayout
  readonly y: number
}

/** Each thing pulled down alone, as the architecture is and with the mend; sealed until then. */
export function Drill({ model, layout, y }: Props) {
  const { width } = layout
  if (!model.opened) {
    return (
      <g>
        <rect x="2" y={y} width={width - 4} height={SEALED} rx="6" className={styles['sealed']} />
        <text x={width / 2} y={y + 22} textAnchor="middle" className={figureText('soft')}>
          {m.hidden_sealed()}
        </text>
      </g>
    )
  }
  return (
    <g>
      {headOf(layout).map((line, index) => (
        <text key={line} x="2" y={y + 14 + index * TEXT_LINE} className={figureText('soft')}>
          {line}
        </text>
      ))}
      {runsOf(model, layout).map((run) => (
        <DrillRun key={run.name} run={run} layout={layout} y={y + run.y} />
      ))}
    </g>
  )
}
