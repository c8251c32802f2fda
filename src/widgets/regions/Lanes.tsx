import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import { IntervalBar } from '../../figures/IntervalBar.tsx'
import { Crosses } from '../../figures/Marks.tsx'
import { linearScale } from '../../figures/scale.ts'
import { recoveryMs } from './describe.ts'
import styles from './Figure.module.css'
import { ENOUGH, LENGTH_MS } from './fixed.ts'
import { LANE, type RegionsLayout, ROW, type topsOf } from './layout.ts'
import type { State } from './lives.ts'
import { lowMs, type RegionsModel } from './model.ts'
import { nameOf, phaseName, seconds, share, stateName } from './words.ts'

interface Props {
  readonly model: RegionsModel
  readonly layout: RegionsLayout
  readonly tops: ReturnType<typeof topsOf>
}

const TONES = {
  writes: 'holds',
  waits: 'limps',
  returning: 'waits',
  dark: 'gone',
} as const satisfies Partial<Record<State, string>>

/** The recovery time, as the phases that it is the sum of. */
function Phases({ model, layout, tops }: Props) {
  const { recovery } = model
  const x = linearScale([0, LENGTH_MS], layout.axis)
  const [from, to] = layout.axis
  const time = recoveryMs(model)
  const enough = share(ENOUGH)
  const low = lowMs(model)
  const words = !recovery
    ? low > 0
      ? m.regions_low_for({ enough, time: seconds(low) })
      : m.regions_always_served({ enough })
    : time === undefined
      ? m.regions_never_served({ enough })
      : m.regions_served_after({ enough, time: seconds(time) })
  const parts = (recovery?.phases ?? [])
    .filter(({ fromMs, toMs }) => toMs > fromMs)
    .map(({ id, fromMs, toMs }) => {
      const length = seconds(toMs - fromMs)
      return layout.narrow ? length : m.regions_phase_for({ phase: phaseName(id), time: length })
    })
  const sum = parts.join(' + ')
  return (
    <g>
      <text x={layout.narrow ? 2 : from} y={tops.sentence + 3} className={figureText('strong')}>
        {words}
      </text>
      {parts.length > 1 && (
        <text
          x={layout.narrow ? 2 : to}
          y={tops.sum}
          textAnchor={layout.narrow ? 'start' : 'end'}
          className={figureText('soft')}
        >
          {sum}
        </text>
      )}
      {!layout.narrow && (
        <text x={from - 8} y={tops.phases + 15} textAnchor="end" className={figureText('soft')}>
          {m.regions_recovery()}
        </text>
      )}
      {recovery?.phases.map(({ id, fromMs, toMs }) => {
        if (toMs === fromMs) return null
        const said = { phase: phaseName(id), time: seconds(toMs - fromMs) }
        return (
          <IntervalBar
            key={id}
            at={{ x: x(fromMs), y: tops.phases, width: x(toMs) - x(fromMs), height: ROW }}
            tone={id === 'steer' ? 'fails' : 'limps'}
            words={[m.regions_phase_for(said), said.phase, said.time]}
          />
        )
      })}
    </g>
  )
}

/** What each region was through time, and where acknowledged writes were lost. */
export function Lanes(props: Props) {
  const { model, layout, tops } = props
  const x = linearScale([0, LENGTH_MS], layout.axis)
  const yOf = (index: number) => tops.lanes + index * LANE
  return (
    <g>
      <Phases {...props} />
      {model.lives.map(({ id, spells }, index) => (
        <g key={id}>
          <text
            x={layout.axis[0] - 8}
            y={yOf(index) + 15}
            textAnchor="end"
            className={figureText('strong')}
          >
            {nameOf(id)}
          </text>
          {spells.map(({ state, fromMs, toMs }) => {
            const at = { x: x(fromMs), y: yOf(index), width: x(toMs) - x(fromMs), height: ROW }
            return state === 'follows' ? (
              <rect
                key={fromMs}
                {...at}
                y={at.y + ROW / 2 - 1.5}
                height="3"
                className={styles['follows']}
              />
            ) : (
              <IntervalBar key={fromMs} at={at} tone={TONES[state]} words={[stateName(state)]} />
            )
          })}
        </g>
      ))}
      <Crosses
        places={model.last.batches.flatMap(({ lost, region, atMs }) =>
          lost
            ? [[x(atMs), yOf(model.lives.findIndex(({ id }) => id === region)) + ROW / 2] as const]
            : [],
        )}
        r={3}
      />
    </g>
  )
}
