import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import { Fitted } from '../../figures/Fitted.tsx'
import { Lamp } from '../../figures/Lamp.tsx'
import type { Choose, FigureProps } from '../../frame/contract.ts'
import { now } from './describe.ts'
import { Drill, TEXT_LINE, drillHeight } from './Drill.tsx'
import styles from './Figure.module.css'
import { type Group, type HiddenLayout, groupsOf, narrow, wide } from './layout.ts'
import type { HiddenModel } from './model.ts'
import { PartBox } from './PartBox.tsx'
import { TEXTS, whole } from './words.ts'
import { wrapped } from './wrapped.ts'

/** What a column is for, and how many of it must work. */
function heading({ id, architecture, mend, opened }: HiddenModel, index: number): string {
  const column = architecture.columns[index]
  const name = TEXTS[id].columns[index]?.() ?? ''
  const adds = opened && mend?.adds?.column === index ? mend.adds : undefined
  const needed = adds?.needed ?? column?.needed ?? 0
  const count = (column?.parts.length ?? 0) + (adds ? 1 : 0)
  if (needed === 0) return m.hidden_helps({ name })
  const said = { name, needed: whole(needed), count: whole(count) }
  return index > 0 && architecture.join === 'any' ? m.hidden_or_one_of(said) : m.hidden_one_of(said)
}

const middle = ({ at }: Group['places'][number]) => at.y + at.height / 2

/** From each part of a column to each of the next: whoever works is asked. */
function Links({
  model,
  from,
  to,
}: { readonly model: HiddenModel } & Record<'from' | 'to', Group>) {
  const left = from.x + from.width
  const bus = (left + to.x) / 2
  const ys = [...from.places, ...to.places].map(middle)
  const falls = (part: string) => model.opened?.drawn?.falls.includes(part) ?? false
  const helps = model.architecture.columns.some(
    ({ needed, parts }) => needed === 0 && parts.some((part) => part === to.places[0]?.part),
  )
  const stateOf = (part: string) => (falls(part) ? 'fails' : helps ? 'helps' : 'works')
  return (
    <g>
      {from.places.map((place) => (
        <path
          key={place.part}
          d={`M${left} ${middle(place)}H${bus}`}
          className={styles['link']}
          data-state={stateOf(place.part)}
        />
      ))}
      {to.places.map((place) => (
        <path
          key={place.part}
          d={`M${bus} ${middle(place)}H${to.x}`}
          className={styles['link']}
          data-state={stateOf(place.part)}
        />
      ))}
      <path
        d={`M${bus} ${Math.min(...ys)}V${Math.max(...ys)}`}
        className={styles['link']}
        data-state={helps ? 'helps' : 'works'}
      />
    </g>
  )
}

interface DrawingProps {
  readonly model: HiddenModel
  readonly layout: HiddenLayout
  readonly choose: Choose | undefined
}

function Drawing({ model, layout, choose }: DrawingProps) {
  const { architecture, mend, opened } = model
  const { groups, bottom } = groupsOf(architecture, opened && mend?.adds?.column, layout)
  const dark = opened?.drawn?.serves === false
  const left = opened ? 24 : 2
  const lines = wrapped(now(model), layout.width - left)
  const base = bottom + 34
  const drillY = base + (lines.length - 1) * TEXT_LINE + 14
  const height = drillY + drillHeight(model, layout)
  return (
    <svg viewBox={`0 0 ${layout.width} ${height}`} aria-hidden="true">
      {groups.map((group, index) => {
        const next = groups[index + 1]
        return (
          <g key={group.places[0]?.part}>
            <text x={group.x} y={group.y + 17} className={figureText('soft')}>
              {heading(model, index)}
            </text>
            {next && !layout.stacked && <Links model={model} from={group} to={next} />}
            {group.places.map((place) => (
              <PartBox
                key={place.part}
                model={model}
                place={place}
                layout={layout}
                choose={choose}
              />
            ))}
          </g>
        )
      })}
      {opened && <Lamp state={dark ? 'failed' : 'healthy'} x={10} y={base - 5} />}
      {lines.map((line, index) => (
        <text
          key={line}
          x={left}
          y={base + index * TEXT_LINE}
          className={figureText('strong', ...(dark ? ['fails'] : []))}
        >
          {line}
        </text>
      ))}
      <Drill model={model} layout={layout} y={drillY} />
    </svg>
  )
}

/** An architecture part by part, and what happens when things are pulled down. */
export const HiddenFigure = ({ model, choose }: FigureProps<HiddenModel, never>) => (
  <Fitted
    wide={<Drawing model={model} layout={wide} choose={choose} />}
    narrow={<Drawing model={model} layout={narrow} choose={choose} />}
  />
)
