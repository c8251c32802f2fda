import * as m from '#messages/messages.js'
import { useId } from 'react'
import figures from '../../figures/figures.module.css'
import { linearScale, logScale } from '../../figures/scale.ts'
import { shortMoney, timeText } from './describe.ts'
import { Hatch } from '../../figures/Hatch.tsx'
import { decades, logTicks, roundTicks } from './layout.ts'
import { type GuessMark, type PriceModel, type SparesCost, spent } from './model.ts'
import { namesOf } from './names.ts'
import { SparesDot } from './SparesDot.tsx'

interface Props {
  readonly model: PriceModel
  readonly guess: GuessMark | undefined
  readonly width: number
  readonly height: number
}

const SOFT = `${figures['text']} ${figures['soft']}`
const TICK = `${figures['value']} ${figures['soft']}`

// Downtime below the lowest decade is drawn on the floor of the plot.
const place = (
  cost: SparesCost,
  x: (dollars: number) => number,
  y: (hours: number) => number,
): readonly [number, number] => [x(spent(cost)), y(cost.downHours)]

/** Downtime against what is paid, one dot for each number of spares, over the floor. */
export function TradeOff({ model, guess, width, height }: Props) {
  const hatch = useId()
  const { costs, current, least, floorHours } = model
  // Over the highest dot there is room for three rows of names.
  const [left, right, top, bottom] = [78, width - 24, 100, height - 56]
  const paid = costs.map(spent)
  const ends = [Math.min(...paid), Math.max(...paid)] as const
  const x = linearScale(ends, [left + 18, right - 8])
  const range = decades(model)
  const y = logScale(range, [bottom - 14, top])
  const points = costs.map((cost) => place(cost, x, y))
  const floor = y(floorHours)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <Hatch id={hatch} />
      <text x="4" y="16" className={SOFT}>
        {m.price_plot_y()}
      </text>
      {logTicks(range).map((tick) => (
        <g key={tick}>
          <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} className={figures['grid']} />
          <text x={left - 10} y={y(tick) + 4} textAnchor="end" fontSize="13.5" className={TICK}>
            {timeText(tick)}
          </text>
        </g>
      ))}
      {roundTicks(ends).map((tick) => (
        <text
          key={tick}
          x={Math.min(x(tick), right)}
          y={bottom + 24}
          textAnchor="middle"
          fontSize="13.5"
          className={TICK}
        >
          {shortMoney(tick)}
        </text>
      ))}
      <text x={(left + right) / 2} y={bottom + 47} textAnchor="middle" className={SOFT}>
        {m.price_plot_x()}
      </text>
      {floorHours >= range[0] && (
        <g>
          <rect
            x={left}
            y={floor}
            width={right - left}
            height={bottom - floor}
            fill="var(--failed-tint)"
          />
          <line
            x1={left}
            x2={right}
            y1={floor}
            y2={floor}
            stroke="var(--failed)"
            strokeWidth="1.6"
          />
        </g>
      )}
      <path
        d={points.map(([px, py], index) => `${index === 0 ? 'M' : 'L'}${px} ${py}`).join('')}
        fill="none"
        stroke="var(--rule-strong)"
        strokeWidth="2.4"
      />
      {costs.map((cost, index) => {
        const [px, py] = points[index] ?? [0, 0]
        return (
          <g key={cost.spares}>
            {cost.spares === guess && (
              <circle
                cx={px}
                cy={py}
                r="17"
                fill={`url(#${hatch})`}
                stroke="var(--guess)"
                strokeWidth="1.8"
              />
            )}
            <SparesDot
              x={px}
              y={py}
              spares={cost.spares}
              yours={cost.spares === current.spares}
              least={cost.spares === least.spares}
            />
            <Names {...{ cost, model, guess, right }} x={px} y={py} />
          </g>
        )
      })}
      {floorHours >= range[0] && bottom - floor >= 40 && (
        <text
          x={right - 6}
          y={Math.min(bottom - 6, floor + 34)}
          textAnchor="end"
          className={`${figures['text']} ${figures['strong']}`}
        >
          {m.price_plot_floor({ hours: timeText(floorHours) })}
        </text>
      )}
    </svg>
  )
}

interface NamesProps {
  readonly cost: SparesCost
  readonly model: PriceModel
  readonly guess: GuessMark | undefined
  readonly right: number
  readonly x: number
  readonly y: number
}

// How wide a letter of a name is at most, on average.
const LETTER = 7.8

/** The words at a dot, over it in rows so that neighbours never meet: the cheapest above yours. */
const ROW = { strong: 0, works: 1, guessed: 2 }

function Names({ cost, model, guess, right, x, y }: NamesProps) {
  return namesOf(cost.spares, model, guess).map(({ text, role }, index) => {
    const half = (text.length * LETTER) / 2
    // The curve falls from the left: where there is no room over it, there is under it.
    const below = x + 2 * half - 8 > right + 20
    return (
      <text
        key={role}
        x={below ? x - 12 : Math.max(half + 4, x + half - 8)}
        y={below ? y + 20 + 20 * index : y - 22 - 20 * ROW[role]}
        textAnchor={below ? 'end' : 'middle'}
        className={`${figures['text']} ${figures['halo']} ${figures['strong']} ${figures[role]}`}
      >
        {text}
      </text>
    )
  })
}
