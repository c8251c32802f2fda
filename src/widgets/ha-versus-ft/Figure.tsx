import { memo } from 'react'
import { Fitted } from '../../figures/Fitted.tsx'
import { Playhead } from '../../figures/Playhead.tsx'
import { linearScale } from '../../figures/scale.ts'
import { TimeAxis } from '../../figures/TimeAxis.tsx'
import type { FigureProps } from '../../frame/contract.ts'
import { seconds } from './describe.ts'
import { LaneDrawing } from './LaneDrawing.tsx'
import { type LaneLayout, narrow, usersY, wide } from './layout.ts'
import type { GuessMark, HaFtModel } from './model.ts'

interface Props {
  readonly model: HaFtModel
  readonly layout: LaneLayout
  readonly guess: GuessMark | undefined
}

/** Everything that stands still while the playhead moves. */
const Still = memo(function Still({ model, layout, guess }: Props) {
  return (
    <>
      <TimeAxis
        lengthMs={model.lengthMs}
        axis={layout.axis}
        y={layout.height - 5}
        bands={layout.lanes.map((top) => [top + layout.head, usersY(layout, top) + 8])}
        words={seconds}
      />
      <LaneDrawing model={model} lane={model.available} layout={layout} guess={guess} />
      <LaneDrawing model={model} lane={model.tolerant} layout={layout} guess={undefined} />
    </>
  )
})

function Drawing({ atMs, ...still }: Props & { readonly atMs: number }) {
  const { model, layout } = still
  const x = linearScale([0, model.lengthMs], layout.axis)(Math.min(atMs, model.lengthMs))
  // What has yet to come is veiled, and no title is.
  const [first, second] = layout.lanes
  const bands = [
    [first + layout.head - 6, second - 4],
    [second + layout.head - 6, layout.height - 24],
  ] as const
  return (
    <svg viewBox={`0 0 ${layout.width} ${layout.height}`} aria-hidden="true">
      <Still {...still} />
      {atMs < model.lengthMs &&
        bands.map(([top, end]) => (
          <Playhead key={top} x={x} end={layout.axis[1] + 6} top={top} bottom={end} />
        ))}
    </svg>
  )
}

/** Two lanes on one time axis: the same requests, the same fault, two designs. */
export function HaFtFigure({ model, guess, atMs }: FigureProps<HaFtModel, GuessMark>) {
  return (
    <Fitted
      wide={<Drawing model={model} guess={guess} atMs={atMs} layout={wide} />}
      narrow={<Drawing model={model} guess={guess} atMs={atMs} layout={narrow} />}
    />
  )
}
