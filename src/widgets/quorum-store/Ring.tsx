import * as m from '#messages/messages.js'
import type { ReactNode } from 'react'
import { Cross } from '../../figures/Cross.tsx'
import { figureText } from '../../figures/figure-text.ts'
import { Lamp, type State } from '../../figures/Lamp.tsx'
import type { Act } from '../../frame/contract.ts'
import { onTarget } from '../../frame/course.ts'
import { passes } from '../../simulation/network.ts'
import { COORDINATOR } from '../../systems/quorum-store/turn.ts'
import type { Flight, Node, NodeId, QuorumWorld } from '../../systems/quorum-store/world.ts'
import { addressOf } from './deeds.ts'
import styles from './Figure.module.css'
import { small } from './small.ts'
import { LINGER_MS } from './fixed.ts'
import { Letter, glyphOf } from './Letter.tsx'
import { HALF, MIDDLE, type Place, type QuorumLayout, between, placeOf } from './layout.ts'
import { type QuorumModel, worldAt } from './model.ts'
import { setsOf } from './sets.ts'
import { nowOf } from './spells.ts'
import { versionName, whole } from './words.ts'

interface Props {
  readonly model: QuorumModel
  readonly atMs: number
  readonly layout: QuorumLayout
  readonly act: Act | undefined
}

type At = readonly [Place, typeof HALF]

/** A part of the picture that does something when it is clicked; the player's lists do the same. */
function Deed({
  act,
  action,
  children,
}: {
  readonly act: Act | undefined
  readonly action: string
  readonly children: ReactNode
}) {
  if (!act) return <g>{children}</g>
  return (
    <g className={styles['deed']} onClick={() => act(action)}>
      {children}
    </g>
  )
}

const LAMPS: Readonly<Record<ReturnType<typeof nowOf>['state'], State>> = {
  newest: 'healthy',
  older: 'degraded',
  down: 'failed',
  keeps: 'degraded',
  idle: 'standby',
}

/** What is written on a machine under its name. */
function noteOf(node: Node, copy: boolean): string {
  if (node.life.condition !== 'up') return m.quorum_store_note_down()
  const hints = Object.entries(node.hints)
  const [hint] = hints
  if (hint && hints.length === 1)
    return m.quorum_store_note_hint({ version: versionName(hint[1]), owner: hint[0] })
  if (hint) return m.quorum_store_note_hints({ count: whole(hints.length) })
  if (!copy) return m.quorum_store_note_spare()
  const version = versionName(node.version)
  return node.slowness > 1 ? m.quorum_store_note_slow({ version }) : version
}

function frame([x, y]: Place, more: number) {
  return {
    x: x - HALF.width - more,
    y: y - HALF.height - more,
    width: 2 * (HALF.width + more),
    height: 2 * (HALF.height + more),
    rx: 7 + more,
  }
}

function Machine({
  id,
  world,
  at,
  copy,
}: {
  readonly id: NodeId
  readonly world: QuorumWorld
  readonly at: Place
  readonly copy: boolean
}) {
  const node = world.nodes[id]
  if (!node) return null
  const [x, y] = at
  const { write, read } = setsOf(world)
  const state = LAMPS[nowOf(world, id, copy).state]
  return (
    <g>
      {read?.quorum.includes(id) && <rect {...frame(at, 7)} className={styles['readSet']} />}
      {write?.quorum.includes(id) && <rect {...frame(at, 3)} className={styles['writeSet']} />}
      <rect {...frame(at, 0)} className={styles['box']} data-state={state} />
      <Lamp state={state} x={x - 20} y={y - 8} />
      <text x={x - 10} y={y - 3} className={figureText('strong')}>
        {id}
      </text>
      <text x={x} y={y + 15} textAnchor="middle" {...small('value')}>
        {noteOf(node, copy)}
      </text>
    </g>
  )
}

