import * as m from '#messages/messages.js'
import { line } from 'd3-shape'
import { useId } from 'react'
import { figureText } from '../../figures/figure-text.ts'
import figures from '../../figures/figures.module.css'
import { Fitted } from '../../figures/Fitted.tsx'
import { linearScale, logScale } from '../../figures/scale.ts'
import type { FigureProps } from '../../frame/contract.ts'
import { LONGEST_MS, type Timeouts } from '../../systems/raft/election-times.ts'
import { LATE } from './describe.ts'
import styles from './Figure.module.css'
import { type ElectionTimeLayout, heightOf, narrow, rowAt, wide } from './layout.ts'
import { type ElectionTimeModel, type Elections, idOf, isEndless, within } from './model.ts'
import { STEP, TRIALS } from './ranges.ts'
import { rowName, share, time } from './words.ts'

export type GuessMark = Timeouts

const SHORTEST_MS = 10
const DECADES = [10, 100, 1000, 10_000, 100_000]
const SHARES = [0, 0.5, 1]

const tenth = (value: number): number => Math.round(value * 10) / 10

interface Props {
  readonly model: ElectionTimeModel
  readonly guess: GuessMark | undefined
  readonly layout: ElectionTimeLayout
}

type Scale = (value: number) => number

/** What share of the clusters is led again after which time. */
function Curves({ model, layout, x }: Props & { readonly x: Scale }) {
  const { family, chosen } = model
  const [top, floor] = layout.plot
  const [left, right] = layout.axis
  const y = linearScale([0, 1], [floor, top])
  const path = line<readonly [number, number]>()
    .x(([ms]) => tenth(x(ms)))
    .y(([, part]) => tenth(y(part)))
  const d = ({ leastMs, ms }: Elections) =>
    path([[leastMs, 0], ...ms.map((one, at) => [one, ((at + 1) * STEP) / TRIALS] as const)]) ?? ''
  const others = family.filter((one) => one !== chosen && !isEndless(one))
  return (
    <g>
      {SHARES.map((part) => (
        <g key={part}>
          <line x1={left} x2={right} y1={y(part)} y2={y(part)} className={figures['grid']} />
          <text
            x={left - 10}
            y={y(part) + 5}
            textAnchor="end"
            className={figureText('value', 'soft')}
          >
            {share(part)}
          </text>
        </g>
      ))}
      {others.map((one) => (
        <path key={idOf(one)} d={d(one)} className={styles['curve']} />
      ))}
      {isEndless(chosen) ? (
        <text
          x={(left + right) / 2}
          y={y(0.5) + 28}
          textAnchor="middle"
          className={figureText('fails', 'strong', 'halo')}
        >
          {m.election_time_never({ time: time(LONGEST_MS) })}
        </text>
      ) : (
        <g>
          <path d={d(chosen)} className={styles['chosen']} />
          <text
            x={tenth(x(within(chosen, 0.5))) + 14}
            y={y(0.5) + 22}
            className={figureText('works', 'strong', 'halo')}
          >
            {rowName(chosen)}
          </text>
        </g>
      )}
      <text x={right} y={top - 10} textAnchor="end" className={figureText('soft')}>
        {m.election_time_others({
          group: family === model.spreads ? m.election_time_spread() : m.election_time_shrink(),
        })}
      </text>
    </g>
  )
}

/** One range of timeouts: from the shortest time to the one that few exceed. */
function Row({
  elections,
  chosen,
  y,
  x,
  layout,
}: {
  readonly elections: Elections
  readonly chosen: boolean
  readonly y: number
  readonly x: Scale
  readonly layout: ElectionTimeLayout
}) {
  const [from, half, to] = [elections.leastMs, within(elections, 0.5), within(elections, LATE)]
  return (
    <g>
      <text
        x={layout.names}
        y={y + 5}
        textAnchor="end"
        className={figureText(...(chosen ? ['strong'] : []))}
      >
        {rowName(elections)}
      </text>
      {isEndless(elections) ? (
        <text
          x={layout.axis[1] - 8}
          y={y + 5}
          textAnchor="end"
          className={figureText('fails', 'halo')}
        >
          {m.election_time_never({ time: time(LONGEST_MS) })}
        </text>
      ) : (
        <>
          <rect
            x={tenth(x(from))}
            y={y - 7}
            width={tenth(x(to) - x(from))}
            height="14"
            rx="2"
            className={styles['bar']}
            data-chosen={chosen}
          />
          <line
            x1={tenth(x(half))}
            x2={tenth(x(half))}
            y1={y - 9}
            y2={y + 9}
            className={styles['half']}
          />
          <text x={tenth(x(to)) + 8} y={y + 5} className={figureText('value', 'soft')}>
            {time(half)}
          </text>
        </>
      )}
    </g>
  )
}

