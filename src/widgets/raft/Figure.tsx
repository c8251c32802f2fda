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
  readonly layout: RaftLayout
}

/** The cluster at a moment: who leads, what is on its way, and what the logs hold. */
function Now({
  model,
  atMs,
  act,
  layout,
}: Props & { readonly atMs: number; readonly act: Act | undefined }) {
  const world = worldAt(model, atMs)
  return (
    <svg viewBox={`0 0 ${layout.width} ${layout.height(model.ids.length)}`} aria-hidden="true">
      <Ring world={world} ids={model.ids} atMs={atMs} layout={layout} act={act} />
      <Logs world={world} ids={model.ids} layout={layout} />
      <Key layout={layout} />
    </svg>
  )
}

/** Stands still while the playhead moves. */
const StillLanes = memo(Lanes)

/** The whole run: the life of each server, and what must never happen. */
function Run({
  model,
  guess,
  atMs,
  layout,
}: Props & { readonly atMs: number; readonly guess: GuessMark | undefined }) {
  const tops = topsOf(layout, model.ids.length, INVARIANTS.length)
  return (
    <svg viewBox={`0 0 ${layout.width} ${tops.height}`} aria-hidden="true">
      <StillLanes model={model} guess={guess} layout={layout} />
      <Promises world={worldAt(model, atMs)} layout={layout} y={tops.promises} />
      {atMs < LENGTH_MS && (
        <Playhead
          x={linearScale([0, LENGTH_MS], layout.axis)(atMs)}
          end={layout.axis[1] + 6}
          top={tops.lanes - 6}
          bottom={tops.client + 8}
        />
      )}
    </svg>
  )
}

/** A cluster at a moment, and through time. */
export function RaftFigure({ model, guess, atMs, act }: FigureProps<RaftModel, GuessMark>) {
  const now = { model, act, atMs: Math.min(atMs, LENGTH_MS) }
  const run = { model, guess, atMs: Math.min(atMs, LENGTH_MS) }
  return (
    <div>
      <Fitted wide={<Now {...now} layout={wide} />} narrow={<Now {...now} layout={narrow} />} />
      <Fitted wide={<Run {...run} layout={wide} />} narrow={<Run {...run} layout={narrow} />} />
    </div>
  )
}
