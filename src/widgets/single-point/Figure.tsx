import * as m from '#messages/messages.js'
import { memo, useMemo } from 'react'
import { figureText } from '../../figures/figure-text.ts'
import { Fitted } from '../../figures/Fitted.tsx'
import { Playhead } from '../../figures/Playhead.tsx'
import { linearScale } from '../../figures/scale.ts'
import { TimeAxis } from '../../figures/TimeAxis.tsx'
import type { FigureProps } from '../../frame/contract.ts'
import { LENGTH_MS } from './fixed.ts'
import { History } from './History.tsx'
import { journeysOf } from './journeys.ts'
import { laneTops, narrow, type SpofLayout, wide } from './layout.ts'
import { type GuessMark, guessed, type Lane, type SpofModel } from './model.ts'
import { NowStrip } from './NowStrip.tsx'
import { seconds, whole } from './words.ts'

interface Props {
  readonly model: SpofModel
  readonly layout: SpofLayout
  readonly guess: GuessMark | undefined
}

const GAP = 16

/** Marks of the history stand apart as far as there is room. */
const markOf = ({ axis, mark }: SpofLayout, arrivals: number): number =>
  Math.min(mark, (0.42 * (axis[1] - axis[0])) / ((LENGTH_MS / 1000) * arrivals))

const topsOf = (layout: SpofLayout) => {
  const single = laneTops(layout, 0, 1)
  const second = single.bottom + GAP
  const pair = laneTops(layout, second, 2)
  return { tops: [0, second] as const, lanes: [single, pair] as const, height: pair.bottom + 22 }
}

function LaneTitle({
  lane,
  top,
  layout,
}: {
  readonly lane: Lane
  readonly top: number
  readonly layout: SpofLayout
}) {
  const [from, to] = layout.axis
  return (
    <>
      <text x={layout.stacked ? 0 : from} y={top + 16} className={figureText('strong')}>
        {lane.design === 'single' ? m.spof_single() : m.spof_pair()}
      </text>
      <text
        x={layout.stacked ? 0 : to}
        y={top + (layout.stacked ? 36 : 16)}
        textAnchor={layout.stacked ? 'start' : 'end'}
        className={figureText('value', lane.failed > 0 ? 'fails' : 'works')}
      >
        {m.spof_lost_of({ lost: whole(lane.failed), all: whole(lane.fates.length) })}
      </text>
    </>
  )
}

/** Everything that stands still while the playhead moves. */
const Still = memo(function Still({ model, layout, guess }: Props) {
  const { tops, lanes, height } = topsOf(layout)
  const both = [model.single, model.pair] as const
  return (
    <>
      <TimeAxis
        lengthMs={LENGTH_MS}
        axis={layout.axis}
        y={height - 5}
        bands={lanes.map(({ history, users }) => [history, users + 8])}
        words={seconds}
      />
      {both.map((lane, index) => (
        <g key={lane.design}>
          <LaneTitle lane={lane} top={tops[index] ?? 0} layout={layout} />
          <History
            lane={lane}
            tops={lanes[index] ?? lanes[0]}
            layout={layout}
            mark={markOf(layout, model.values.arrivals)}
            guessedMs={index === 1 && guess ? guessed(model, guess) : undefined}
          />
        </g>
      ))}
    </>
  )
})

function Drawing({ atMs, ...still }: Props & { readonly atMs: number }) {
  const { model, layout } = still
  const { lanes, height } = topsOf(layout)
  const now = Math.min(atMs, LENGTH_MS)
  const x = linearScale([0, LENGTH_MS], layout.axis)(now)
  const journeys = useMemo(
    () => [model.single, model.pair].map(({ entries }) => journeysOf(entries)),
    [model],
  )
  return (
    <svg viewBox={`0 0 ${layout.width} ${height}`} aria-hidden="true">
      <Still {...still} />
      {[model.single, model.pair].map((lane, index) => (
        <NowStrip
          key={lane.design}
          lane={lane}
          journeys={journeys[index] ?? []}
          atMs={now}
          tops={lanes[index] ?? lanes[0]}
          layout={layout}
        />
      ))}
      {now < LENGTH_MS &&
        lanes.map(({ history, bottom }) => (
          <Playhead
            key={history}
            x={x}
            end={layout.axis[1] + 6}
            top={history - 6}
            bottom={bottom - 2}
          />
        ))}
    </svg>
  )
}

/** One server and a pair on one time axis: the same requests, the same blows. */
export const SpofFigure = ({ model, guess, atMs }: FigureProps<SpofModel, GuessMark>) => (
  <Fitted
    wide={<Drawing model={model} guess={guess} atMs={atMs} layout={wide} />}
    narrow={<Drawing model={model} guess={guess} atMs={atMs} layout={narrow} />}
  />
)
