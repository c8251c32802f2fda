import * as m from '#messages/messages.js'
import { linkHorizontal, linkVertical } from 'd3-shape'
import { ComponentBox, type Box } from '../../figures/ComponentBox.tsx'
import { Fitted } from '../../figures/Fitted.tsx'
import { Hull } from '../../figures/Hull.tsx'
import type { FigureProps } from '../../frame/contract.ts'
import { across, down, type FlightLayout, type Place } from './layout.ts'
import type { FlightModel } from './model.ts'
import { PLACES, shownOf } from './shown.ts'

type Spot = readonly [number, number]
const bend = { across: linkHorizontal<unknown, Spot>(), down: linkVertical<unknown, Spot>() }

/** Who depends on whom, from the supplier to the dependent. */
const SUPPLIES: readonly (readonly [Place, Place])[] = [
  ['engine1', 'thrust'],
  ['engine2', 'thrust'],
  ['engine1', 'power'],
  ['engine2', 'power'],
  ['turbine', 'power'],
  ['power', 'elac'],
  ['power', 'sec'],
  ['elac', 'control'],
  ['sec', 'control'],
]

const leaves = ({ x, y, width, height }: Box, direction: FlightLayout['direction']): Spot =>
  direction === 'across' ? [x + width, y + height / 2] : [x + width / 2, y + height]
const arrives = ({ x, y, width, height }: Box, direction: FlightLayout['direction']): Spot =>
  direction === 'across' ? [x, y + height / 2] : [x + width / 2, y]

function Drawing({
  model,
  layout,
}: {
  readonly model: FlightModel
  readonly layout: FlightLayout
}) {
  const shown = shownOf(model)
  const { boxes, hulls, direction } = layout
  const carries = ([from]: readonly [Place, Place]) =>
    from === 'turbine' ? model.turbineRuns : shown[from].state !== 'failed'
  return (
    <svg viewBox={`0 0 ${layout.width} ${layout.height}`} aria-hidden="true">
      {SUPPLIES.map((link) => {
        const [from, to] = link
        const source = leaves(boxes[from], direction)
        const target = arrives(boxes[to], direction)
        const alive = carries(link)
        const idle = from === 'turbine' && !model.turbineRuns
        return (
          <path
            key={`${from}-${to}`}
            d={bend[direction]({ source, target }) ?? ''}
            fill="none"
            stroke={alive ? 'var(--healthy)' : idle ? 'var(--standby)' : 'var(--failed)'}
            strokeWidth={alive ? 3.4 : 1.6}
            strokeDasharray={alive ? undefined : '3 6'}
          />
        )
      })}
      <Hull at={hulls.air} label={m.flight_hull_air()} struck={model.enginesWorking === 0} />
      <Hull at={hulls.design1} label={m.flight_hull_design()} struck={!model.works.elac} />
      <Hull at={hulls.design2} label={m.flight_hull_other_design()} struck={!model.works.sec} />
      {PLACES.map((place) => (
        <ComponentBox key={place} at={boxes[place]} {...shown[place]} />
      ))}
    </svg>
  )
}

/** What one cause reaches, and what flies on. */
export const FlightFigure = ({ model }: FigureProps<FlightModel, never>) => (
  <Fitted
    wide={<Drawing model={model} layout={across} />}
    narrow={<Drawing model={model} layout={down} />}
  />
)
