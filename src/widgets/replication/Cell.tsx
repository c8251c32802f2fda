import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import styles from './Figure.module.css'
import type { ReplicationLayout } from './layout.ts'
import { whole } from './words.ts'

/** What a cell says of a write: at a server, or as its client knows it. */
export type CellState =
  'applied' | 'received' | 'acknowledged' | 'waits' | 'unknown' | 'lost' | 'gone'

/** One write, as its number in a box. */
export function Cell({
  state,
  write,
  x,
  y,
  size,
}: {
  readonly state: CellState
  /** Absent in a key. */
  readonly write: number | undefined
  /** Its middle. */
  readonly x: number
  readonly y: number
  readonly size: number
}) {
  const left = x - size / 2
  const top = y - size / 2
  return (
    <g>
      <rect x={left} y={top} width={size} height={size} rx="3" className={styles[state]} />
      {(state === 'lost' || state === 'gone') && (
        <path d={`M${left} ${top + size}l${size} ${-size}`} className={styles['crossed']} />
      )}
      {write !== undefined && (
        <text x={x} y={y + 4.6} textAnchor="middle" fontSize="13" className={figureText('value')}>
          {whole(write)}
        </text>
      )}
    </g>
  )
}

/** What the cells of the logs are. */
export function CellKey({
  layout,
  servers,
}: {
  readonly layout: ReplicationLayout
  readonly servers: number
}) {
  const names: readonly (readonly [CellState, string])[] = [
    ['acknowledged', m.replication_cell_acknowledged()],
    ['applied', m.replication_cell_applied()],
    ['waits', m.replication_cell_waits()],
    ['received', m.replication_cell_received()],
    ['unknown', m.replication_cell_unknown()],
    ['lost', m.replication_cell_lost()],
  ]
  const { cellKey, table } = layout
  const top = table.top + (servers + 1) * table.pitch + 6
  return names.map(([state, name], index) => {
    const x = cellKey[index % cellKey.length] ?? 0
    const y = top + Math.floor(index / cellKey.length) * 24
    return (
      <g key={state}>
        <Cell state={state} write={undefined} x={x + 8} y={y} size={15} />
        <text x={x + 22} y={y + 5} className={figureText('soft')}>
          {name}
        </text>
      </g>
    )
  })
}
