import { memo } from 'react'
import { Fitted } from '../../figures/Fitted.tsx'
import { Playhead } from '../../figures/Playhead.tsx'
import { linearScale } from '../../figures/scale.ts'
import type { Act, FigureProps } from '../../frame/contract.ts'
import { Curve } from './Curve.tsx'
import { Lanes } from './Lanes.tsx'
import { Key } from './Letter.tsx'
import { type QuorumLayout, narrow, topsOf, wide } from './layout.ts'
import { type GuessMark, type QuorumModel, worldAt } from './model.ts'
import { Price } from './Price.tsx'
import { Ring } from './Ring.tsx'
import { Promises, SetTable } from './Sets.tsx'

interface Props {
  readonly model: QuorumModel
  readonly guess: GuessMark | undefined
  readonly layout: QuorumLayout
}

/** Everything that stands still while the playhead moves. */
const Still = memo(function Still({ model, guess, layout }: Props) {
  const tops = topsOf(layout, model.ids.length, model.world.n)
  return (
    <>
      <Key layout={layout} />
      <Curve model={model} guess={guess} layout={layout} y={tops.curve} />
      <Price model={model} layout={layout} y={tops.prices} />
      <Lanes model={model} layout={layout} />
    </>
  )
})

function Drawing({
  atMs,
  act,
  ...still
}: Props & { readonly atMs: number; readonly act: Act | undefined }) {
  const { model, layout } = still
  const tops = topsOf(layout, model.ids.length, model.world.n)
  const now = Math.min(atMs, model.lengthMs)
  const world = worldAt(model, now)
  return (
    <svg viewBox={`0 0 ${layout.width} ${tops.height}`} aria-hidden="true">
      <Ring model={model} atMs={now} layout={layout} act={act} />
      <SetTable model={model} world={world} layout={layout} />
      <Promises world={world} layout={layout} />
      <Still {...still} />
      {now < model.lengthMs && (
        <Playhead
          x={linearScale([0, model.lengthMs], layout.axis)(now)}
          end={layout.axis[1] + 6}
          top={tops.writes - 6}
          bottom={tops.end - 2}
        />
      )}
    </svg>
  )
}

/** The copies at a moment and through time, both sets, and what they cost and are worth. */
export const QuorumFigure = ({ model, guess, atMs, act }: FigureProps<QuorumModel, GuessMark>) => (
  <Fitted
    wide={<Drawing model={model} guess={guess} atMs={atMs} act={act} layout={wide} />}
    narrow={<Drawing model={model} guess={guess} atMs={atMs} act={act} layout={narrow} />}
  />
)
