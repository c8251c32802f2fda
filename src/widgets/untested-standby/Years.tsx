import * as m from '#messages/messages.js'
import { useId } from 'react'
import { figureText, figureTextWidth } from '../../figures/figure-text.ts'
import figures from '../../figures/figures.module.css'
import { Cross } from '../../figures/Cross.tsx'
import { IntervalBar } from '../../figures/IntervalBar.tsx'
import { linearScale } from '../../figures/scale.ts'
import { Claims } from './Claims.tsx'
import { plain, shareText, unused } from './describe.ts'
import { Hatch } from '../../figures/Hatch.tsx'
import { type Hidden, SHOWN_DAYS } from './history.ts'
import { DAYS_PER_YEAR, type GuessMark, type UntestedModel } from './model.ts'

interface Props {
  readonly model: UntestedModel
  readonly guess: GuessMark | undefined
  readonly width: number
}

const LANES = { failovers: 44, standby: 98, tests: 152 }
const HEIGHT = 34
const AXIS = 206
const SHARE = 252
/** Tests closer than this are one grey band. */
const APART = 4
/** Room that a word at a failover takes. */
const WORD = 46

/** What was found out, and how: said under the bar where it has room. */
const foundText = ({ found }: Hidden) =>
  found === 'test'
    ? m.untested_found_test()
    : found === 'failover'
      ? m.untested_found_failover()
      : m.untested_dead_short()

/** Three years on one time axis, the share that chance settles to, and what may be claimed. */
export function Years({ model, guess, width }: Props) {
  const { history, values } = model
  const left = width < 400 ? 78 : 92
  const right = width - 8
  const x = linearScale([0, SHOWN_DAYS], [left, right])
  const testsApart = x(values.interval) - x(0) >= APART
  const lane = (text: string, y: number) => (
    <text x={left - 10} y={y + HEIGHT / 2 + 5} textAnchor="end" className={figureText()}>
      {text}
    </text>
  )
  const none = (text: string, y: number) => (
    <text x={(left + right) / 2} y={y + 22} textAnchor="middle" className={figureText('soft')}>
      {text}
    </text>
  )
  return (
    <svg viewBox={`0 0 ${width} 436`} aria-hidden="true">
      {[0, 1, 2, 3].map((year) => (
        <g key={year}>
          <line
            x1={x(year * DAYS_PER_YEAR)}
            x2={x(year * DAYS_PER_YEAR)}
            y1={30}
            y2={AXIS - 14}
            className={figures['grid']}
          />
          {year < 3 && (
            <text
              x={x((year + 0.5) * DAYS_PER_YEAR)}
              y={AXIS}
              textAnchor="middle"
              className={figureText('soft')}
            >
              {m.untested_year({ year: plain(year + 1) })}
            </text>
          )}
        </g>
      ))}
      {lane(m.untested_lane_failovers(), LANES.failovers)}
      {history.failovers.length === 0 && none(m.untested_no_failover(), LANES.failovers)}
      {history.failovers.map(({ at, works }) => (
        <Failover
          key={at}
          x={x(at)}
          works={works}
          crowded={history.failovers.some(
            (other) => other.at !== at && Math.abs(x(other.at) - x(at)) < WORD,
          )}
          ends={[left, right]}
        />
      ))}
      {lane(m.untested_lane_standby(), LANES.standby)}
      <IntervalBar
        at={{ x: left, y: LANES.standby, width: right - left, height: HEIGHT }}
        tone="holds"
        words={history.hidden.length === 0 ? [m.untested_ready()] : []}
      />
      {history.hidden.map((each) => (
        <IntervalBar
          key={each.from}
          at={{
            x: x(each.from),
            y: LANES.standby,
            width: Math.max(1, x(each.to) - x(each.from)),
            height: HEIGHT,
          }}
          tone="fails"
          words={[
            `${m.untested_dead()}: ${foundText(each)}`,
            foundText(each),
            m.untested_dead(),
            m.untested_dead_short(),
          ]}
        />
      ))}
      {lane(m.untested_lane_tests(), LANES.tests)}
      {history.tests.length === 0 && none(m.untested_no_test(), LANES.tests)}
      {testsApart ? (
        history.tests.map((at) => (
          <line
            key={at}
            x1={x(at)}
            x2={x(at)}
            y1={LANES.tests + 4}
            y2={LANES.tests + 28}
            stroke="var(--ink)"
            strokeWidth="2"
          />
        ))
      ) : (
        <IntervalBar
          at={{ x: left, y: LANES.tests + 3, width: right - left, height: 28 }}
          tone="waits"
          words={[m.untested_each_day()]}
        />
      )}
      <Share model={model} guess={guess} width={width} />
      <Claims interval={values.interval} width={width} y={334} />
    </svg>
  )
}

interface FailoverProps {
  readonly x: number
  readonly works: boolean
  /** Another one is so near that words would meet. */
  readonly crowded: boolean
  readonly ends: readonly [left: number, right: number]
}

/** A failover: a dot where the standby took over, a cross where it was dead. */
function Failover({ x, works, crowded, ends }: FailoverProps) {
  const y = LANES.failovers + HEIGHT / 2
  return (
    <g>
      <line x1={x} x2={x} y1={y + 10} y2={LANES.standby} className={figures['baseline']} />
      {works ? <circle cx={x} cy={y} r="6" fill="var(--healthy)" /> : <Cross x={x} y={y} r={7} />}
      {!crowded && (
        <text
          x={Math.max(ends[0], Math.min(x, ends[1] - WORD / 2))}
          y={y - 14}
          textAnchor="middle"
          className={`${figureText(works ? 'works' : 'fails', 'halo')}`}
        >
          {works ? m.untested_works() : m.untested_fails()}
        </text>
      )}
    </g>
  )
}

/** The share of failovers that find it dead, of all of them, with the reader's guess. */
function Share({ model, guess, width }: Props) {
  const hatch = useId()
  const length = width - 16
  const { dead } = model.current
  const text = shareText(dead)
  return (
    <g>
      <Hatch id={hatch} />
      <text x="8" y={SHARE - 8} className={figureText('soft')}>
        {unused(model) ? m.untested_time_title() : m.untested_share_title()}
      </text>
      <rect
        x="8"
        y={SHARE}
        width={length}
        height="22"
        fill="var(--healthy-tint)"
        stroke="var(--healthy)"
      />
      <rect x="8" y={SHARE} width={dead * length} height="22" fill="var(--failed)" />
      <text
        x={8 + Math.min(dead * length + 8, length - figureTextWidth(text))}
        y={SHARE + 16}
        className={`${figureText('strong', 'value')}`}
      >
        {text}
      </text>
      {guess !== undefined && (
        <g>
          <rect
            x="8"
            y={SHARE + 25}
            width={guess * length}
            height="12"
            fill={`url(#${hatch})`}
            stroke="var(--guess)"
            strokeWidth="1.6"
          />
          <text x={14 + guess * length} y={SHARE + 37} className={figureText('strong', 'guessed')}>
            {m.untested_guess()}
          </text>
        </g>
      )}
    </g>
  )
}
