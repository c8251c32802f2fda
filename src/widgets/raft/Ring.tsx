import * as m from '#messages/messages.js'
import { Cross } from '../../figures/Cross.tsx'
import { figureText } from '../../figures/figure-text.ts'
import { passes } from '../../simulation/network.ts'
import type { Flight, Message, RaftWorld, Server } from '../../systems/raft/world.ts'
import styles from './Figure.module.css'
import { NODE, type RaftLayout, placeOf } from './layout.ts'
import { whole } from './words.ts'

interface Props {
  readonly world: RaftWorld
  readonly ids: readonly string[]
  readonly atMs: number
  readonly layout: RaftLayout
}

type Place = readonly [x: number, y: number]

const tenth = (value: number): number => Math.round(value * 10) / 10

/** What a message is, as it is drawn. */
export type Glyph = 'ask' | 'vote' | 'refusal' | 'append'

const glyphOf = (message: Message): Glyph => {
  if (message.kind === 'ask') return 'ask'
  if (message.kind === 'vote') return message.given ? 'vote' : 'refusal'
  return 'append'
}

export function Letter({
  glyph,
  x,
  y,
}: {
  readonly glyph: Glyph
  readonly x: number
  readonly y: number
}) {
  if (glyph === 'refusal') return <Cross x={x} y={y} r={4} />
  return <circle cx={x} cy={y} r={glyph === 'append' ? 3 : 5} className={styles[glyph]} />
}

/** A server's state as its circle has it; words for it stand in the table. */
const stateOf = ({ life, role }: Server): string => {
  if (life.condition !== 'up') return life.condition
  if (role === 'leader') return 'leads'
  return role === 'follower' ? 'follows' : 'stands'
}

function Node({
  id,
  server,
  at: [x, y],
}: {
  readonly id: string
  readonly server: Server
  readonly at: Place
}) {
  return (
    <g>
      <circle cx={x} cy={y} r={NODE} className={styles['node']} data-state={stateOf(server)} />
      <text x={x} y={y + 1} textAnchor="middle" className={figureText('strong')}>
        {id}
      </text>
      <text x={x} y={y + 16} textAnchor="middle" fontSize="12" className={figureText('value')}>
        {m.raft_term_short({ term: whole(server.term) })}
      </text>
      {server.life.condition === 'down' && <Cross x={x + 20} y={y - 20} r={6} />}
    </g>
  )
}

/** The servers around their client, who reaches whom, and every message on its way. */
export function Ring({ world, ids, atMs, layout }: Props) {
  const { servers, network, flights } = world
  const places = new Map<string, Place>(
    ids.map((id, index) => [id, placeOf(layout, index, ids.length)]),
  )
  const middle: Place = [layout.ring.x, layout.ring.y]
  const placeOfName = (name: string): Place => places.get(name) ?? middle
  const along = ({ from, to, sentMs, arrivesMs }: Flight): Place => {
    const [fromX, fromY] = placeOfName(from)
    const [toX, toY] = placeOfName(to)
    const length = Math.hypot(toX - fromX, toY - fromY) || 1
    const part = Math.min(1, Math.max(0, (atMs - sentMs) / Math.max(1, arrivesMs - sentMs)))
    // From the edge of one circle to the edge of the other.
    const share = (NODE + part * (length - 2 * NODE)) / length
    return [tenth(fromX + share * (toX - fromX)), tenth(fromY + share * (toY - fromY))]
  }
  const links = ids.flatMap((one, index) =>
    ids
      .slice(index + 1)
      .filter((other) => passes(network, one, other) && passes(network, other, one))
      .map((other) => [placeOfName(one), placeOfName(other)] as const),
  )
  return (
    <g>
      <path
        d={links
          .map(([[x1, y1], [x2, y2]]) => `M${tenth(x1)} ${tenth(y1)}L${tenth(x2)} ${tenth(y2)}`)
          .join('')}
        className={styles['link']}
      />
      {ids.length > 1 && (
        <text
          x={middle[0]}
          y={middle[1] + 5}
          textAnchor="middle"
          className={figureText('soft', 'halo')}
        >
          {m.raft_client()}
        </text>
      )}
      {ids.map((id) => {
        const server = servers[id]
        return server && <Node key={id} id={id} server={server} at={placeOfName(id)} />
      })}
      {flights.map((flight) => {
        const [x, y] = along(flight)
        return <Letter key={flight.number} glyph={glyphOf(flight.message)} x={x} y={y} />
      })}
    </g>
  )
}

/** What the messages are. */
export function Key({ layout }: { readonly layout: RaftLayout }) {
  const { columns, y } = layout.key
  const names: readonly (readonly [Glyph, string])[] = [
    ['ask', m.raft_key_ask()],
    ['vote', m.raft_key_vote()],
    ['refusal', m.raft_key_refusal()],
    ['append', m.raft_key_append()],
  ]
  return names.map(([glyph, name], index) => {
    const x = columns[index % columns.length] ?? 0
    const line = y + Math.floor(index / columns.length) * 22
    return (
      <g key={glyph}>
        <Letter glyph={glyph} x={x + 6} y={line - 5} />
        <text x={x + 18} y={line} className={figureText('soft')}>
          {name}
        </text>
      </g>
    )
  })
}
