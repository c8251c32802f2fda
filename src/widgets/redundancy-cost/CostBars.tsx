import * as m from '#messages/messages.js'
import { useId } from 'react'
import figures from '../../figures/figures.module.css'
import { moneyText } from './describe.ts'
import { Hatch } from '../../figures/Hatch.tsx'
import { fullBar, type Segment, segments } from './layout.ts'
import type { GuessMark, PriceModel, SparesCost } from './model.ts'
import { namesOf } from './names.ts'
import { SparesDot } from './SparesDot.tsx'

interface Props {
  readonly model: PriceModel
  readonly guess: GuessMark | undefined
  readonly width: number
}

const FILLS = {
  servers: 'var(--healthy)',
  spares: 'var(--standby)',
  machinery: 'var(--degraded)',
  own: 'var(--failed-tint)',
  shared: 'var(--failed)',
} satisfies Record<Segment['part'], string>

const PARTS = [
  { part: 'servers', label: m.price_part_servers },
  { part: 'spares', label: m.price_part_spares },
  { part: 'machinery', label: m.price_part_machinery },
  { part: 'own', label: m.price_part_own },
  { part: 'shared', label: m.price_part_shared },
] satisfies readonly { part: Segment['part']; label: () => string }[]

const PITCH = 41
const LEFT = 42

/** Where the keys stand: one row of the wide layout holds three, of the narrow one two. */
const keysOf = (narrow: boolean): readonly (readonly [x: number, y: number])[] =>
  narrow
    ? [
        [4, 40],
        [232, 40],
        [4, 62],
        [130, 62],
        [4, 84],
      ]
    : [
        [4, 40],
        [228, 40],
        [318, 40],
        [4, 62],
        [228, 62],
      ]

/** The cost of a year at each number of spares, as a sum of what it consists of. */
export function CostBars({ model, guess, width }: Props) {
  const hatch = useId()
  const narrow = width < 400
  const keys = keysOf(narrow)
  const top = narrow ? 96 : 74
  const full = fullBar(model)
  return (
    <svg viewBox={`0 0 ${width} ${top + PITCH * model.costs.length + 4}`} aria-hidden="true">
      <Hatch id={hatch} />
      <text x="4" y="16" className={`${figures['text']} ${figures['soft']}`}>
        {m.price_bars_title()}
      </text>
      {PARTS.map(({ part, label }, index) => {
        const [x, y] = keys[index] ?? [0, 0]
        return (
          <g key={part}>
            <Part part={part} x={x} y={y - 11} width={12} height={12} />
            <text x={x + 18} y={y} className={figures['text']}>
              {label()}
            </text>
          </g>
        )
      })}
      {model.costs.map((cost, index) => (
        <Row
          key={cost.spares}
          {...{ cost, model, guess, full }}
          y={top + PITCH * index}
          width={width}
          hatch={`url(#${hatch})`}
        />
      ))}
    </svg>
  )
}

interface PartProps {
  readonly part: Segment['part']
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Downtime is drawn in the colour of failure, with its own frame where it is only tinted. */
const Part = ({ part, ...at }: PartProps) => (
  <rect
    {...at}
    fill={FILLS[part]}
    {...(part === 'own' && at.width > 2 ? { stroke: 'var(--failed)', strokeWidth: 1 } : {})}
  />
)

interface RowProps extends Props {
  readonly cost: SparesCost
  readonly full: number
  readonly y: number
  readonly hatch: string
}

function Row({ cost, model, guess, full, y, width, hatch }: RowProps) {
  const { spares, total } = cost
  const length = width - LEFT - 8
  const names = namesOf(spares, model, guess)
  const yours = spares === model.current.spares
  return (
    <g>
      {spares === guess && (
        <rect
          x={LEFT - 4}
          y={y + 17}
          width={length + 8}
          height="20"
          rx="3"
          fill={hatch}
          stroke="var(--guess)"
          strokeWidth="1.6"
        />
      )}
      <SparesDot
        x={18}
        y={y + 22}
        spares={spares}
        yours={yours}
        least={spares === model.least.spares}
      />
      <text
        x={LEFT}
        y={y + 13}
        fontSize="14.5"
        fontWeight={yours ? 700 : 450}
        className={figures['value']}
      >
        {moneyText(total)}
      </text>
      {names.map(({ text, role }) => (
        <text
          key={role}
          x={role === 'guessed' ? LEFT + length : LEFT + 116}
          y={y + 13}
          textAnchor={role === 'guessed' ? 'end' : 'start'}
          className={`${figures['text']} ${figures['strong']} ${figures[role]}`}
        >
          {text}
        </text>
      ))}
      {segments(cost, full, length).map(({ part, x, width: wide }) => (
        <Part key={part} part={part} x={LEFT + x} y={y + 20} width={wide} height={14} />
      ))}
      {total > full && (
        <path
          d={`M${LEFT + length - 26} ${y + 38}l8 -22m7 0l-8 22`}
          stroke="var(--raised)"
          strokeWidth="4"
          fill="none"
        />
      )}
    </g>
  )
}
