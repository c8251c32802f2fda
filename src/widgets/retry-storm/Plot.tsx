import * as m from '#messages/messages.js'
import { useId } from 'react'
import { figureText, figureTextWidth } from '../../figures/figure-text.ts'
import { IntervalBar } from '../../figures/IntervalBar.tsx'
import { linearScale } from '../../figures/scale.ts'
import { peakRate } from './describe.ts'
import styles from './Figure.module.css'
import { CAPACITY, LENGTH_MS, SLICE_MS, STRUCK_MS } from './fixed.ts'
import type { StormLayout } from './layout.ts'
import type { GuessMark, StormModel } from './model.ts'
import { seconds, whole } from './words.ts'

interface Props {
  readonly model: StormModel
  readonly layout: StormLayout
  readonly guess: GuessMark | undefined
}

/** A round number at or above this one, for the top of the axis. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((step) => step * power >= value) ?? 10) * power
}

/** The trouble, and how long its echo lasts. */
function TroubleRow({ model, layout }: Omit<Props, 'guess'>) {
  const { overMs, staysMs, stuck, values } = model
  if (overMs === undefined) return null
  const x = linearScale([0, LENGTH_MS], layout.axis)
  const y = layout.trouble
  const names = {
    down: m.storm_down,
    slow: m.storm_slow,
    burst: m.storm_burst,
    chance: m.storm_burst,
  }
  const name = names[values.trouble]()
  const stays = stuck ? m.storm_never_back() : m.storm_stays({ seconds: seconds(staysMs) })
  const short = seconds(overMs - STRUCK_MS)
  // A burst lasts no time: it is a stroke, with its name beside it.
  return (
    <g>
      {overMs > STRUCK_MS ? (
        <IntervalBar
          at={{ x: x(STRUCK_MS), y, width: x(overMs) - x(STRUCK_MS), height: 24 }}
          tone="fails"
          words={[m.storm_stretch({ what: name, seconds: short }), name, short]}
        />
      ) : (
        <>
          <line
            x1={x(STRUCK_MS)}
            x2={x(STRUCK_MS)}
            y1={y}
            y2={layout.plot[1]}
            className={styles['burst']}
          />
          <text x={x(STRUCK_MS) - 7} y={y + 17} textAnchor="end" className={figureText('fails')}>
            {name}
          </text>
        </>
      )}
      {staysMs > 0 && (
        <IntervalBar
          at={{ x: x(overMs) + 2, y, width: x(overMs + staysMs) - x(overMs) - 2, height: 24 }}
          tone="limps"
          words={[stays, seconds(staysMs)]}
        />
      )}
    </g>
  )
}

/** Calls of the store by the second, first ones and retries, and what it can do. */
export function Plot({ model, layout, guess }: Props) {
  const id = useId()
  const { slices, values } = model
  const [from, to] = layout.axis
  const [top, base] = layout.plot
  const guessed = guess === undefined ? 0 : (guess * values.load * CAPACITY) / 100
  const most = roundUp(Math.max(CAPACITY * 1.25, peakRate(model), guessed))
  const x = linearScale([0, LENGTH_MS], layout.axis)
  const y = linearScale([0, most], [base, top])
  const gap = layout.stacked ? 0.6 : 2
  const title = m.storm_plot()
  const can = m.storm_can_line({ capacity: whole(CAPACITY) })
  return (
    <g>
      <TroubleRow model={model} layout={layout} />
      <text
        x={layout.stacked ? 0 : from - 10}
        y={layout.stacked ? top - 8 : top + 5}
        textAnchor={layout.stacked ? 'start' : 'end'}
        className={figureText('soft')}
      >
        {layout.stacked ? m.storm_plot_short({ count: whole(most) }) : whole(most)}
      </text>
      {!layout.stacked &&
        title.split('\n').map((line, index) => (
          <text
            key={line}
            x={from - 10}
            y={(top + base) / 2 + index * 18}
            textAnchor="end"
            className={figureText('soft')}
          >
            {line}
          </text>
        ))}
      <line x1={from} x2={to} y1={base} y2={base} className={styles['base']} />
      {slices.map(({ fromMs, first, again }) => {
        const width = x(fromMs + SLICE_MS) - x(fromMs) - gap
        return (
          <g key={fromMs}>
            <rect
              x={x(fromMs) + gap / 2}
              y={y(first + again)}
              width={width}
              height={y(first) - y(first + again)}
              className={styles['again']}
            />
            <rect
              x={x(fromMs) + gap / 2}
              y={y(first)}
              width={width}
              height={base - y(first)}
              className={styles['first']}
            />
          </g>
        )
      })}
      <line x1={from} x2={to} y1={y(CAPACITY)} y2={y(CAPACITY)} className={styles['can']} />
      <text x={from + 6} y={y(CAPACITY) - 7} className={figureText('halo')}>
        {can}
      </text>
      {guess !== undefined && (
        <g>
          <defs>
            <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse">
              <path d="M0 5L5 0" stroke="var(--guess)" strokeWidth="1.2" />
            </pattern>
          </defs>
          <rect
            x={x(STRUCK_MS)}
            y={y(guessed)}
            width={to - x(STRUCK_MS)}
            height={Math.max(3, Math.min(9, base - y(guessed)))}
            fill={`url(#${id})`}
            className={styles['guess']}
          />
          <text
            x={to - figureTextWidth(m.storm_guess())}
            y={y(guessed) - 5}
            className={figureText('guessed', 'halo')}
          >
            {m.storm_guess()}
          </text>
        </g>
      )}
    </g>
  )
}
