import * as m from '#messages/messages.js'
import { memo } from 'react'
import { Fitted } from '../../figures/Fitted.tsx'
import { Playhead } from '../../figures/Playhead.tsx'
import { linearScale } from '../../figures/scale.ts'
import { TimeAxis } from '../../figures/TimeAxis.tsx'
import type { FigureProps } from '../../frame/contract.ts'
import { Chain } from './Chain.tsx'
import { LENGTH_MS } from './fixed.ts'
import { narrow, type StormLayout, wide } from './layout.ts'
import { failedCount, type GuessMark, type StormModel } from './model.ts'
import { Plot } from './Plot.tsx'
import { UsersRow } from './UsersRow.tsx'
import { seconds, whole } from './words.ts'

interface Props {
  readonly model: StormModel
  readonly layout: StormLayout
  readonly guess: GuessMark | undefined
}

/** Everything that stands still while the playhead moves. */
const Still = memo(function Still({ model, layout, guess }: Props) {
  const { fates, plain } = model
  const [first, second] = layout.users
  const named = (name: string, count: number) =>
    layout.stacked ? m.storm_row({ name, count: whole(count) }) : name
  return (
    <>
      <TimeAxis
        lengthMs={LENGTH_MS}
        axis={layout.axis}
        y={layout.height - 5}
        bands={[layout.plot, [first - 6, first + 6], [second - 6, second + 6]]}
        words={seconds}
      />
      <Plot model={model} layout={layout} guess={guess} />
      <UsersRow
        name={named(m.storm_users(), failedCount(fates))}
        fates={fates}
        y={first}
        layout={layout}
      />
      <UsersRow
        name={named(m.storm_plain(), failedCount(plain))}
        fates={plain}
        y={second}
        layout={layout}
      />
    </>
  )
})

function Drawing({ atMs, ...still }: Props & { readonly atMs: number }) {
  const { model, layout } = still
  const now = Math.min(atMs, LENGTH_MS)
  const x = linearScale([0, LENGTH_MS], layout.axis)(now)
  return (
    <svg viewBox={`0 0 ${layout.width} ${layout.height}`} aria-hidden="true">
      <Still {...still} />
      <Chain model={model} layout={layout} atMs={now} />
      {now < LENGTH_MS && (
        <Playhead
          x={x}
          end={layout.axis[1] + 6}
          top={layout.trouble - 4}
          bottom={layout.height - 22}
        />
      )}
    </svg>
  )
}

/** A chain of callers that try again, and what the store at its end gets to do. */
export const StormFigure = ({ model, guess, atMs }: FigureProps<StormModel, GuessMark>) => (
  <Fitted
    wide={<Drawing model={model} guess={guess} atMs={atMs} layout={wide} />}
    narrow={<Drawing model={model} guess={guess} atMs={atMs} layout={narrow} />}
  />
)
