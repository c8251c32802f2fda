import { memo } from 'react'
import { Fitted } from '../../figures/Fitted.tsx'
import { Playhead } from '../../figures/Playhead.tsx'
import { linearScale } from '../../figures/scale.ts'
import type { FigureProps } from '../../frame/contract.ts'
import { LENGTH_MS } from './fixed.ts'
import { Lanes } from './Lanes.tsx'
import { narrow, type SplitBrainLayout, topsOf, wide } from './layout.ts'
import { Logs } from './Logs.tsx'
import { type GuessMark, type SplitBrainModel, worldAt } from './model.ts'
import { GlyphKey, Network } from './Network.tsx'
import { Comparison, Promises, rowsOf, WriteKey } from './Under.tsx'

type Props = FigureProps<SplitBrainModel, GuessMark> & { readonly layout: SplitBrainLayout }

/** Everything that stands still while the playhead moves. */
const Still = memo(function Still({
  model,
  guess,
  layout,
}: Pick<Props, 'model' | 'guess' | 'layout'>) {
  const tops = topsOf(layout, rowsOf(model).length)
  return (
    <>
      <GlyphKey arbitration={model.parameters.arbitration} layout={layout} />
      <Lanes model={model} guess={guess} layout={layout} tops={tops} />
      <WriteKey layout={layout} y={tops.key} />
      <Comparison model={model} layout={layout} y={tops.compare} />
    </>
  )
})

function Drawing({ model, guess, atMs, act, layout }: Props) {
  const tops = topsOf(layout, rowsOf(model).length)
  const now = Math.min(atMs, LENGTH_MS)
  const world = worldAt(model, now)
  return (
    <svg viewBox={`0 0 ${layout.width} ${tops.height}`} aria-hidden="true">
      <Network world={world} atMs={now} layout={layout} act={act} />
      <Logs world={world} layout={layout} />
      <Still model={model} guess={guess} layout={layout} />
      <Promises world={world} layout={layout} y={tops.promises} />
      {now < LENGTH_MS && (
        <Playhead
          x={linearScale([0, LENGTH_MS], layout.axis)(now)}
          end={layout.axis[1] + 6}
          top={tops.clientsA - 8}
          bottom={tops.clientsB + 8}
        />
      )}
    </svg>
  )
}

/** Two nodes at a moment and through time: the network, the tree of their logs, the lanes, the cost. */
export const SplitBrainFigure = (props: FigureProps<SplitBrainModel, GuessMark>) => (
  <Fitted
    wide={<Drawing {...props} layout={wide} />}
    narrow={<Drawing {...props} layout={narrow} />}
  />
)