/** The reader's own range, hatched at its row. */
function Guess({ y, layout }: { readonly y: number; readonly layout: ElectionTimeLayout }) {
  const id = useId()
  const [left, right] = layout.axis
  return (
    <g>
      <defs>
        <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse">
          <path d="M0 7L7 0" stroke="var(--guess)" strokeWidth="1.4" />
        </pattern>
      </defs>
      <rect
        x={left}
        y={y - 11}
        width={right - left}
        height="22"
        fill={`url(#${id})`}
        className={styles['guess']}
      />
      <text x={right - 6} y={y + 5} textAnchor="end" className={figureText('guessed', 'halo')}>
        {m.election_time_guess()}
      </text>
    </g>
  )
}

function Drawing({ model, guess, layout }: Props) {
  const { spreads, scales, chosen } = model
  const [left, right] = layout.axis
  const x = logScale([SHORTEST_MS, LONGEST_MS], layout.axis)
  const groups = [
    { id: 'spread', name: m.election_time_spread(), first: 0, rows: spreads },
    { id: 'shrink', name: m.election_time_shrink(), first: spreads.length, rows: scales },
  ]
  const count = spreads.length + scales.length
  const bottom = rowAt(layout, 1, count - 1) + 14
  const guessed = groups.flatMap(({ rows, first }, group) =>
    rows.flatMap((one, index) =>
      guess && group === 0 && idOf(one) === idOf(guess)
        ? [rowAt(layout, group, first + index)]
        : [],
    ),
  )[0]
  return (
    <svg viewBox={`0 0 ${layout.width} ${heightOf(layout, count)}`} aria-hidden="true">
      <text x="0" y="16" className={figureText('soft')}>
        {m.election_time_up()}
      </text>
      {DECADES.map((ms, index) => (
        <g key={ms}>
          <line
            x1={x(ms)}
            x2={x(ms)}
            y1={layout.plot[0]}
            y2={layout.plot[1]}
            className={figures['grid']}
          />
          <line
            x1={x(ms)}
            x2={x(ms)}
            y1={rowAt(layout, 0, 0) - 14}
            y2={bottom}
            className={figures['grid']}
          />
          {(!layout.narrow || index % 2 === 0) && (
            <text
              x={x(ms)}
              y={layout.plot[1] + 22}
              textAnchor={index === DECADES.length - 1 ? 'end' : 'middle'}
              className={figureText('value', 'soft')}
            >
              {time(ms)}
            </text>
          )}
        </g>
      ))}
      <text
        x={(left + right) / 2}
        y={layout.plot[1] + 44}
        textAnchor="middle"
        className={figureText('soft')}
      >
        {m.election_time_across()}
      </text>
      <Curves model={model} guess={guess} layout={layout} x={x} />
      {groups.map(({ id, name, first, rows }, group) => (
        <g key={id}>
          <text
            x={layout.names}
            y={rowAt(layout, group, first) - 20}
            textAnchor="end"
            className={figureText('soft')}
          >
            {name}
          </text>
          {rows.map((one, index) => (
            <Row
              key={idOf(one)}
              elections={one}
              chosen={one === chosen}
              y={rowAt(layout, group, first + index)}
              x={x}
              layout={layout}
            />
          ))}
        </g>
      ))}
      {guessed !== undefined && <Guess y={guessed} layout={layout} />}
      <text x={layout.keys[0]} y={bottom + 26} className={figureText('soft')}>
        {m.election_time_key_bar({ share: share(LATE) })}
      </text>
      <text
        x={layout.keys[1]}
        y={bottom + (layout.narrow ? 48 : 26)}
        className={figureText('soft')}
      >
        {m.election_time_key_line()}
      </text>
    </svg>
  )
}

/** How long elections take, for ranges of timeouts: after figure 16 of the paper, from our own runs. */
export const ElectionTimeFigure = ({ model, guess }: FigureProps<ElectionTimeModel, GuessMark>) => (
  <Fitted
    wide={<Drawing model={model} guess={guess} layout={wide} />}
    narrow={<Drawing model={model} guess={guess} layout={narrow} />}
  />
)
