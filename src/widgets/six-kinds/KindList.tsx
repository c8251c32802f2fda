import { figureText } from '../../figures/figure-text.ts'
import { Lamp } from '../../figures/Lamp.tsx'
import type { Choose } from '../../frame/contract.ts'
import { times } from './numbers.ts'
import styles from './Figure.module.css'
import type { KindsLayout } from './layout.ts'
import type { KindsModel } from './model.ts'
import { eventName, fateName, kindName } from './names.ts'
import { FATES } from './stage.ts'

const ROLES = { serves: 'works', limps: 'limps', fails: 'fails' } as const

/** The six kinds with what happens to each, how it ends and what it costs; a click chooses. */
export function KindList({
  model,
  layout,
  choose,
}: {
  readonly model: KindsModel
  readonly layout: KindsLayout
  readonly choose: Choose | undefined
}) {
  const { list, row } = layout
  return model.all.map(({ kind, fate, cost }, index) => {
    const y = 2 + index * row
    return (
      <g key={kind} className={styles['row']} onClick={choose && (() => choose('kind', kind))}>
        <rect
          x="2"
          y={y}
          width={list - 4}
          height={row - 5}
          rx="8"
          className={styles['ground']}
          data-chosen={kind === model.values.kind}
        />
        <Lamp state={FATES[fate]} x={17} y={y + 17} />
        <text x="32" y={y + 22} className={figureText('strong')}>
          {kindName(kind)}
        </text>
        <text x={list - 88} y={y + 22} textAnchor="end" className={figureText(ROLES[fate])}>
          {fateName(fate)}
        </text>
        <text x={list - 14} y={y + 22} textAnchor="end" className={figureText('value')}>
          {times(cost)}
        </text>
        <text x="32" y={y + 41} className={figureText('soft')}>
          {eventName(kind, model.values.happening, model.values.count)}
        </text>
      </g>
    )
  })
}
