import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { useId } from 'react'
import { figureText, figureTextWidth } from '../../figures/figure-text.ts'
import figures from '../../figures/figures.module.css'
import { linearScale } from '../../figures/scale.ts'
import { HOURS_PER_YEAR } from '../../reliability/downtime.ts'
import { nines } from '../../reliability/nines.ts'
import { fromUnreliability } from '../../reliability/probability.ts'
import { duration, number } from '../../ui/format.ts'
import styles from './Figure.module.css'
import type { DomainsLayout } from './layout.ts'
import type { DomainsModel, GuessMark } from './model.ts'
import { ninesText, whole } from './words.ts'

interface Props {
  readonly model: DomainsModel
  readonly guess: GuessMark | undefined
  readonly layout: DomainsLayout
}

/** As far as it goes; what has more nines stands at the end. */
const MOST = 18

/** So many nines leave some microseconds a year; nobody wants to read of less. */
const FINEST = 12

/** A difference that can be seen on the axis. */
const SEEN = 0.05

const ROW = 27

/** The unavailability that leaves so many nines. */
const lacking = (count: number): number => 10 ** -count

/** The claim, the truth and the simulation on one axis of nines. */
export function Ruler({ model, guess, layout }: Props) {
  const hatch = useId()
  const { left, axis, y } = layout.ruler
  const { exact, independent, simulated } = model
  const claim = nines(independent)
  const truth = nines(exact)
  const most = Math.min(MOST, Math.max(10, 2 * Math.ceil((Math.min(claim, MOST) + 0.3) / 2)))
  const at = linearScale([0, most], axis)
  const x = (count: number) => at(Math.min(count, most))
  const rows = [m.domains_row_independent(), m.domains_row_exact(), m.domains_row_simulated()]
  const rowY = (index: number) => y + 26 + index * ROW
  const foot = rowY(2) + 16
  const every = most > 12 ? 3 : 2
  const ticks = Array.from({ length: Math.floor(most / every) + 1 }, (_, index) => index * every)
  const [from, to] = [simulated.interval.upper, simulated.interval.lower].map((side) =>
    x(nines(fromUnreliability(side))),
  )
  const start = from ?? 0
  const width = Math.max(3, (to ?? start) - start)
  const missing = claim - truth
  /** To the right of a mark, or to its left where that is the edge. */
  const beside = (mark: number, words: string) =>
    mark + 13 + figureTextWidth(words) <= layout.ruler.right
      ? ({ x: mark + 13, textAnchor: 'start' } as const)
      : ({ x: mark - 12, textAnchor: 'end' } as const)
  const lacks = Number.isFinite(missing) && missing >= SEEN
  const gap = lacks ? m.domains_gap({ count: number(getLocale(), missing, 2) }) : m.domains_no_gap()
  const half = figureTextWidth(gap) / 2
  const middle = x(claim) / 2 + x(truth) / 2
  const gapX = Math.min(axis[1] - half, Math.max(axis[0] + half, middle))
  return (
    <g>
      <defs>
        <pattern
          id={hatch}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" fill="var(--guess-tint)" />
          <line x1="0" x2="0" y1="0" y2="6" stroke="var(--guess)" strokeWidth="2" />
        </pattern>
      </defs>
      {ticks.map((tick) => {
        const { value, unit } = duration(getLocale(), HOURS_PER_YEAR * lacking(tick), 2)
        const labelled = tick > 0 && tick <= FINEST && (!layout.narrow || tick % (2 * every) === 0)
        return (
          <g key={tick}>
            <line x1={at(tick)} x2={at(tick)} y1={y + 8} y2={foot} className={figures['grid']} />
            <text x={at(tick)} y={foot + 16} textAnchor="middle" className={figureText('value')}>
              {whole(tick)}
            </text>
            {labelled && (
              <text
                x={tick === most ? layout.ruler.right : at(tick)}
                y={foot + 35}
                textAnchor={tick === most ? 'end' : 'middle'}
                className={figureText('soft')}
              >
                {`${value} ${unit}`}
              </text>
            )}
          </g>
        )
      })}
      <text x={left} y={foot + 16} className={figureText('soft')}>
        {m.domains_ruler()}
      </text>
      {guess && (
        <rect
          x={x(guess[0])}
          y={y + 8}
          width={x(guess[1]) - x(guess[0])}
          height={foot - y - 8}
          fill={`url(#${hatch})`}
          className={styles['guess']}
        />
      )}
      {rows.map((name, index) => (
        <text key={name} x={left} y={rowY(index) + 5} className={figureText('soft')}>
          {name}
        </text>
      ))}
      {lacks && (
        <path
          d={`M${x(claim)} ${rowY(0)}H${x(truth)}V${rowY(1)}`}
          fill="none"
          className={styles['gap']}
        />
      )}
      <text
        x={gapX}
        y={y + 4}
        textAnchor="middle"
        className={figureText(lacks ? 'fails' : 'works', 'halo')}
      >
        {gap}
      </text>
      <circle cx={x(claim)} cy={rowY(0)} r="6" className={styles['claim']} />
      <text
        {...beside(x(claim), ninesText(independent))}
        y={rowY(0) + 5}
        className={figureText('halo')}
      >
        {ninesText(independent)}
      </text>
      <circle cx={x(truth)} cy={rowY(1)} r="6.5" className={styles['exact']} />
      <text
        {...beside(x(truth), ninesText(exact))}
        y={rowY(1) + 5}
        className={figureText('strong', 'halo')}
      >
        {ninesText(exact)}
      </text>
      <rect
        x={Math.min(start, axis[1] - 3)}
        y={rowY(2) - 6}
        width={Math.min(width, axis[1] - Math.min(start, axis[1] - 3))}
        height="12"
        className={styles['simulated']}
      />
      {guess && (
        <text
          x={(x(guess[0]) + x(guess[1])) / 2}
          y={rowY(2) + 5}
          textAnchor="middle"
          className={figureText('guessed', 'halo')}
        >
          {m.domains_guess()}
        </text>
      )}
    </g>
  )
}
