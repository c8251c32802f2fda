import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import figures from '../../figures/figures.module.css'
import { Lamp } from '../../figures/Lamp.tsx'
import type { Choose } from '../../frame/contract.ts'
import { type LineId, lineAt, linesOf, partOf } from '../../systems/hidden-causes/architecture.ts'
import styles from './Figure.module.css'
import { HEAD, type HiddenLayout, type Place } from './layout.ts'
import type { HiddenModel } from './model.ts'
import { TEXTS, aboutOf, partName } from './words.ts'

interface LineProps {
  readonly model: HiddenModel
  readonly id: LineId
  readonly at: { readonly x: number; readonly y: number; readonly width: number }
  readonly layout: HiddenLayout
  readonly choose: Choose | undefined
}

/** Marks a line; one that is marked no more. The second mark moves, the first one stays. */
function toggle({ first, second }: HiddenModel, id: LineId, choose: Choose): void {
  if (id === first) choose('first', 'none')
  else if (id === second) choose('second', 'none')
  else choose(first === undefined ? 'first' : 'second', id)
}

/** One detail of a part. */
function DetailLine({ model, id, at, layout, choose }: LineProps) {
  const { architecture, first, second, mend, opened } = model
  const marked = id === first || id === second
  const falls = opened?.drawn?.lines.includes(id) ?? false
  const changed = opened !== undefined && mend?.lines?.[id] !== undefined
  const base = at.y + layout.line * 0.68
  return (
    <g className={styles['line']} onClick={choose && (() => toggle(model, id, choose))}>
      <rect
        x={at.x + 5}
        y={at.y + 1}
        width={at.width - 10}
        height={layout.line - 2}
        rx="4"
        className={styles['target']}
        data-marked={marked}
      />
      {falls && (
        <path
          d={`M${at.x + 10} ${base - 8}l7 7m0 -7l-7 7`}
          className={styles['ends']}
          strokeWidth="2"
        />
      )}
      <text x={at.x + 22} y={base} className={`${figureText('soft')} ${styles['small']}`}>
        {aboutOf(lineAt(architecture, id)?.about ?? '')}
      </text>
      <text
        x={at.x + layout.says + 8}
        y={base}
        className={`${figureText(...(falls ? ['fails'] : marked ? ['guessed'] : []))} ${styles['small']}`}
      >
        {changed ? m.hidden_changed() : TEXTS[model.id].lines[id]?.()}
      </text>
    </g>
  )
}

interface Props {
  readonly model: HiddenModel
  readonly place: Place
  readonly layout: HiddenLayout
  readonly choose: Choose | undefined
}

/** One part with its details, and once something is pulled down whether it still works. */
export function PartBox({ model, place, layout, choose }: Props) {
  const { part, at } = place
  const drawn = model.opened?.drawn
  const falls = drawn?.falls.includes(part) ?? false
  const lines = linesOf(model.architecture).filter((id) => partOf(id) === part)
  return (
    <g>
      <rect {...at} rx="9" className={figures['box']} data-state={falls ? 'failed' : 'healthy'} />
      <Lamp state={falls ? 'failed' : 'healthy'} x={at.x + 15} y={at.y + 17} />
      <text x={at.x + 28} y={at.y + 22} className={figureText('strong')}>
        {partName(model.id, part)}
      </text>
      {drawn && (
        <text
          x={at.x + at.width - 12}
          y={at.y + 22}
          textAnchor="end"
          className={figureText(falls ? 'fails' : 'works')}
        >
          {falls ? m.hidden_falls() : m.hidden_works()}
        </text>
      )}
      {lines.map((id, index) => (
        <DetailLine
          key={id}
          model={model}
          id={id}
          at={{ x: at.x, y: at.y + HEAD + index * layout.line, width: at.width }}
          layout={layout}
          choose={choose}
        />
      ))}
    </g>
  )
}
