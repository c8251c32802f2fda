import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import { Lamp, type State } from '../../figures/Lamp.tsx'
import type { RaftWorld, Server } from '../../systems/raft/world.ts'
import styles from './Figure.module.css'
import type { RaftLayout } from './layout.ts'
import { spellName, whole } from './words.ts'

const CELL = 24

/** How a server stands: its lamp, and the word for it. */
export const nowOf = ({ life, role }: Server) => {
  if (life.condition === 'down') return { lamp: 'failed', state: 'down' } as const
  if (life.condition === 'paused') return { lamp: 'unknown', state: 'paused' } as const
  if (role === 'leader') return { lamp: 'healthy', state: 'leads' } as const
  return role === 'follower'
    ? ({ lamp: 'standby', state: 'follows' } as const)
    : ({ lamp: 'degraded', state: 'stands' } as const)
}

interface RowProps {
  readonly id: string
  readonly server: Server
  readonly y: number
  readonly layout: RaftLayout
}

/** A server in words, and the end of its log: terms, filled where committed. */
function Row({ id, server, y, layout }: RowProps) {
  const { x, state, cells, end, most } = layout.table
  const now = nowOf(server)
  const lamp: State = now.lamp
  const { log, commit, term } = server
  const hidden = Math.max(0, log.length - most)
  const word = now.state === 'stands' ? m.raft_stands_short() : spellName(now.state)
  return (
    <g>
      <text x={x} y={y + 5} className={figureText('strong')}>
        {id}
      </text>
      <Lamp state={lamp} x={state - 14} y={y} />
      <text x={state} y={y + 5} className={figureText()}>
        {layout.narrow ? word : m.raft_in_term({ what: word, term: whole(term) })}
      </text>
      {log.slice(hidden).map((entry, index) => {
        const at = hidden + index + 1
        const left = cells + index * CELL
        return (
          <g key={at}>
            <rect
              x={left}
              y={y - 11}
              width={CELL - 3}
              height="22"
              rx="2"
              className={styles[at <= commit ? 'committed' : 'uncertain']}
            />
            <text
              x={left + (CELL - 3) / 2}
              y={y + 5}
              textAnchor="middle"
              fontSize="13"
              className={figureText('value')}
            >
              {whole(entry.term)}
            </text>
          </g>
        )
      })}
      {!layout.narrow && (
        <text x={end} y={y + 5} textAnchor="end" className={figureText('value', 'soft')}>
          {`${whole(commit)}/${whole(log.length)}`}
        </text>
      )}
    </g>
  )
}

/** What each server is at this moment, and what its log holds. */
export function Logs({
  world,
  ids,
  layout,
}: {
  readonly world: RaftWorld
  readonly ids: readonly string[]
  readonly layout: RaftLayout
}) {
  const { top, pitch } = layout.table
  return ids.map((id, index) => {
    const server = world.servers[id]
    return (
      server && <Row key={id} id={id} server={server} y={top + index * pitch} layout={layout} />
    )
  })
}
