import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import { linearScale } from '../../figures/scale.ts'
import { STRUCK_MS } from './fixed.ts'
import { type LaneLayout, usersY } from './layout.ts'
import { loadLabels } from './load-labels.ts'
import { type GuessMark, guessed, type Lane, type PairModel } from './model.ts'
import { ServerRow } from './ServerRow.tsx'
import { UsersRow } from './UsersRow.tsx'
import { server, whole } from './words.ts'

interface Props {
  readonly model: PairModel
  readonly lane: Lane
  readonly top: number
  readonly layout: LaneLayout
  readonly guess: GuessMark | undefined
}

/** One design: its servers, how loaded they are, and what its users see. */
export function LaneDrawing({ model, lane, top, layout, guess }: Props) {
  const { lengthMs, values } = model
  const [from, to] = layout.axis
  const x = linearScale([0, lengthMs], layout.axis)
  const { failed, fates, design, servers, lives } = lane
  const turns =
    values.happening === 'balancer'
      ? [{ state: 'works', fromMs: 0, toMs: STRUCK_MS } as const]
      : (lives[0]?.spells ?? [])
  const lastMs = fates.at(-1)?.bornMs ?? lengthMs
  const { stacked, row } = layout
  return (
    <g>
      <text x={stacked ? 0 : from} y={top + 16} className={figureText('strong')}>
        {design === 'active-passive' ? m.aa_passive() : m.aa_active_lane({ count: whole(servers) })}
      </text>
      <text
        x={stacked ? 0 : to}
        y={top + (stacked ? 36 : 16)}
        textAnchor={stacked ? 'start' : 'end'}
        className={figureText('value', failed > 0 ? 'fails' : 'works')}
      >
        {m.aa_failed_of({ failed: whole(failed), all: whole(fates.length) })}
      </text>
      {lives.map((life, index) => {
        const y = top + layout.head + index * layout.pitch
        return (
          <g key={index}>
            <text
              x={from - 10}
              y={y + row / 2 + 5}
              textAnchor="end"
              className={figureText('strong')}
            >
              {server(index)}
            </text>
            <ServerRow
              life={life}
              labels={loadLabels(life, turns, lastMs, x)}
              planned={values.happening === 'drained' || values.happening === 'cut-off'}
              x={x}
              y={y}
              height={row}
              lengthMs={lengthMs}
            />
          </g>
        )
      })}
      <UsersRow
        lane={lane}
        guessedMs={guess && values.happening !== 'balancer' ? guessed(model, guess) : undefined}
        struckMs={STRUCK_MS}
        x={x}
        y={usersY(layout, top, servers)}
        layout={layout}
      />
    </g>
  )
}
