import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { linearScale } from '../../figures/scale.ts'
import { number } from '../../ui/format.ts'
import { Cross } from '../../figures/Cross.tsx'
import { seconds } from './describe.ts'
import styles from './Figure.module.css'
import { Guess } from './Guess.tsx'
import { type LaneLayout, usersY } from './layout.ts'
import { type Life, livesOf } from './lives.ts'
import { MarkKey } from './MarkKey.tsx'
import { type GuessMark, guessedStretch, type HaFtModel, type Lane } from './model.ts'
import { RequestMark, seenOf } from './RequestMark.tsx'
import { StretchBar } from './StretchBar.tsx'
import { figureText, figureTextWidth } from '../../figures/figure-text.ts'

interface Props {
  readonly model: HaFtModel
  readonly lane: Lane
  readonly layout: LaneLayout
  readonly guess: GuessMark | undefined
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
  const stretches =
    lane.design === 'active-passive'
      ? lane.report.stretches.filter(({ server }) => server === index)
      : []
  const alive = life.spells.filter(({ state }) => state === 'alive')
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
      {stretches.map((stretch) => (
        <StretchBar
          key={`${stretch.kind} ${stretch.fromMs}`}
          stretch={stretch}
          others={[...alive, ...stretches]}
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

/** One design: its two servers, what its users see, and the stretches without an answer. */
export function LaneDrawing({ model, lane, layout, guess }: Props) {
  const { lengthMs } = model
  const x = linearScale([0, lengthMs], layout.axis)
  const top = layout.lanes[lane.design === 'lockstep' ? 1 : 0]
  const rowY = (index: number) => top + layout.head + index * layout.pitch
  const users = usersY(layout, top)
  const { report, outages } = lane
  const [from, to] = layout.axis
  const count = (value: number) => number(getLocale(), value)
  const summary = m.haft_failed_of({
    failed: count(report.failed),
    all: count(report.fates.length),
  })
  const title = lane.design === 'lockstep' ? m.haft_tolerant() : m.haft_available()
  const stacked = layout.width < 600
  const guessed = guess && guessedStretch(model, guess)
  const seen = report.fates.map((fate) => ({ ...fate, mark: seenOf(fate) }))
  return (
    <g>
      <text x={stacked ? 0 : from} y={top + 16} className={figureText('strong')}>
        {title}
      </text>
      <text
        x={stacked ? 0 : to}
        y={top + (stacked ? 36 : 16)}
        textAnchor={stacked ? 'start' : 'end'}
        className={figureText('value', report.failed > 0 ? 'fails' : 'works')}
      >
        {summary}
      </text>
      {livesOf(lane, lengthMs).map((life, index) => (
        <g key={index}>
          <text
            x={from - 10}
            y={rowY(index) + layout.row / 2 + 5}
            textAnchor="end"
            className={figureText('strong')}
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
        <text x={from - 10} y={users + 5} textAnchor="end" className={figureText('soft')}>
          {m.haft_user()}
        </text>
      )}
      {guessed && (
        <Guess
          stretch={guessed}
          x={x}
          y={users}
          words={stacked ? { x: to, y: top + 36 } : { x: x(guessed.fromMs) - 8, y: users + 31 }}
        />
      )}
      {seen.map(({ request, bornMs, mark }) => (
        <RequestMark key={request} seen={mark} x={x(bornMs)} y={users} r={layout.mark} />
      ))}
      <MarkKey seen={new Set(seen.map(({ mark }) => mark))} x={stacked ? 0 : from} y={users + 52} />
      {outages.map((outage) => {
        const [start, end] = [x(outage.fromMs), x(outage.toMs)]
        const forever = lane.design === 'lockstep'
        const full = forever
          ? m.haft_never()
          : m.haft_no_answer({ seconds: seconds(outage.toMs - outage.fromMs) })
        const words = outages.length === 1 ? full : seconds(outage.toMs - outage.fromMs)
        const half = figureTextWidth(words) / 2
        const middle = Math.min(to - half, Math.max(from + half, (start + end) / 2))
        return (
          <g key={outage.fromMs}>
            <path d={`M${start} ${users + 12}v6H${end}v-6`} className={styles['outage']} />
            <text x={middle} y={users + 34} textAnchor="middle" className={figureText('fails')}>
              {words}
            </text>
          </g>
        )
      })}
      {outages.length === 0 && (
        <text x={to} y={users + 30} textAnchor="end" className={figureText('works')}>
          {m.haft_masked()}
        </text>
      )}
    </g>
  )
}
