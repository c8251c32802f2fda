import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import { Lamp } from '../../figures/Lamp.tsx'
import { PROMISES, type ReplicationWorld } from '../../systems/replication/world.ts'
import type { ReplicationLayout } from './layout.ts'
import { promiseName, whole } from './words.ts'

/** What must never happen, each with a lamp; a broken one says by which write, and where. */
export function Promises({
  world,
  layout,
  y,
}: {
  readonly world: ReplicationWorld
  readonly layout: ReplicationLayout
  readonly y: number
}) {
  const columns = layout.promises
  const broken = layout.narrow ? m.replication_broken_short : m.replication_broken
  return PROMISES.map((name, index) => {
    const x = columns[index % columns.length] ?? 0
    const line = y + Math.floor(index / columns.length) * 26
    const breach = world.breaches[name]
    const promise = promiseName(name)
    return (
      <g key={name}>
        <Lamp state={breach ? 'failed' : 'healthy'} x={x + 6} y={line - 5} />
        <text x={x + 18} y={line} className={figureText(breach ? 'fails' : 'soft')}>
          {breach
            ? broken({
                promise,
                write: whole(breach.write),
                server: breach.server,
              })
            : m.replication_holds({ promise })}
        </text>
      </g>
    )
  })
}
