import * as m from '#messages/messages.js'
import { useId } from 'react'
import { figureText } from '../../figures/figure-text.ts'
import type { Fate, ReplicationWorld, ServerId } from '../../systems/replication/world.ts'
import { Cell, type CellState } from './Cell.tsx'
import styles from './Figure.module.css'
import type { ReplicationLayout } from './layout.ts'
import type { GuessMark, ReplicationModel } from './model.ts'
import { whole, writesList } from './words.ts'

interface Props {
  readonly model: ReplicationModel
  readonly world: ReplicationWorld
  readonly guess: GuessMark | undefined
  readonly layout: ReplicationLayout
}

/** A write as its client knows it. */
const ofClient = ({ lost, acknowledgedMs, gaveUpMs }: Fate): CellState => {
  if (lost) return 'lost'
  if (acknowledgedMs !== undefined) return 'acknowledged'
  return gaveUpMs === undefined ? 'waits' : 'unknown'
}

/** A write as a server has it; where the primary misses one that was acknowledged, that is drawn. */
function ofServer(world: ReplicationWorld, id: ServerId, fate: Fate): CellState | undefined {
  const server = world.servers[id]
  const place = server?.log.findIndex(({ write }) => write === fate.write) ?? -1
  if (server && place >= 0) return place < server.applied ? 'applied' : 'received'
  return fate.lost && world.primary === id ? 'gone' : undefined
}

/** The last writes before the primary was missed, as many as the reader guessed, hatched. */
function Guess({
  guess,
  world,
  shown,
  xOf,
  layout,
}: Omit<Props, 'model' | 'guess'> & {
  readonly guess: GuessMark
  readonly shown: readonly Fate[]
  readonly xOf: (index: number) => number
}) {
  const id = useId()
  const { table } = layout
  const { primary, fates } = world
  const before = fates.filter(
    ({ acknowledgedMs, lost, at }) => acknowledgedMs !== undefined && (lost || at !== primary),
  )
  const guessed = (before.length > 0 ? before : fates).slice(-guess)
  const columns = shown.flatMap((fate, index) =>
    guess > 0 && guessed.includes(fate) ? [index] : [],
  )
  const half = table.step / 2
  return (
    <g>
      <defs>
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0 6L6 0" stroke="var(--guess)" strokeWidth="1.2" />
        </pattern>
      </defs>
      {columns.map((index) => (
        <rect
          key={index}
          x={xOf(index) - half}
          y={table.top - 15}
          width={table.step}
          height="30"
          fill={`url(#${id})`}
          className={styles['guess']}
        />
      ))}
      <text
        x={xOf(table.most - 1) + half}
        y={table.top - 20}
        textAnchor="end"
        className={figureText('guessed', 'halo')}
      >
        {m.replication_guess({ count: whole(guess) })}
      </text>
    </g>
  )
}

/** What was said last of a broken promise, beside the logs that show it. */
function Notes({ world, layout }: Pick<Props, 'world' | 'layout'>) {
  const { table } = layout
  const rows = Object.keys(world.servers).length + 1
  const top = table.top + rows * table.pitch + 88
  const lost = world.fates.filter((fate) => fate.lost).map(({ write }) => write)
  const read = world.reads.at(-1)
  const stale = read !== undefined && read.value < read.wrote
  const few = lost.length > 4 ? lost.slice(0, 3) : lost
  const ofRead = layout.narrow ? m.replication_note_read_short : m.replication_note_read
  const ofLost = layout.narrow ? m.replication_note_lost_short : m.replication_note_lost
  const ofMany = layout.narrow ? m.replication_note_many_short : m.replication_note_many
  return (
    <>
      {read && (
        <text x={table.x} y={top} className={figureText(stale ? 'fails' : 'soft')}>
          {ofRead({
            server: read.at,
            wrote: whole(read.wrote),
            value: whole(read.value),
          })}
        </text>
      )}
      {lost.length > 0 && (
        <text x={table.x} y={top + 23} className={figureText('fails')}>
          {few.length < lost.length
            ? ofMany({
                writes: writesList(few),
                more: whole(lost.length - few.length),
                count: whole(lost.length),
                server: world.primary,
              })
            : ofLost({ writes: writesList(few), server: world.primary })}
        </text>
      )}
    </>
  )
}

/** Every write in a column of its own: what the client was told, and who has it. */
export function Logs({ model, world, guess, layout }: Props) {
  const { table } = layout
  const shown = world.fates.slice(-table.most)
  const xOf = (index: number) => table.cells + (index + 0.5) * table.step
  const size = table.step - 3
  return (
    <g>
      <text x={table.x} y={table.top + 5} className={figureText('soft')}>
        {m.replication_client()}
      </text>
      {shown.map((fate, index) => (
        <Cell
          key={fate.write}
          state={ofClient(fate)}
          write={fate.write}
          x={xOf(index)}
          y={table.top}
          size={size}
        />
      ))}
      {model.ids.map((id, place) => {
        const y = table.top + (place + 1) * table.pitch
        return (
          <g key={id}>
            <text
              x={table.x}
              y={y + 5}
              className={figureText(...(world.primary === id ? ['strong'] : []))}
            >
              {id}
            </text>
            <line
              x1={table.cells}
              x2={table.cells + table.most * table.step}
              y1={y}
              y2={y}
              className={styles['rail']}
            />
            {shown.map((fate, index) => {
              const state = ofServer(world, id, fate)
              return (
                state && (
                  <Cell
                    key={fate.write}
                    state={state}
                    write={fate.write}
                    x={xOf(index)}
                    y={y}
                    size={size}
                  />
                )
              )
            })}
          </g>
        )
      })}
      <Notes world={world} layout={layout} />
      {guess !== undefined && (
        <Guess guess={guess} world={world} shown={shown} xOf={xOf} layout={layout} />
      )}
    </g>
  )
}
