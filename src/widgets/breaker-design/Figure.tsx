import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import { Fitted } from '../../figures/Fitted.tsx'
import type { FigureProps } from '../../frame/contract.ts'
import { CostBars, FaultRow, SealedRow } from './FaultRow.tsx'
import { KINDS } from './faults.ts'
import styles from './Figure.module.css'
import { type DesignLayout, narrow, wide } from './layout.ts'
import { type DesignModel, WHOSE, type Whose } from './model.ts'
import { kindName } from './words.ts'

const NAMES: Readonly<Record<Whose, () => string>> = {
  mine: m.design_mine,
  none: m.design_none,
  usual: m.design_usual,
}

/** What the bars stand for, over the first of them. */
function Key({ layout }: { readonly layout: DesignLayout }) {
  const places = layout.stacked ? [0, 82, 190] : [606, 700, 830]
  return (
    <g>
      {!layout.stacked && (
        <text x={layout.strip[0]} y="15" className={figureText('soft')}>
          {m.design_strips()}
        </text>
      )}
      {WHOSE.map((whose, index) => (
        <g key={whose}>
          <rect
            x={(places[index] ?? 0) + 0.5}
            y="5"
            width="12"
            height="11"
            rx="2"
            className={styles[whose]}
          />
          <text x={(places[index] ?? 0) + 18} y="15" className={figureText('soft')}>
            {NAMES[whose]()}
          </text>
        </g>
      ))}
    </g>
  )
}

function Drawing({
  model,
  layout,
}: {
  readonly model: DesignModel
  readonly layout: DesignLayout
}) {
  const { practice, sealed, totals } = model
  const { head, pitch, stacked, strip, barsY } = layout
  const rows = [practice, ...sealed]
  const most = Math.max(...rows.flatMap(({ scores }) => WHOSE.map((whose) => scores[whose].euros)))
  const y = (index: number) => head + index * pitch + (index > 0 ? 12 : 0)
  const foot = y(KINDS.length + 1)
  const height = foot + (stacked ? 74 : 50)
  return (
    <svg viewBox={`0 0 ${layout.width} ${height}`} aria-hidden="true">
      <Key layout={layout} />
      <FaultRow
        examined={practice}
        name={m.design_practice()}
        most={most}
        layout={layout}
        y={y(0)}
      />
      {KINDS.map((kind, index) => {
        const examined = sealed[index]
        return examined ? (
          <FaultRow
            key={kind}
            examined={examined}
            name={kindName(kind)}
            most={most}
            layout={layout}
            y={y(index + 1)}
          />
        ) : (
          <SealedRow
            key={kind}
            name={m.design_fault({ number: String(index + 1) })}
            layout={layout}
            y={y(index + 1)}
          />
        )
      })}
      {sealed.length > 0 && (
        <g>
          <line
            x1={stacked ? 0 : strip[0]}
            x2={stacked ? 348 : 966}
            y1={foot - 8}
            y2={foot - 8}
            className={styles['rule']}
          />
          <text
            x={stacked ? 0 : layout.bars[0] - 14}
            y={foot + (stacked ? 14 : 20)}
            textAnchor={stacked ? 'start' : 'end'}
            className={figureText('strong')}
          >
            {m.design_total()}
          </text>
          <CostBars
            costs={totals}
            most={Math.max(totals.mine, totals.none, totals.usual)}
            layout={layout}
            y={foot + (stacked ? barsY - 40 : 0)}
          />
        </g>
      )}
    </svg>
  )
}

/** A breaker's design on a fault that is known and on six that are not. */
export const DesignFigure = ({ model }: FigureProps<DesignModel, never>) => (
  <Fitted
    wide={<Drawing model={model} layout={wide} />}
    narrow={<Drawing model={model} layout={narrow} />}
  />
)
