import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import figures from '../../figures/figures.module.css'
import styles from './Figure.module.css'
import { CAPACITY } from './fixed.ts'
import type { StormLayout } from './layout.ts'
import { rateAt, type StormModel } from './model.ts'
import { partNames, retriesAt, whole } from './words.ts'

interface Props {
  readonly model: StormModel
  readonly layout: StormLayout
  readonly atMs: number
}

/** Users, the layers, and the store, with what each was asked for in the second before the playhead. */
export function Chain({ model, layout, atMs }: Props) {
  const { chain, box, stacked } = layout
  const { layers, retries } = model.values
  const names = [m.storm_users(), ...partNames()]
  // Users ask once: what the top layer is called is what they ask for.
  const rates = [model.calledMs[0] ?? [], ...model.calledMs].map((times) => rateAt(times, atMs))
  return names.map((name, index) => {
    const x = chain.from + index * chain.pitch
    const part = index - 1
    const rate = rates[index] ?? 0
    const tooMuch = index === names.length - 1 && rate > CAPACITY
    const tries = retriesAt(part, layers) && retries > 0
    return (
      <g key={name}>
        {index > 0 && (
          <path
            d={`M${x - chain.pitch + chain.width} ${box / 2 + 2}H${x - 4}m-6 -4l6 4l-6 4`}
            className={styles['link']}
          />
        )}
        <rect
          x={x + 1}
          y="2"
          width={chain.width - 2}
          height={box}
          rx="9"
          className={figures['box']}
          data-state={tooMuch ? 'failed' : undefined}
        />
        <text
          x={x + chain.width / 2}
          y={stacked ? 23 : 24}
          textAnchor="middle"
          className={figureText('strong')}
        >
          {name}
        </text>
        {!stacked && (
          <text x={x + chain.width / 2} y="43" textAnchor="middle" className={figureText('soft')}>
            {index === 0
              ? m.storm_ask()
              : index === names.length - 1
                ? m.storm_can_do({ capacity: whole(CAPACITY) })
                : tries
                  ? m.storm_tries({ count: whole(retries + 1) })
                  : m.storm_passes_on()}
          </text>
        )}
        <text
          x={x + chain.width / 2}
          y={box + 22}
          textAnchor="middle"
          className={figureText('value', ...(tooMuch ? ['fails'] : []))}
        >
          {m.storm_rate({ count: whole(rate) })}
        </text>
      </g>
    )
  })
}
