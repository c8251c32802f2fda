import * as m from '#messages/messages.js'
import figures from '../../figures/figures.module.css'
import { Lamp } from '../../figures/Lamp.tsx'
import styles from './Figure.module.css'
import type { Layout } from './layout.ts'
import type { BreakerModel, Phase } from './model.ts'
import { text } from './text.ts'
import { STATES, seconds } from './words.ts'

const LAMPS = { closed: 'healthy', open: 'failed', 'half-open': 'degraded' } as const
const LIT = { closed: 'litClosed', open: 'litOpen', 'half-open': 'litHalfOpen' } as const
const KINDS = ['closed', 'open', 'half-open'] as const
const does = (kind: Phase['kind'], probes: number): string => {
  switch (kind) {
    case 'closed':
      return m.breaker_now_closed()
    case 'open':
      return m.breaker_now_open()
    case 'half-open':
      return m.breaker_now_half_open({ count: probes })
  }
}

const TOP = 4

/** An arrow along a row, with its head at its end. */
const Arrow = ({
  from,
  to,
  y,
}: {
  readonly from: number
  readonly to: number
  readonly y: number
}) => {
  const back = to > from ? -7 : 7
  return (
    <path d={`M${from} ${y}H${to}m${back} -4l${-back} 4l${back} 4`} className={styles['arrow']} />
  )
}

interface Props {
  readonly model: BreakerModel
  readonly layout: Layout
  readonly atMs: number
}

function Arrows({ model, layout }: Omit<Props, 'atMs'>) {
  const { box, boxes, stacked } = layout
  const many = model.values.library === 'resilience4j'
  const [closed, open, half] = boxes
  const ends = closed + box.width / 2
  const gaps = [(closed + box.width + open) / 2, (open + box.width + half) / 2] as const
  const [high, low] = [TOP + box.height * 0.3, TOP + box.height * 0.74]
  const foot = TOP + box.height
  const words = [
    { x: gaps[0], y: high - 7, what: m.breaker_arrow_trips() },
    {
      x: gaps[1],
      y: high - 7,
      what: m.breaker_arrow_waited({ seconds: seconds(model.values.openSeconds * 1000) }),
    },
    {
      x: gaps[1],
      y: low + 17,
      what: many ? m.breaker_arrow_failed_many() : m.breaker_arrow_failed(),
    },
    {
      x: gaps[0],
      y: foot + 16,
      what: many ? m.breaker_arrow_served_many() : m.breaker_arrow_served(),
    },
  ]
  return (
    <g>
      <Arrow
        from={closed + box.width + 5}
        to={open - 5}
        y={stacked ? TOP + box.height / 2 : high}
      />
      <Arrow from={open + box.width + 5} to={half - 5} y={high} />
      <Arrow from={half - 5} to={open + box.width + 5} y={low} />
      <path
        d={`M${half + box.width / 2} ${foot + 3}v18H${ends}v-18m-4 7l4 -7l4 7`}
        className={styles['arrow']}
      />
      {!stacked &&
        words.map(({ x, y, what }) => (
          <text key={what} x={x} y={y} textAnchor="middle" className={text('soft')}>
            {what}
          </text>
        ))}
    </g>
  )
}

/** The three states and the ways between them; the one at the playhead is lit. */
export function Machine({ model, layout, atMs }: Props) {
  const { box, boxes, stacked } = layout
  const now: Phase['kind'] = model.phases.findLast(({ fromMs }) => fromMs <= atMs)?.kind ?? 'closed'
  const probes = model.values.library === 'resilience4j' ? model.values.probes : 1
  const at = m.breaker_at_time({ seconds: seconds(atMs) })
  return (
    <g>
      <Arrows model={model} layout={layout} />
      {KINDS.map((kind, index) => {
        const x = boxes[index] ?? 0
        const lit = kind === now
        return (
          <g key={kind}>
            <rect
              x={x}
              y={TOP}
              width={box.width}
              height={box.height}
              rx="9"
              className={lit ? styles[LIT[kind]] : figures['box']}
            />
            <Lamp
              state={lit ? LAMPS[kind] : 'standby'}
              x={x + (stacked ? 13 : 20)}
              y={TOP + (stacked ? box.height / 2 : 18)}
            />
            <text
              x={x + (stacked ? 23 : 34)}
              y={TOP + (stacked ? box.height / 2 : 18) + 5}
              className={text(lit ? 'strong' : 'soft')}
            >
              {STATES[kind]()}
            </text>
            {!stacked && (
              <>
                {lit && (
                  <text
                    x={x + box.width - 12}
                    y={TOP + 23}
                    textAnchor="end"
                    className={text('strong')}
                  >
                    {at}
                  </text>
                )}
                <text x={x + 14} y={TOP + 44} className={text(...(lit ? [] : ['soft']))}>
                  {does(kind, probes)}
                </text>
              </>
            )}
          </g>
        )
      })}
      {stacked && (
        <text x={layout.axis[0] - 2} y={TOP + box.height + 44} className={text('strong')}>
          {m.breaker_now({ at, does: does(now, probes) })}
        </text>
      )}
    </g>
  )
}
