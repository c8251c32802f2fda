import { memo } from 'react'
import { Fitted } from '../../figures/Fitted.tsx'
import { Playhead } from '../../figures/Playhead.tsx'
import { linearScale } from '../../figures/scale.ts'
import type { Act, FigureProps } from '../../frame/contract.ts'
import { INVARIANTS } from '../../systems/raft/world.ts'
import { LENGTH_MS } from './fixed.ts'
import { Lanes } from './Lanes.tsx'
import { type RaftLayout, narrow, topsOf, wide } from './layout.ts'
import { Logs } from './Logs.tsx'
import { type GuessMark, type RaftModel, worldAt } from './model.ts'
import { Promises } from './Promises.tsx'
import { Key, Ring } from './Ring.tsx'

interface Props {
  readonly model: RaftModel
  readonly guess: GuessMark | undefined
  readonly layout: RaftLayout
}

/** Everything that stands still while the playhead moves. */
const Still = memo(function Still({ model, guess, layout }: Props) {
  return (
    <>
      <Key layout={layout} />
      <Lanes
        model={model}
        guess={guess}
        layout={layout}
        tops={topsOf(layout, model.ids.length, INVARIANTS.length)}
      />
    </>
  )
})

function Drawing({
  atMs,
  act,
  ...still
}: Props & { readonly atMs: number; readonly act: Act | undefined }) {
  const { model, layout } = still
  const tops = topsOf(layout, model.ids.length, INVARIANTS.length)
  const now = Math.min(atMs, LENGTH_MS)
  const world = worldAt(model, now)
  return (
    <svg viewBox={`0 0 ${layout.width} ${tops.height}`} aria-hidden="true">
      <Ring world={world} ids={model.ids} atMs={now} layout={layout} act={act} />
      <Logs world={world} ids={model.ids} layout={layout} />
      <Still {...still} />
      <Promises world={world} layout={layout} y={tops.promises} />
      {now < LENGTH_MS && (
        <Playhead
          x={linearScale([0, LENGTH_MS], layout.axis)(now)}
          end={layout.axis[1] + 6}
          top={tops.lanes - 6}
          bottom={tops.client + 8}
          pale
        />
      )}
    </svg>
  )
}

/** A cluster at a moment, and through time: the ring, the logs, the lanes, the promises. */
export const RaftFigure = ({ model, guess, atMs, act }: FigureProps<RaftModel, GuessMark>) => (
  <Fitted
    wide={<Drawing model={model} guess={guess} atMs={atMs} act={act} layout={wide} />}
    narrow={<Drawing model={model} guess={guess} atMs={atMs} act={act} layout={narrow} />}
  />
)
