import * as m from '#messages/messages.js'
import { useId } from 'react'
import figures from '../../figures/figures.module.css'
import { timeText } from './describe.ts'
import { Hatch } from '../../figures/Hatch.tsx'
import { fullBar, type Segment, segments } from './layout.ts'
import type { DetectorModel, GuessMark, ThresholdCost } from './model.ts'
import { namesOf } from './names.ts'
import { ThresholdDot } from './ThresholdDot.tsx'

interface Props {
  readonly model: DetectorModel
  readonly guess: GuessMark | undefined
  readonly width: number
}

const FILLS = {
  unnoticed: 'var(--degraded)',
  needed: 'var(--standby)',
  false: 'var(--failed)',
} satisfies Record<Segment['part'], string>

const PARTS = [
  { part: 'unnoticed', label: m.detector_part_unnoticed },
  { part: 'needed', label: m.detector_part_needed },
  { part: 'false', label: m.detector_part_false },
] satisfies readonly { part: Segment['part']; label: () => string }[]

const PITCH = 41
const LEFT = 42

/** The outage of a year at each threshold, as a sum of what it consists of. */
export function CostBars({ model, guess, width }: Props) {
  const hatch = useId()
  const narrow = width < 400
  const top = narrow ? 70 : 56
  const full = fullBar(model)
  const keyWidth = narrow ? 170 : 178
  return (
    <svg viewBox={`0 0 ${width} ${top + PITCH * model.costs.length + 4}`} aria-hidden="true">
      <Hatch id={hatch} />
      <text x="4" y="16" className={`${figures['text']} ${figures['soft']}`}>
        {m.detector_bars_title()}
      </text>
      {PARTS.map(({ part, label }, index) => {
        const [x, y] = narrow && index === 2 ? [4, 60] : [4 + keyWidth * (index % 3), 40]
        return (
          <g key={part}>
            <rect x={x} y={y - 11} width="12" height="12" fill={FILLS[part]} />
            <text x={x + 18} y={y} className={figures['text']}>
              {label()}
            </text>
          </g>
        )
      })}
      {model.costs.map((cost, index) => (
        <Row
          key={cost.threshold}
          {...{ cost, model, guess, full }}
          y={top + PITCH * index}
          width={width}
          hatch={`url(#${hatch})`}
        />
      ))}
    </svg>
  )
}

interface RowProps extends Props {
  readonly cost: ThresholdCost
  readonly full: number
  readonly y: number
  readonly hatch: string
}

function Row({ cost, model, guess, full, y, width, hatch }: RowProps) {
  const { threshold, totalHours } = cost
  const length = width - LEFT - 8
  const names = namesOf(threshold, model, guess)
  const yours = threshold === model.current.threshold
  return (
    <g>
      {threshold === guess && (
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
      <ThresholdDot
        x={18}
        y={y + 22}
        threshold={threshold}
        yours={yours}
        least={threshold === model.least.threshold}
      />
      <text
        x={LEFT}
        y={y + 13}
        fontSize="14.5"
        fontWeight={yours ? 700 : 450}
        className={figures['value']}
      >
        {timeText(totalHours)}
      </text>
      {names.map(({ text, role }) => (
        <text
          key={role}
          x={role === 'guessed' ? LEFT + length : LEFT + 92}
          y={y + 13}
          textAnchor={role === 'guessed' ? 'end' : 'start'}
          className={`${figures['text']} ${figures['strong']} ${figures[role]}`}
        >
          {text}
        </text>
      ))}
      {segments(cost, full, length).map(({ part, x, width: wide }) => (
        <rect key={part} x={LEFT + x} y={y + 20} width={wide} height="14" fill={FILLS[part]} />
      ))}
      {totalHours > full && (
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
