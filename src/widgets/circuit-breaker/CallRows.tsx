import * as m from '#messages/messages.js'
import { SLOW_MS } from '../../systems/circuit-breaker/calls.ts'
import type { Driven } from './drive.ts'
import styles from './Figure.module.css'
import type { Layout, Row } from './layout.ts'
import type { BreakerModel } from './model.ts'
import { RowName } from './RowName.tsx'
import { tenth } from './text.ts'
import { LENGTH_MS } from '../../systems/circuit-breaker/provider.ts'
import { whole } from './words.ts'

interface Props {
  readonly model: BreakerModel
  readonly layout: Layout
  readonly x: (ms: number) => number
}

/** A tick for each call, from a share of the row's height down to its foot. */
const ticks = (calls: readonly Driven[], x: Props['x'], { y, height }: Row, share = 1): string =>
  calls
    .map(({ atMs }) => `M${tenth(x(atMs))} ${tenth(y + height * (1 - share))}V${y + height}`)
    .join('')

const ROWS = [
  { fate: 'served', name: m.breaker_row_served, role: 'works' },
  { fate: 'failed', name: m.breaker_row_failed, role: 'fails' },
  { fate: 'rejected', name: m.breaker_row_rejected, role: 'soft' },
] as const

/** Whether a call was served so late that its user noticed. */
export const isLate = ({ atMs, endMs, fate }: Driven) =>
  fate === 'served' && endMs - atMs >= SLOW_MS

/** Every call as a tick in the row of what became of it, and once more as it went without a breaker. */
export function CallRows({ model, layout, x }: Props) {
  const { rows, axis } = layout
  const failed = model.plain.filter(({ fate }) => fate === 'failed')
  const late = model.plain.filter(isLate)
  return (
    <g>
      {ROWS.map(({ fate, name, role }) => {
        const own = model.guarded.calls.filter((call) => call.fate === fate)
        const slow = own.filter(isLate)
        const row = rows[fate]
        const sum =
          slow.length === 0
            ? whole(own.length)
            : m.breaker_sum_late({ all: whole(own.length), late: whole(slow.length) })
        return (
          <g key={fate}>
            <RowName layout={layout} row={row} name={name()} sum={sum} role={role} />
            <path d={`M${axis[0]} ${row.y + row.height}H${axis[1]}`} className={styles['foot']} />
            <path
              d={ticks(
                own.filter((call) => !isLate(call)),
                x,
                row,
              )}
              className={styles[fate]}
            />
            <path d={ticks(slow, x, row, 0.6)} className={styles['late']} />
          </g>
        )
      })}
      <RowName
        layout={layout}
        row={rows.plain}
        name={m.breaker_row_plain()}
        sum={
          late.length === 0
            ? m.breaker_sum_failed({ failed: whole(failed.length) })
            : m.breaker_sum_only_late({ late: whole(late.length) })
        }
        role={late.length === 0 ? 'fails' : 'limps'}
      />
      <path
        d={`M${axis[0]} ${rows.plain.y + rows.plain.height}H${axis[1]}`}
        className={styles['foot']}
      />
      <path
        d={ticks(
          model.plain.filter((call) => call.fate === 'served' && !isLate(call)),
          x,
          rows.plain,
          0.3,
        )}
        className={styles['served']}
      />
      <path d={ticks(late, x, rows.plain, 0.6)} className={styles['late']} />
      <path d={ticks(failed, x, rows.plain)} className={styles['failed']} />
    </g>
  )
}

/** The probes where they ended: a disc for one that was served, a cross for one that failed. */
export function ProbeRow({ model, layout, x }: Props) {
  const row = layout.rows.probes
  const y = row.y + row.height / 2
  const probes = model.guarded.calls.filter(({ probe, endMs }) => probe && endMs <= LENGTH_MS)
  const served = probes.filter(({ fate }) => fate === 'served').length
  const r = layout.stacked ? 3.6 : 4.4
  return (
    <g>
      <RowName
        layout={layout}
        row={row}
        name={m.breaker_half_open()}
        {...(probes.length > 0 && {
          sum: m.breaker_sum_probes({ served: whole(served), all: whole(probes.length) }),
        })}
      />
      {probes.map(({ atMs, endMs, fate }) =>
        fate === 'served' ? (
          <circle key={atMs} cx={x(endMs)} cy={y} r={r} className={styles['probeServed']} />
        ) : (
          <path
            key={atMs}
            d={`M${x(endMs) - r} ${y - r}l${2 * r} ${2 * r}m0 ${-2 * r}l${-2 * r} ${2 * r}`}
            className={styles['probeFailed']}
          />
        ),
      )}
    </g>
  )
}
