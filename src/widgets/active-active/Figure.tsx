import { memo } from 'react'
import { Fitted } from '../../figures/Fitted.tsx'
import { Playhead } from '../../figures/Playhead.tsx'
import { linearScale } from '../../figures/scale.ts'
import { TimeAxis } from '../../figures/TimeAxis.tsx'
import type { FigureProps } from '../../frame/contract.ts'
import { LaneDrawing } from './LaneDrawing.tsx'
import { heights, type LaneLayout, narrow, usersY, wide } from './layout.ts'
import type { GuessMark, PairModel } from './model.ts'
import { seconds } from './words.ts'

interface Props {
  readonly model: PairModel
  readonly layout: LaneLayout
  readonly guess: GuessMark | undefined
}

/** Everything that stands still while the playhead moves. */
const Still = memo(function Still({ model, layout, guess }: Props) {
  const { lengthMs, passive, active } = model
  const { tops, height } = heights(layout, [passive.servers, active.servers])
  const bands = [passive, active].map(({ servers }, index) => {
    const top = tops[index] ?? 0
    return [top + layout.head, usersY(layout, top, servers) + 8] as const
  })
  return (
    <>
      <TimeAxis
        lengthMs={lengthMs}
        axis={layout.axis}
        y={height - 5}
        bands={bands}
        words={seconds}
      />
      <LaneDrawing model={model} lane={passive} top={tops[0]} layout={layout} guess={undefined} />
      <LaneDrawing model={model} lane={active} top={tops[1]} layout={layout} guess={guess} />
    </>
  )
})

function Drawing({ atMs, ...still }: Props & { readonly atMs: number }) {
  const { model, layout } = still
  const { height } = heights(layout, [model.passive.servers, model.active.servers])
  const x = linearScale([0, model.lengthMs], layout.axis)(Math.min(atMs, model.lengthMs))
  return (
    <svg viewBox={`0 0 ${layout.width} ${height}`} aria-hidden="true">
      <Still {...still} />
      {atMs < model.lengthMs && <Playhead x={x} end={layout.axis[1] + 6} bottom={height - 22} />}
    </svg>
  )
}

/** Two lanes on one time axis: the same requests, the same fault, two ways to use servers. */
export const PairFigure = ({ model, guess, atMs }: FigureProps<PairModel, GuessMark>) => (
  <Fitted
    wide={<Drawing model={model} guess={guess} atMs={atMs} layout={wide} />}
    narrow={<Drawing model={model} guess={guess} atMs={atMs} layout={narrow} />}
  />
)
