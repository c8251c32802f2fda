import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import type { Message } from '../../systems/quorum-store/world.ts'
import styles from './Figure.module.css'
import type { QuorumLayout } from './layout.ts'

/** What a message is, as it is drawn: writes are full, reads hollow, what goes out is a square. */
type Glyph = 'write' | 'ack' | 'read' | 'answer'

export const glyphOf = ({ kind }: Message): Glyph =>
  ({
    store: 'write' as const,
    hand: 'write' as const,
    stored: 'ack' as const,
    handed: 'ack' as const,
    ask: 'read' as const,
    told: 'answer' as const,
  })[kind]

export function Letter({
  glyph,
  x,
  y,
}: {
  readonly glyph: Glyph
  readonly x: number
  readonly y: number
}) {
  const style = styles[glyph === 'write' || glyph === 'ack' ? 'full' : 'hollow']
  if (glyph === 'ack' || glyph === 'answer')
    return <circle cx={x} cy={y} r={glyph === 'ack' ? 4.5 : 4} className={style} />
  return <rect x={x - 5} y={y - 5} width="10" height="10" rx="1.5" className={style} />
}

/** What the messages and the two frames mean. */
export function Key({ layout }: { readonly layout: QuorumLayout }) {
  const { columns, y } = layout.key
  const names = [
    ['write', m.quorum_store_key_write()],
    ['ack', m.quorum_store_key_ack()],
    ['writeSet', m.quorum_store_key_write_set()],
    ['read', m.quorum_store_key_read()],
    ['answer', m.quorum_store_key_answer()],
    ['readSet', m.quorum_store_key_read_set()],
  ] as const
  return names.map(([glyph, name], index) => {
    const x = columns[index % columns.length] ?? 0
    const line = y + Math.floor(index / columns.length) * 24
    return (
      <g key={glyph}>
        {glyph === 'writeSet' || glyph === 'readSet' ? (
          <rect x={x} y={line - 12} width="18" height="14" rx="3" className={styles[glyph]} />
        ) : (
          <Letter glyph={glyph} x={x + 9} y={line - 5} />
        )}
        <text x={x + 25} y={line} className={figureText('soft')}>
          {name}
        </text>
      </g>
    )
  })
}
