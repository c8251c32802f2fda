import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import { Lamp } from '../../figures/Lamp.tsx'
import { INVARIANTS, type MultiPrimaryWorld } from '../../systems/multi-primary/world.ts'
import type { MultiPrimaryLayout } from './layout.ts'
import { invariantName } from './words.ts'

/** What must never happen, each with a lamp: since the start. */
export function Promises({
  world,
  layout,
  y,
}: {
  readonly world: MultiPrimaryWorld
  readonly layout: MultiPrimaryLayout
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
          {broken ? m.multi_primary_broken({ rule }) : m.multi_primary_holds({ rule })}
        </text>
      </g>
    )
  })
}
