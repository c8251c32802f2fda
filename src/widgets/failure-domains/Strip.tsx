import { figureText, figureTextWidth } from '../../figures/figure-text.ts'
import figures from '../../figures/figures.module.css'
import { Crosses, Dots } from '../../figures/Marks.tsx'
import { Playhead } from '../../figures/Playhead.tsx'
import { linearScale } from '../../figures/scale.ts'
import { KINDS } from '../../systems/failure-domains/estate.ts'
import { type Slot, lengthOf } from './drill.ts'
import styles from './Figure.module.css'
import type { DomainsLayout } from './layout.ts'
import type { DomainsModel } from './model.ts'
import { KIND_WORDS } from './words.ts'

/** The drill in time: what each loss does, kind by kind. */
export function Strip({
  model: { drill },
  atMs,
  layout,
}: {
  readonly model: DomainsModel
  readonly atMs: number
  readonly layout: DomainsLayout
}) {
  const { axis, y } = layout.strip
  const lengthMs = lengthOf(drill)
  const x = linearScale([0, lengthMs], axis)
  const places = (wanted: (slot: Slot) => boolean) =>
    drill.filter(wanted).map(({ fromMs, toMs }) => [x((fromMs + toMs) / 2), y] as const)
  const r = layout.narrow ? 3.2 : 5
  return (
    <g>
      <line x1={axis[0]} x2={axis[1]} y1={y} y2={y} className={figures['grid']} />
      {KINDS.map((kind) => {
        const own = drill.filter(({ domain }) => domain.kind === kind)
        const [from, to] = [x(own[0]?.fromMs ?? 0), x(own.at(-1)?.toMs ?? 0)]
        const name = KIND_WORDS[kind].many()
        return (
          <g key={kind}>
            <path
              d={`M${from} ${y - 14}V${y + 14}M${to} ${y - 14}V${y + 14}`}
              className={figures['grid']}
            />
            {figureTextWidth(name) <= to - from + 8 && (
              <text
                x={(from + to) / 2}
                y={y + 30}
                textAnchor="middle"
                className={figureText('soft')}
              >
                {name}
              </text>
            )}
          </g>
        )
      })}
      {places((slot) => slot.stands && !slot.occupied).map(([left]) => (
        <circle key={left} cx={left} cy={y} r={r / 3} className={styles['tick']} />
      ))}
      <Dots places={places((slot) => slot.stands && slot.occupied)} r={r} />
      {atMs < lengthMs && <Playhead x={x(atMs)} end={axis[1]} top={y - 16} bottom={y + 16} />}
      {/* The drill stands in the middle of a loss: its mark stays in sight. */}
      <Crosses places={places((slot) => !slot.stands)} r={r} />
    </g>
  )
}
