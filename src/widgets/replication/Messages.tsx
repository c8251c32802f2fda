import * as m from '#messages/messages.js'
import { Cross } from '../../figures/Cross.tsx'
import { figureText } from '../../figures/figure-text.ts'
import type { Message } from '../../systems/replication/world.ts'
import { Cell } from './Cell.tsx'
import styles from './Figure.module.css'
import { newestIn } from './flight-words.ts'
import type { ReplicationLayout } from './layout.ts'

/** What a message is, as it is drawn. */
export function Glyph({
  message,
  x,
  y,
  size,
}: {
  readonly message: Message
  readonly x: number
  readonly y: number
  readonly size: number
}) {
  switch (message.kind) {
    case 'stream':
      return <Cell state="applied" write={newestIn(message)} x={x} y={y} size={size} />
    case 'confirm':
      return <circle cx={x} cy={y} r="5" className={styles['confirm']} />
    case 'write':
      return <circle cx={x} cy={y} r="6" className={styles['write']} />
    case 'answer':
      return <circle cx={x} cy={y} r="6" className={styles['answer']} />
    case 'read':
      return <path d={diamond(x, y)} className={styles['read']} />
    case 'value':
      return <path d={diamond(x, y)} className={styles['value']} />
    case 'behind':
    case 'refusal':
      return <Cross x={x} y={y} r={4} />
  }
}

const diamond = (x: number, y: number): string => `M${x} ${y - 7}l7 7l-7 7l-7 -7z`

/** What the messages are. */
export function Key({ layout }: { readonly layout: ReplicationLayout }) {
  const { columns, y } = layout.key
  const names: readonly (readonly [Message, string])[] = [
    [{ kind: 'write', request: 0 }, m.replication_key_write()],
    [{ kind: 'answer', write: 0, request: 0 }, m.replication_key_answer()],
    [{ kind: 'stream', timeline: 1, after: 0, transactions: [] }, m.replication_key_stream()],
    [{ kind: 'read', request: 0, atLeast: 0 }, m.replication_key_read()],
    [{ kind: 'value', request: 0, value: 0 }, m.replication_key_value()],
    [{ kind: 'confirm', timeline: 1, received: 0, applied: 0 }, m.replication_key_confirm()],
  ]
  return names.map(([message, name], index) => {
    const x = columns[index % columns.length] ?? 0
    const line = y + Math.floor(index / columns.length) * 24
    return (
      <g key={message.kind}>
        <Glyph message={message} x={x + 8} y={line - 5} size={14} />
        <text x={x + 22} y={line} className={figureText('soft')}>
          {name}
        </text>
      </g>
    )
  })
}
