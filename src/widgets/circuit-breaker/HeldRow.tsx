import * as m from '#messages/messages.js'
import { linearScale } from '../../figures/scale.ts'
import { LENGTH_MS } from '../../systems/circuit-breaker/provider.ts'
import styles from './Figure.module.css'
import type { Layout } from './layout.ts'
import { type BreakerModel, type Held, THREADS, heldBy, mostHeld } from './model.ts'
import { RowName } from './RowName.tsx'
import { tenth } from './text.ts'
import { whole } from './words.ts'

interface Props {
  readonly model: BreakerModel
  readonly layout: Layout
  readonly x: (ms: number) => number
}

/** How many calls are under way, each on a thread of the client's, with all this and without. */
export function HeldRow({ model, layout, x }: Props) {
  const { values, guarded, plain } = model
  const row = layout.rows.held
  const [from, to] = layout.axis
  const [own, without] = [heldBy(guarded.calls), heldBy(plain)]
  const peak = mostHeld(guarded.calls)
  const foot = row.y + row.height
  const y = linearScale([0, Math.max(THREADS, peak, mostHeld(plain))], [foot, row.y])
  const steps = (held: readonly Held[]): string =>
    held
      .filter(({ atMs }) => atMs <= LENGTH_MS)
      .map(({ atMs, count }) => `H${tenth(x(atMs))}V${tenth(y(count))}`)
      .join('')
  const at = (count: number, name: string) => (
    <line x1={from} x2={to} y1={y(count)} y2={y(count)} className={styles[name]} />
  )
  return (
    <g>
      <RowName
        layout={layout}
        row={row}
        name={m.breaker_row_held()}
        sum={m.breaker_sum_held({ most: whole(peak), threads: whole(THREADS) })}
        role={peak > THREADS ? 'fails' : 'soft'}
      />
      <path d={`M${from} ${foot}${steps(own)}V${foot}`} className={styles['held']} />
      <path d={`M${from} ${foot}${steps(without)}`} className={styles['without']} />
      {at(THREADS, 'threads')}
      {values.bulkhead && at(values.atOnce, 'limit')}
    </g>
  )
}
