import { Fitted } from '../../figures/Fitted.tsx'
import type { FigureProps } from '../../frame/contract.ts'
import { Choices, Tally } from './Aftermath.tsx'
import { type IncidentLayout, narrow, wide } from './layout.ts'
import type { IncidentModel } from './model.ts'
import { Hours, Months, Night } from './Panels.tsx'

type Props = Pick<FigureProps<IncidentModel, number>, 'model' | 'atMs' | 'guess'>

const Drawing = ({ model, atMs, guess, layout }: Props & { readonly layout: IncidentLayout }) => (
  <svg viewBox={`0 0 ${layout.width} ${layout.height}`} aria-hidden="true">
    <Months model={model} atMs={atMs} at={layout.months} />
    <Hours model={model} atMs={atMs} at={layout.hours} guess={guess} />
    <Night model={model} atMs={atMs} at={layout.night} />
    <Choices model={model} at={layout.choices} />
    <Tally model={model} atMs={atMs} at={layout.bills} />
  </svg>
)

/** From months to hours to minutes, one under another, then what was chosen and what it cost. */
export const IncidentFigure = (props: FigureProps<IncidentModel, number>) => (
  <Fitted
    wide={<Drawing {...props} layout={wide} />}
    narrow={<Drawing {...props} layout={narrow} />}
  />
)
