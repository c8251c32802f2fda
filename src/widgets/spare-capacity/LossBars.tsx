import * as m from '#messages/messages.js'
import { useId } from 'react'
import { figureText } from '../../figures/figure-text.ts'
import figures from '../../figures/figures.module.css'
import { linearScale } from '../../figures/scale.ts'
import { count, share, toneAt } from './describe.ts'
import styles from './Figure.module.css'
import { Hatch } from '../../figures/Hatch.tsx'
import type { Loss, SpareModel } from './model.ts'
import type { GuessMark } from './prediction.ts'

interface Props {
  readonly model: SpareModel
  readonly guess: GuessMark | undefined
  readonly width: number
}

const HEIGHT = 300
const TOP = 58
const FLOOR = HEIGHT - 46
/** Room for half a number above the first bar. */
const LEFT = 20
/** Room for the names of the lines, beside the bars. */
const MARGIN = 118
/** Beyond this a bar only says that it goes on. */
const HIGHEST = 2

/** Room for a number over a bar: above a line that would strike it. */
const numberOver = (top: number, lines: readonly number[]) =>
  lines.reduce((at, line) => (at - 14 < line && line < at + 4 ? line - 6 : at), top - 6)

/** What each server that is left is asked for, by how many are missing. */
export function LossBars({ model, guess, width }: Props) {
  const hatch = useId()
  const { losses, values, out } = model
  const y = linearScale([0, HIGHEST], [FLOOR, TOP])
  const pitch = (width - LEFT - MARGIN) / losses.length
  const bar = Math.min(54, pitch - 6)
  const middle = (at: number) => LEFT + pitch * (at + 0.5)
  return (
    <svg viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
      <Hatch id={hatch} />
      <text x="4" y="16" className={figureText('soft')}>
        {m.spare_plot_title()}
      </text>
      {guess !== undefined && losses.length > 1 && (
        <rect
          x={middle(1) - bar / 2 - 5}
          y={y(Math.min(HIGHEST, guess))}
          width={bar + 10}
          height={FLOOR - y(Math.min(HIGHEST, guess))}
          fill={`url(#${hatch})`}
          stroke="var(--guess)"
          strokeWidth="1.6"
        />
      )}
      {losses.map((loss) => (
        <LossBar
          key={loss.out}
          {...{ loss, bar, y, target: values.target, now: loss.out === out }}
          x={middle(loss.out)}
          small={pitch < 48}
        />
      ))}
      <path d={`M0 ${y(1)}H${width}`} className={styles['full']} />
      <text x={width} y={y(1) - 7} textAnchor="end" className={figureText('fails', 'halo')}>
        {m.spare_plot_full()}
      </text>
      {values.target < 1 && (
        <>
          <path d={`M0 ${y(values.target)}H${width}`} className={styles['limit']} />
          <text x={width} y={y(values.target) + 17} textAnchor="end" className={figureText('halo')}>
            {m.spare_plot_target({ target: share(values.target) })}
          </text>
        </>
      )}
      <path d={`M0 ${FLOOR}H${width}`} className={figures['grid']} />
      <text
        x={(width - MARGIN) / 2}
        y={HEIGHT - 6}
        textAnchor="middle"
        className={figureText('soft')}
      >
        {m.spare_plot_missing()}
      </text>
    </svg>
  )
}

interface BarProps {
  readonly loss: Loss
  readonly x: number
  readonly y: (share: number) => number
  readonly bar: number
  readonly target: number
  readonly now: boolean
  readonly small: boolean
}

function LossBar({ loss: { out, perSurvivor }, x, y, bar, target, now, small }: BarProps) {
  const height = Math.min(HIGHEST, perSurvivor)
  const top = y(height)
  const tone = toneAt(perSurvivor, target)
  return (
    <g>
      <rect
        x={x - bar / 2}
        y={top}
        width={bar}
        height={FLOOR - top}
        className={`${styles[tone]} ${now ? '' : styles['other']}`}
      />
      {perSurvivor > HIGHEST && (
        <path
          d={`M${x - bar / 2 - 2} ${top + 16}l${bar + 4} -8`}
          stroke="var(--raised)"
          strokeWidth="5"
        />
      )}
      {(now || !small) && (
        <text
          x={x}
          y={numberOver(top, [y(target), y(1)])}
          textAnchor="middle"
          className={figureText('value', 'halo', ...(now ? ['strong'] : []))}
        >
          {share(perSurvivor)}
        </text>
      )}
      <text
        x={x}
        y={FLOOR + 18}
        textAnchor="middle"
        className={figureText('value', ...(now ? ['strong'] : []))}
      >
        {now && !small ? `▸${count(out)}` : count(out)}
      </text>
    </g>
  )
}