/** The link from the coordinator to a machine, whole or cut. */
function Link({
  ends,
  whole: isWhole,
}: {
  readonly ends: readonly [At, At]
  readonly whole: boolean
}) {
  const [[x1, y1], [x2, y2], [x, y]] = [0, 1, 0.5].map((part) => between(...ends, part)) as [
    Place,
    Place,
    Place,
  ]
  const line = { x1, y1, x2, y2 }
  return (
    <>
      <line {...line} className={styles['touch']} />
      <line {...line} className={styles[isWhole ? 'link' : 'cut']} />
      {!isWhole && <Cross x={x} y={y} r={5} />}
    </>
  )
}

/** The machines around the coordinator, what they hold, and every message on its way. */
export function Ring({ model, atMs, layout, act }: Props) {
  const { ids, world: parameters, deaths } = model
  const world = worldAt(model, atMs)
  const { network, flights, nodes } = world
  const middle: At = [[layout.ring.x, layout.ring.y], MIDDLE]
  const placed = new Map<NodeId, At>(
    ids.map((id, index) => [id, [placeOf(layout, index, ids.length), HALF]]),
  )
  const placeOfName = (name: NodeId): At => placed.get(name) ?? middle
  const isWhole = (one: NodeId, other: NodeId) =>
    passes(network, one, other) && passes(network, other, one)
  const along = ({ from, to }: Flight, part: number) =>
    between(placeOfName(from), placeOfName(to), part)
  const hints = ids.flatMap((id) =>
    Object.keys(nodes[id]?.hints ?? {}).map((owner) => [id, owner] as const),
  )
  return (
    <g>
      {ids.map((id) => {
        const joined = isWhole(COORDINATOR, id)
        return (
          <Deed key={id} act={act} action={onTarget(joined ? 'cut' : 'join', addressOf(id))}>
            <Link ends={[middle, placeOfName(id)]} whole={joined} />
          </Deed>
        )
      })}
      {hints.map(([keeper, owner]) => {
        const ends = [placeOfName(keeper), placeOfName(owner)] as const
        const [[x1, y1], [x2, y2]] = [between(...ends, 0), between(...ends, 1)]
        return (
          <line key={`${keeper}-${owner}`} {...{ x1, y1, x2, y2 }} className={styles['hint']} />
        )
      })}
      <rect
        x={layout.ring.x - MIDDLE.width}
        y={layout.ring.y - MIDDLE.height}
        width={2 * MIDDLE.width}
        height={2 * MIDDLE.height}
        rx="8"
        className={styles['middle']}
      />
      <text
        x={layout.ring.x}
        y={layout.ring.y + 5}
        textAnchor="middle"
        className={figureText('soft')}
      >
        {m.quorum_store_coordinator()}
      </text>
      {ids.map((id, index) => {
        const up = nodes[id]?.life.condition === 'up'
        return (
          <Deed key={id} act={act} action={onTarget(up ? 'crash' : 'restart', addressOf(id))}>
            <Machine id={id} world={world} at={placeOfName(id)[0]} copy={index < parameters.n} />
          </Deed>
        )
      })}
      {flights.map((flight) => {
        const { number, from, to, sentMs, arrivesMs, doomed, message } = flight
        const gone = Math.min(1, Math.max(0, (atMs - sentMs) / Math.max(1, arrivesMs - sentMs)))
        const [x, y] = along(flight, isWhole(from, to) && !doomed ? gone : Math.min(0.5, gone))
        return (
          <Deed key={number} act={act} action={onTarget('drop', String(number))}>
            {act && <circle cx={x} cy={y} r="9" className={styles['touch']} strokeWidth="0" />}
            <Letter glyph={glyphOf(message)} x={x} y={y} />
          </Deed>
        )
      })}
      {deaths
        .filter((death) => death.atMs <= atMs && atMs < death.atMs + LINGER_MS)
        .map(({ flight, part }) => {
          const [x, y] = along(flight, part)
          return <Cross key={flight.number} x={x} y={y} r={5} />
        })}
    </g>
  )
}
