import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import figures from '../../figures/figures.module.css'
import { linearScale } from '../../figures/scale.ts'
import type { Fate, Stretch } from '../../systems/traffic/report.ts'
import { number } from '../../ui/format.ts'
import { seconds } from './describe.ts'
import styles from './Figure.module.css'
import type { LaneLayout } from './layout.ts'
import type { GuessMark, HaFtModel, Lane } from './model.ts'
import { type Life, livesOf } from './lives.ts'

interface Props {
  readonly model: HaFtModel
  readonly lane: Lane
  readonly layout: LaneLayout
  readonly guess: GuessMark | undefined
}

const text = (...names: readonly string[]) =>
  ['text', ...names].map((name) => figures[name]).join(' ')

/** About as wide as these words are in a figure, generously. */
const widthOf = (words: string) => words.length * 7.6 + 8

const LABELS = {
  detecting: m.haft_detecting,
  deciding: m.haft_deciding,
  promoting: m.haft_promoting,
  warming: m.haft_warming,
} as const

/** A stretch of time as a bar with its length written on it, as far as that has room. */
function Bar({
  stretch,
  x,
  y,
  height,
  lengthMs,
}: {
  readonly stretch: Stretch
  readonly x: (ms: number) => number
  readonly y: number
  readonly height: number
  readonly lengthMs: number
}) {
  const from = x(stretch.fromMs)
  const width = x(Math.min(stretch.toMs, lengthMs)) - from
  const took = seconds(Math.min(stretch.toMs, lengthMs) - stretch.fromMs)
  const full = m.haft_stretch({ what: LABELS[stretch.kind](), seconds: took })
  const words = [full, took].find((each) => widthOf(each) <= width)
  if (width <= 0) return null
  return (
    <g>
      <rect
        x={from}
        y={y}
        width={width}
        height={height}
        rx="3"
        className={styles[stretch.kind === 'detecting' ? 'unnoticed' : 'phase']}
      />
      {words && (
        <text x={from + width / 2} y={y + height / 2 + 5} textAnchor="middle" className={text()}>
          {words}
        </text>
      )}
    </g>
  )
}

function Cross({ x, y, r }: { readonly x: number; readonly y: number; readonly r: number }) {
  return (
    <path
      d={`M${x - r} ${y - r}L${x + r} ${y + r}M${x - r} ${y + r}L${x + r} ${y - r}`}
      className={styles['cross']}
    />
  )
}

/** A server through time: alive, waiting or dead, and the requests it worked on. */
function ServerRow({
  life,
  lane,
  index,
  x,
  y,
  layout,
  lengthMs,
}: {
  readonly life: Life
  readonly lane: Lane
  readonly index: number
  readonly x: (ms: number) => number
  readonly y: number
  readonly layout: LaneLayout
  readonly lengthMs: number
}) {
  const { row } = layout
  const slot = (row - 6) / 3
  return (
    <g>
      {life.spells.map(({ state, fromMs, toMs }) => (
        <rect
          key={`${state} ${fromMs}`}
          x={x(fromMs)}
          y={y}
          width={Math.max(0, x(Math.min(toMs, lengthMs)) - x(fromMs))}
          height={row}
          rx="3"
          className={styles[state]}
        />
      ))}
      {life.work.map(({ request, fromMs, toMs, broken }) => (
        <rect
          key={`${request} ${fromMs}`}
          x={x(fromMs)}
          y={y + 3 + (request % 3) * slot}
          width={Math.max(0.5, x(Math.min(toMs, lengthMs)) - x(fromMs))}
          height={slot - 2}
          rx="1.5"
          className={styles[broken ? 'broken' : 'work']}
        />
      ))}
      {lane.design === 'active-passive' &&
        lane.report.stretches
          .filter(({ server }) => server === index)
          .map((stretch) => (
            <Bar
              key={`${stretch.kind} ${stretch.fromMs}`}
              stretch={stretch}
              x={x}
              y={y}
              height={row}
              lengthMs={lengthMs}
            />
          ))}
      {life.deaths.map((atMs) => (
        <Cross key={atMs} x={x(atMs)} y={y + row / 2} r={6} />
      ))}
    </g>
  )
}

