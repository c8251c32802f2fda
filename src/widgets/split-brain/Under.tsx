import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import { Lamp } from '../../figures/Lamp.tsx'
import {
  type Arbitration,
  INVARIANTS,
  type SplitBrainWorld,
} from '../../systems/split-brain/world.ts'
import { endName } from './data.ts'
import styles from './Figure.module.css'
import { Ends } from './Lanes.tsx'
import type { SplitBrainLayout } from './layout.ts'
import type { SplitBrainModel } from './model.ts'
import { invariantName, seconds, whole } from './words.ts'

/** What the marks of writes are, and the squares. */
export function WriteKey({ layout, y }: { readonly layout: SplitBrainLayout; readonly y: number }) {
  const ends = (['answered', 'unanswered', 'lost'] as const).map((end) => ({
    id: end,
    name: endName(end),
    sign: (x: number, line: number) => <Ends end={end} places={[[x + 6, line - 5]]} r={4.4} />,
  }))
  const clash = {
    id: 'clash',
    name: m.split_brain_key_clash(),
    sign: (x: number, line: number) => (
      <rect x={x} y={line - 11} width="12" height="12" rx="2" className={styles['clash']} />
    ),
  }
  return [...ends, clash].map(({ id, name, sign }, index) => {
    const [x = 0, row = 0] = layout.key[index] ?? []
    const line = y + row * 24
    return (
      <g key={id}>
        {sign(x, line)}
        <text x={x + 18} y={line} className={figureText('soft')}>
          {name}
        </text>
      </g>
    )
  })
}

/** What must never happen, each with a lamp: at this moment, and since the start. */
export function Promises({
  world,
  layout,
  y,
}: {
  readonly world: SplitBrainWorld
  readonly layout: SplitBrainLayout
  readonly y: number
}) {
  const columns = layout.promises
  return INVARIANTS.map((invariant, index) => {
    const x = columns[index % columns.length] ?? 0
    const line = y + Math.floor(index / columns.length) * 24
    const broken = world.breaches[invariant] !== undefined
    const rule = invariantName(invariant)
    return (
      <g key={invariant}>
        <Lamp state={broken ? 'failed' : 'healthy'} x={x + 6} y={line - 5} />
        <text x={x + 18} y={line} className={figureText(broken ? 'fails' : 'soft')}>
          {broken ? m.split_brain_broken({ rule }) : m.split_brain_holds({ rule })}
        </text>
      </g>
    )
  })
}

const NAMES: Readonly<Record<Arbitration, () => string>> = {
  none: m.split_brain_compare_none,
  both: m.split_brain_compare_both,
  witness: m.split_brain_compare_witness,
  fence: m.split_brain_compare_fence,
}

/** What the same trouble comes to under each rule: what it costs to be safe. */
export function Comparison({
  model,
  layout,
  y,
}: {
  readonly model: SplitBrainModel
  readonly layout: SplitBrainLayout
  readonly y: number
}) {
  const start = layout.narrow ? 4 : layout.axis[0]
  const { arbitration, flaw } = model.parameters
  const heads = [
    m.split_brain_compare_two(),
    m.split_brain_compare_nobody(),
    m.split_brain_compare_unanswered(),
    m.split_brain_compare_lost(),
  ]
  return (
    <g>
      <text x={start} y={y} className={figureText('strong')}>
        {m.split_brain_compare()}
      </text>
      {!layout.narrow &&
        heads.map((head, index) => (
          <text
            key={head}
            x={layout.compare[index]}
            y={y}
            textAnchor="end"
            className={figureText('soft')}
          >
            {head}
          </text>
        ))}
      {model.others.map(({ arbitration: rule, outcome }, index) => {
        const line = y + 26 + index * 26
        const chosen = rule === arbitration && flaw === undefined
        const cells = [
          { text: seconds(outcome.twoMs), bad: outcome.twoMs > 0 },
          { text: seconds(outcome.nobodyMs), bad: false },
          { text: whole(outcome.unanswered), bad: false },
          { text: whole(outcome.lost), bad: outcome.lost > 0 },
        ]
        return (
          <g key={rule}>
            <text x={start} y={line} className={figureText(chosen ? 'strong' : 'soft')}>
              {NAMES[rule]()}
            </text>
            {cells.map(({ text, bad }, column) => (
              <text
                key={heads[column]}
                x={layout.compare[column]}
                y={line}
                textAnchor="end"
                className={figureText('value', bad ? 'fails' : chosen ? 'strong' : 'soft')}
              >
                {text}
              </text>
            ))}
          </g>
        )
      })}
    </g>
  )
}
