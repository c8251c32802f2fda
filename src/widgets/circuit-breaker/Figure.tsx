import { memo } from 'react'
import { Fitted } from '../../figures/Fitted.tsx'
import { Playhead } from '../../figures/Playhead.tsx'
import { linearScale } from '../../figures/scale.ts'
import type { FigureProps } from '../../frame/contract.ts'
import { HealthBand, StateBand } from './Bands.tsx'
import { CallRows, ProbeRow } from './CallRows.tsx'
import { Guess } from './Guess.tsx'
import { HeldRow } from './HeldRow.tsx'
import { type Layout, narrow, wide } from './layout.ts'
import { Machine } from './Machine.tsx'
import type { BreakerModel, GuessMark } from './model.ts'
import { TallyPlot } from './TallyPlot.tsx'
import { TimeAxis } from './TimeAxis.tsx'
import { LENGTH_MS } from '../../systems/circuit-breaker/provider.ts'

interface Props {
  readonly model: BreakerModel
  readonly layout: Layout
  readonly guess: GuessMark | undefined
}

/** Everything that stands still while the playhead moves. */
const Still = memo(function Still({ model, layout, guess }: Props) {
  const parts = { model, layout, x: linearScale([0, LENGTH_MS], layout.axis) }
  return (
    <>
      <TimeAxis layout={layout} x={parts.x} />
      <HealthBand {...parts} />
      <StateBand {...parts} />
      <ProbeRow {...parts} />
      <CallRows {...parts} />
      <HeldRow {...parts} />
      <TallyPlot {...parts} />
      {guess && <Guess {...parts} guess={guess} />}
    </>
  )
})

function Drawing({ atMs, ...still }: Props & { readonly atMs: number }) {
  const { model, layout } = still
  const now = Math.min(atMs, LENGTH_MS)
  const x = linearScale([0, LENGTH_MS], layout.axis)(now)
  const { provider, held, tally } = layout.rows
  // Apart, so that none covers the words between them.
  const spans = layout.stacked
    ? Object.values(layout.rows).map((row) => [row, row] as const)
    : ([
        [provider, held],
        [tally, tally],
      ] as const)
  const bands = spans.map(([first, last]) => [first.y - 2, last.y + last.height + 2] as const)
  return (
    <svg viewBox={`0 0 ${layout.width} ${layout.height}`} aria-hidden="true">
      <Still {...still} />
      <Machine model={model} layout={layout} atMs={now} />
      {now < LENGTH_MS &&
        bands.map(([top, bottom]) => (
          <Playhead key={top} x={x} end={layout.axis[1] + 5} top={top} bottom={bottom} />
        ))}
    </svg>
  )
}

/** The machine, and under it on one time axis: provider, breaker, calls, and what the rule counted. */
export function BreakerFigure({ model, guess, atMs }: FigureProps<BreakerModel, GuessMark>) {
  return (
    <Fitted
      wide={<Drawing model={model} guess={guess} atMs={atMs} layout={wide} />}
      narrow={<Drawing model={model} guess={guess} atMs={atMs} layout={narrow} />}
    />
  )
}