/** What the one who sent a request saw of it. */
function Mark({
  fate,
  x,
  y,
  r,
}: {
  readonly fate: Fate
  readonly x: number
  readonly y: number
  readonly r: number
}) {
  if (fate.outcome === 'failed') return <Cross x={x} y={y} r={r} />
  if (fate.lost)
    return (
      <g>
        <circle cx={x} cy={y} r={r} className={styles['lost']} />
        <line x1={x - r} x2={x + r} y1={y + r} y2={y - r} className={styles['lost']} />
      </g>
    )
  if (fate.outcome === 'open')
    return <circle cx={x} cy={y} r={r * 0.6} className={styles['retried']} />
  return <circle cx={x} cy={y} r={r} className={styles[fate.attempts > 1 ? 'retried' : 'served']} />
}

/** One design: its two servers, what its users see, and the stretches without an answer. */
export function LaneDrawing({ model, lane, layout, guess }: Props) {
  const { lengthMs } = model
  const x = linearScale([0, lengthMs], layout.axis)
  const top = layout.lanes[lane.design === 'lockstep' ? 1 : 0]
  const rowY = (index: number) => top + layout.head + index * layout.pitch
  const usersY = rowY(2) + 8
  const { report, outages } = lane
  const [from, to] = layout.axis
  const count = (value: number) => number(getLocale(), value)
  const summary = m.haft_failed_of({
    failed: count(report.failed),
    all: count(report.fates.length),
  })
  const title = lane.design === 'lockstep' ? m.haft_tolerant() : m.haft_available()
  const stacked = layout.width < 600
  return (
    <g>
      <text x={stacked ? 0 : from} y={top + 16} className={text('strong')}>
        {title}
      </text>
      <text
        x={stacked ? 0 : to}
        y={top + (stacked ? 36 : 16)}
        textAnchor={stacked ? 'start' : 'end'}
        className={text('value', report.failed > 0 ? 'fails' : 'works')}
      >
        {summary}
      </text>
      {livesOf(lane, lengthMs).map((life, index) => (
        <g key={index}>
          <text
            x={from - 10}
            y={rowY(index) + layout.row / 2 + 5}
            textAnchor="end"
            className={text('strong')}
          >
            {'AB'.charAt(index)}
          </text>
          <ServerRow
            life={life}
            lane={lane}
            index={index}
            x={x}
            y={rowY(index)}
            layout={layout}
            lengthMs={lengthMs}
          />
        </g>
      ))}
      {!stacked && (
        <text x={from - 10} y={usersY + 5} textAnchor="end" className={text('soft')}>
          {m.haft_user()}
        </text>
      )}
      {guess && model.struckMs !== undefined && (
        <g>
          <defs>
            <pattern id="haft-hatch" width="6" height="6" patternUnits="userSpaceOnUse">
              <path d="M0 6L6 0" stroke="var(--guess)" strokeWidth="1.2" />
            </pattern>
          </defs>
          <rect
            x={x(model.struckMs)}
            y={usersY - 9}
            width={Math.max(
              2,
              x(Math.min(lengthMs, model.struckMs + guess.forMs)) - x(model.struckMs),
            )}
            height="18"
            rx="4"
            className={styles['guess']}
          />
          <text
            x={x(model.struckMs) - 8}
            y={usersY + 31}
            textAnchor="end"
            className={text('guessed')}
          >
            {m.haft_guess()}
          </text>
        </g>
      )}
      {report.fates.map((fate) => (
        <Mark key={fate.request} fate={fate} x={x(fate.bornMs)} y={usersY} r={layout.mark} />
      ))}
      {outages.map((outage) => {
        const [start, end] = [x(outage.fromMs), x(outage.toMs)]
        const forever = outage.toMs === lengthMs
        const full = forever
          ? m.haft_never()
          : m.haft_no_answer({ seconds: seconds(outage.toMs - outage.fromMs) })
        const words = outages.length === 1 ? full : seconds(outage.toMs - outage.fromMs)
        const half = widthOf(words) / 2
        const middle = Math.min(to - half, Math.max(half, (start + end) / 2))
        return (
          <g key={outage.fromMs}>
            <path d={`M${start} ${usersY + 12}v6H${end}v-6`} className={styles['outage']} />
            <text x={middle} y={usersY + 34} textAnchor="middle" className={text('fails')}>
              {words}
            </text>
          </g>
        )
      })}
      {outages.length === 0 && (
        <text x={to} y={usersY + 30} textAnchor="end" className={text('works')}>
          {m.haft_masked()}
        </text>
      )}
    </g>
  )
}
