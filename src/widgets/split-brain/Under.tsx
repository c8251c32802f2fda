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
import { type Compared, LINE, type SplitBrainLayout } from './layout.ts'
import type { Outcome, SplitBrainModel } from './model.ts'
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

const HEADS: Readonly<Record<Compared, () => string>> = {
  two: m.split_brain_compare_two,
  nobody: m.split_brain_compare_nobody,
  unanswered: m.split_brain_compare_unanswered,
  lost: m.split_brain_compare_lost,
}

const comparedOf = ({ twoMs, nobodyMs, unanswered, lost }: Outcome) =>
  ({
    two: { text: seconds(twoMs), bad: twoMs > 0 },
    nobody: { text: seconds(nobodyMs), bad: false },
    unanswered: { text: whole(unanswered), bad: false },
    lost: { text: whole(lost), bad: lost > 0 },
  }) satisfies Record<Compared, { text: string; bad: boolean }>

/** All writes as a bar: kept, thrown away, and without an answer. */
function Bar({
  outcome: { writes, unanswered, lost },
  layout,
  y,
}: {
  readonly outcome: Outcome
  readonly layout: SplitBrainLayout
  readonly y: number
}) {
  const [from, to] = layout.compare.bar
  const wide = (count: number) => ((to - from) * count) / Math.max(1, writes)
  const kept = wide(Math.max(0, writes - unanswered - lost))
  const parts = [
    ['whole', from, kept],
    ['gone', from + kept, wide(lost)],
    ['missing', to - wide(unanswered), wide(unanswered)],
  ] as const
  return parts
    .filter(([, , width]) => width > 0)
    .map(([kind, x, width]) => (
      <rect key={kind} x={x} y={y} width={width} height="12" className={styles[kind]} />
    ))
}

/** Each rule that is whole, and the one that was chosen where it is not. */
export function rowsOf({
  others,
  outcome: own,
  parameters: { arbitration, flaw },
}: SplitBrainModel) {
  const whole = others.map(({ arbitration: rule, outcome }) => ({
    name: NAMES[rule](),
    chosen: flaw === undefined && rule === arbitration,
    outcome,
  }))
  return flaw === undefined
    ? whole
    : [...whole, { name: m.split_brain_compare_flaw(), chosen: true, outcome: own }]
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
  const heads = layout.narrow ? y + LINE : y
  const { columns } = layout.compare
  return (
    <g>
      <text x={start} y={y} className={figureText('strong')}>
        {m.split_brain_compare()}
      </text>
      {columns.map(([of, x]) => (
        <text key={of} x={x} y={heads} textAnchor="end" className={figureText('soft')}>
          {HEADS[of]()}
        </text>
      ))}
      {rowsOf(model).map(({ name, chosen, outcome }, index) => {
        const line = heads + (index + 1) * LINE
        const compared = comparedOf(outcome)
        return (
          <g key={name}>
            <text x={start} y={line} className={figureText(chosen ? 'strong' : 'soft')}>
              {name}
            </text>
            <Bar outcome={outcome} layout={layout} y={line - 11} />
            {columns.map(([of, x]) => {
              const { text, bad } = compared[of]
              const role = bad ? 'fails' : chosen ? 'strong' : 'soft'
              return (
                <text
                  key={of}
                  x={x}
                  y={line}
                  textAnchor="end"
                  className={figureText('value', role)}
                >
                  {text}
                </text>
              )
            })}
          </g>
        )
      })}
    </g>
  )
}
