import { memo } from 'react'
import { Fitted } from '../../figures/Fitted.tsx'
import { Playhead } from '../../figures/Playhead.tsx'
import { linearScale } from '../../figures/scale.ts'
import { TimeAxis } from '../../figures/TimeAxis.tsx'
import type { Act, FigureProps } from '../../frame/contract.ts'
import { BandKey, Bands, LAYERS } from './Bands.tsx'
import { LENGTH_MS } from './fixed.ts'
import { Lanes } from './Lanes.tsx'
import { CHART, narrow, type RegionsLayout, topsOf, wide } from './layout.ts'
import { RegionsMap } from './Map.tsx'
import { type GuessMark, type RegionsModel, worldAt } from './model.ts'
import { Now } from './Now.tsx'
import { seconds } from './words.ts'

interface Props {
  readonly model: RegionsModel
  readonly guess: GuessMark | undefined
  readonly layout: RegionsLayout
}

/** The bands, and the closed form. */
const KEYS = LAYERS.length + 1

/** Everything that stands still while the playhead moves. */
const Still = memo(function Still({ model, guess, layout }: Props) {
  const tops = topsOf(layout, KEYS)
  return (
    <>
      <TimeAxis
        lengthMs={LENGTH_MS}
        axis={layout.axis}
        y={tops.axis}
        bands={[[tops.phases - 4, tops.chart + CHART]]}
        words={seconds}
        shortestMs={60_000}
      />
      <Lanes model={model} layout={layout} tops={tops} />
      <Bands model={model} guess={guess} layout={layout} tops={tops} />
      <BandKey layout={layout} tops={tops} />
    </>
  )
})

function Drawing({
  atMs,
  act,
  ...still
}: Props & { readonly atMs: number; readonly act: Act | undefined }) {
  const { model, layout } = still
  const tops = topsOf(layout, KEYS)
  const nowMs = Math.min(atMs, LENGTH_MS)
  const world = worldAt(model, nowMs)
  return (
    <svg viewBox={`0 0 ${layout.width} ${tops.height}`} aria-hidden="true">
      <RegionsMap world={world} atMs={nowMs} layout={layout} act={act} />
      <Now model={model} world={world} atMs={nowMs} layout={layout} />
      <Still {...still} />
      {nowMs < LENGTH_MS && (
        <Playhead
          x={linearScale([0, LENGTH_MS], layout.axis)(nowMs)}
          end={layout.axis[1] + 6}
          top={tops.phases - 6}
          bottom={tops.chart + CHART}
        />
      )}
    </svg>
  )
}

/** The regions at a moment, and through time: their roles, the recovery, and all users. */
export const RegionsFigure = ({
  model,
  guess,
  atMs,
  act,
}: FigureProps<RegionsModel, GuessMark>) => (
  <Fitted
    wide={<Drawing model={model} guess={guess} atMs={atMs} layout={wide} act={act} />}
    narrow={<Drawing model={model} guess={guess} atMs={atMs} layout={narrow} act={act} />}
  />
)
