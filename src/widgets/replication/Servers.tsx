import * as m from '#messages/messages.js'
import { ComponentBox } from '../../figures/ComponentBox.tsx'
import { Cross } from '../../figures/Cross.tsx'
import { figureText } from '../../figures/figure-text.ts'
import type { State } from '../../figures/Lamp.tsx'
import type { Act } from '../../frame/contract.ts'
import { onTarget } from '../../frame/course.ts'
import { linkOf, passes } from '../../systems/replication/links.ts'
import { CLIENT, type Flight, type ReplicationWorld } from '../../systems/replication/world.ts'
import { linkTarget, serverTarget } from './deeds.ts'
import styles from './Figure.module.css'
import { Glyph } from './Messages.tsx'
import { type Place, type ReplicationLayout, edgeOf, placeOf } from './layout.ts'
import type { ReplicationModel } from './model.ts'
import { type Spell, stateOf } from './spells.ts'
import { spellName, whole } from './words.ts'

interface Props {
  readonly model: ReplicationModel
  readonly world: ReplicationWorld
  readonly atMs: number
  readonly layout: ReplicationLayout
  readonly act: Act | undefined
}

const LAMPS: Readonly<Record<Spell['state'], State>> = {
  leads: 'healthy',
  old: 'degraded',
  follows: 'standby',
  promoting: 'degraded',
  fenced: 'failed',
  isolated: 'degraded',
  stopped: 'degraded',
  paused: 'unknown',
  down: 'failed',
}

/** For how long a message that was lost is shown where it died: longer what was for a log. */
const CROSS_MS = 250
const ENTRY_CROSS_MS = 800
/** Each direction of a link has a side of its own. */
const SIDE = 7

const tenth = (value: number): number => Math.round(value * 10) / 10

/** A deed by a click; the same one is in the selects. */
const clickable = (act: Act | undefined, action: string) =>
  act && { onClick: () => act(action), className: styles['clickable'] }

function Client({ world, layout }: Pick<Props, 'world' | 'layout'>) {
  const [x, y] = layout.client
  const { client } = world
  return (
    <g>
      <rect x={x - 42} y={y - 24} width="84" height="48" rx="9" className={styles['client']} />
      <text x={x} y={y - 3} textAnchor="middle" className={figureText('strong')}>
        {m.replication_client()}
      </text>
      <text x={x} y={y + 16} textAnchor="middle" className={figureText('soft')}>
        {m.replication_wrote({ write: whole(client?.wrote ?? 0) })}
      </text>
    </g>
  )
}

/** The servers around their client, who reaches whom, and every message on its way. */
export function Servers({ model, world, atMs, layout, act }: Props) {
  const { ids } = model
  const { width, height } = layout.box
  const placeOfName = (name: string): Place =>
    name === CLIENT ? layout.client : placeOf(layout, ids.indexOf(name), ids.length)
  const sizeOf = (name: string): Place => (name === CLIENT ? [84, 48] : [width, height])
  const ends = (from: string, to: string): readonly [Place, Place] => {
    const [one, other] = [placeOfName(from), placeOfName(to)]
    return [edgeOf(one, other, ...sizeOf(from)), edgeOf(other, one, ...sizeOf(to))]
  }
  const along = ({ from, to, sentMs, arrivesMs }: Flight, nowMs: number): Place => {
    const [[x1, y1], [x2, y2]] = ends(from, to)
    const length = Math.hypot(x2 - x1, y2 - y1) || 1
    // It sets out beside one box and ends beside the other, over neither.
    const clear = Math.min(0.4, (layout.cell / 2 + 2) / length)
    const part = Math.min(1, Math.max(0, (nowMs - sentMs) / Math.max(1, arrivesMs - sentMs)))
    const share = clear + part * (1 - 2 * clear)
    const [aside, down] = [(-(y2 - y1) / length) * SIDE, ((x2 - x1) / length) * SIDE]
    return [tenth(x1 + share * (x2 - x1) + aside), tenth(y1 + share * (y2 - y1) + down)]
  }
  const line = (from: string, to: string): string => {
    const [[x1, y1], [x2, y2]] = ends(from, to)
    return `M${tenth(x1)} ${tenth(y1)}L${tenth(x2)} ${tenth(y2)}`
  }
  const links = ids.flatMap((one, index) =>
    ids.slice(index + 1).map((other) => [one, other] as const),
  )
  return (
    <g>
      <path d={ids.map((id) => line(CLIENT, id)).join('')} className={styles['toClient']} />
      {links.map(([one, other]) => {
        const open = passes(world, one, other)
        const [[x1, y1], [x2, y2]] = ends(one, other)
        const isCut = world.cut.includes(linkOf(one, other))
        return (
          <g
            key={`${one}-${other}`}
            {...clickable(act, onTarget(isCut ? 'mend' : 'cut', linkTarget(one, other)))}
          >
            <path d={line(one, other)} className={styles['hit']} />
            <path d={line(one, other)} className={styles[open ? 'link' : 'cutLink']} />
            {!open && <Cross x={tenth((x1 + x2) / 2)} y={tenth((y1 + y2) / 2)} r={7} />}
          </g>
        )
      })}
      <Client world={world} layout={layout} />
      {ids.map((id) => {
        const [x, y] = placeOfName(id)
        const state = stateOf(world, id)
        const fine = state === 'leads' || state === 'follows' || state === 'promoting'
        return (
          <g key={id} {...clickable(act, onTarget(fine ? 'kill' : 'heal', serverTarget(id)))}>
            <ComponentBox
              at={{ x: x - width / 2, y: y - height / 2, width, height }}
              name={id}
              note={spellName(state)}
              state={LAMPS[state]}
            />
          </g>
        )
      })}
      {model.deaths
        .filter(({ flight, atMs: diedMs }) => {
          const forMs = flight.message.kind === 'stream' ? ENTRY_CROSS_MS : CROSS_MS
          return diedMs <= atMs && atMs - diedMs < forMs
        })
        .map(({ flight, atMs: diedMs }) => {
          const [x, y] = along(flight, diedMs)
          return (
            <g key={flight.number}>
              <Glyph message={flight.message} x={x} y={y} size={layout.cell} />
              <Cross x={x + layout.cell / 2} y={y - layout.cell / 2} r={5} />
            </g>
          )
        })}
      {world.flights.map((flight) => {
        const [x, y] = along(flight, atMs)
        return (
          <g key={flight.number} {...clickable(act, onTarget('drop', String(flight.number)))}>
            <circle cx={x} cy={y} r="12" className={styles['hitMessage']} />
            <Glyph message={flight.message} x={x} y={y} size={layout.cell} />
          </g>
        )
      })}
    </g>
  )
}
