import { Fitted } from '../../figures/Fitted.tsx'
import type { FigureProps } from '../../frame/contract.ts'
import { nowOf } from './drill.ts'
import { Estate } from './Estate.tsx'
import { type DomainsLayout, narrow, wide } from './layout.ts'
import { Parts, Sets } from './Lists.tsx'
import type { DomainsModel, GuessMark } from './model.ts'
import { Panel } from './Panel.tsx'
import { Ruler } from './Ruler.tsx'
import { Strip } from './Strip.tsx'

type Props = FigureProps<DomainsModel, GuessMark>

function Drawing({ model, atMs, guess, act, layout }: Props & { readonly layout: DomainsLayout }) {
  const now = nowOf(model, atMs)
  return (
    <svg viewBox={`0 0 ${layout.width} ${layout.height}`} aria-hidden="true">
      <Estate model={model} now={now} layout={layout} act={act} />
      <Panel model={model} now={now} layout={layout} live={act !== undefined} />
      <Strip model={model} atMs={atMs} layout={layout} />
      <Ruler model={model} guess={guess} layout={layout} />
      <Sets model={model} layout={layout} />
      <Parts model={model} layout={layout} />
    </svg>
  )
}

/** The estate under its drill, what it takes to bring the service down, and how many nines are left. */
export const DomainsFigure = (props: Props) => (
  <Fitted
    wide={<Drawing {...props} layout={wide} />}
    narrow={<Drawing {...props} layout={narrow} />}
  />
)
