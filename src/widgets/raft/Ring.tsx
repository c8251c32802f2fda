import * as m from '#messages/messages.js'
import { Cross } from '../../figures/Cross.tsx'
import { figureText } from '../../figures/figure-text.ts'
import figures from '../../figures/figures.module.css'
import { Lamp } from '../../figures/Lamp.tsx'
import type { Act } from '../../frame/contract.ts'
import { onTarget } from '../../frame/course.ts'
import type { Flight, Message, RaftWorld, Server } from '../../systems/raft/world.ts'
import { clickOnLink, clickOnServer, isWhole } from './deeds.ts'
import styles from './Figure.module.css'
import { nowOf } from './Logs.tsx'
import { NODE, type RaftLayout, placeOf } from './layout.ts'
import { whole } from './words.ts'

interface Props {
  readonly world: RaftWorld
  readonly ids: readonly string[]
  readonly atMs: number
  readonly layout: RaftLayout
  readonly act: Act | undefined
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

/** What a click does, for the pointer alone: the player does the same for the keyboard. */
const clickable = (act: Act | undefined, deed: () => string) =>
  act && { onClick: () => act(deed()), className: styles['clickable'] }

function Node({
  id,
  server,
  at: [x, y],
}: {
  readonly id: string
  readonly server: Server
  readonly at: Place
}) {
  // Words for the state stand in the table.
  const { lamp, state } = nowOf(server)
  return (
    <>
      <rect
        x={x - NODE}
        y={y - NODE + 3}
        width={2 * NODE}
        height={2 * NODE - 6}
        rx="8"
        className={styles['node']}
        data-state={state}
      />
      <Lamp state={lamp} x={x - 13} y={y - 7} />
      <text x={x + 7} y={y - 2} textAnchor="middle" className={figureText('strong')}>
        {id}
      </text>
      <text x={x} y={y + 16} textAnchor="middle" className={figureText('value')}>
        {m.raft_term_short({ term: whole(server.term) })}
      </text>
    </>
  )
}

/** The servers around their client, who reaches whom, and every message on its way. */
export function Ring({ world, ids, atMs, layout, act }: Props) {
  const { servers, flights } = world
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
    // From about the edge of one box to that of the other.
    const share = (NODE + part * (length - 2 * NODE)) / length
    return [tenth(fromX + share * (toX - fromX)), tenth(fromY + share * (toY - fromY))]
  }
  const pairs = ids.flatMap((one, index) =>
    ids.slice(index + 1).map((other) => [one, other] as const),
  )
  return (
    <g>
      {pairs.map(([one, other]) => {
        const [[x1, y1], [x2, y2]] = [placeOfName(one), placeOfName(other)]
        const d = `M${tenth(x1)} ${tenth(y1)}L${tenth(x2)} ${tenth(y2)}`
        return (
          <g key={`${one} ${other}`} {...clickable(act, () => clickOnLink(world, one, other))}>
            <path d={d} className={styles[isWhole(world, one, other) ? 'link' : 'severed']} />
            {act && <path d={d} className={styles['reach']} />}
          </g>
        )
      })}
      {ids.length > 1 && (
        <g>
          <rect
            x={middle[0] - 28}
            y={middle[1] - 13}
            width="56"
            height="26"
            rx="8"
            className={figures['box']}
          />
          <text x={middle[0]} y={middle[1] + 5} textAnchor="middle" className={figureText('soft')}>
            {m.raft_client()}
          </text>
        </g>
      )}
      {ids.map((id) => {
        const server = servers[id]
        return (
          server && (
            <g key={id} {...clickable(act, () => clickOnServer(world, id))}>
              <Node id={id} server={server} at={placeOfName(id)} />
            </g>
          )
        )
      })}
      {flights.map((flight) => {
        const [x, y] = along(flight)
        return (
          <g key={flight.number} {...clickable(act, () => onTarget('drop', String(flight.number)))}>
            {act && <circle cx={x} cy={y} r="12" className={styles['reach']} />}
            <Letter glyph={glyphOf(flight.message)} x={x} y={y} />
          </g>
        )
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
