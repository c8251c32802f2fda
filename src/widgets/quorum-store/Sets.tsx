import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import { Lamp } from '../../figures/Lamp.tsx'
import { KEPT, type Promised, SURE, overlaps } from '../../systems/quorum-store/promises.ts'
import type { NodeId, Operation, QuorumWorld } from '../../systems/quorum-store/world.ts'
import { guaranteed } from './describe.ts'
import styles from './Figure.module.css'
import { small } from './small.ts'
import type { QuorumLayout } from './layout.ts'
import type { QuorumModel } from './model.ts'
import { type Sets, saidOf, setsOf } from './sets.ts'
import { promiseName, versionName, whole } from './words.ts'

interface Props {
  readonly model: QuorumModel
  readonly world: QuorumWorld
  readonly layout: QuorumLayout
}

const ROWS = 30
const CELL = 24

/** Which machines an operation waited for, and what they said. */
function Row({
  operation,
  ids,
  layout,
  y,
}: {
  readonly operation: Operation | undefined
  readonly ids: readonly NodeId[]
  readonly layout: QuorumLayout
  readonly y: number
}) {
  const width = layout.sets.pitch - 4
  return ids.map((id, index) => {
    const x = layout.sets.first + index * layout.sets.pitch
    const member = operation?.quorum.includes(id)
    const style = operation?.kind === 'write' ? 'writeCell' : 'readCell'
    return (
      <g key={id}>
        <rect
          {...{ x, y, width }}
          height={CELL}
          rx="3"
          className={styles[member ? style : 'cell']}
        />
        {operation && member && (
          <text x={x + width / 2} y={y + 17} textAnchor="middle" {...small('value')}>
            {versionName(saidOf(operation, id))}
          </text>
        )}
      </g>
    )
  })
}

/** What is sure of the overlap, and what it is now. */
function words(model: QuorumModel, { write, read, both }: Sets): readonly [string, string] {
  const { world } = model
  const overlap = { overlap: whole(guaranteed(model)).replace('-', '−') }
  const sure = overlaps(world)
    ? m.quorum_store_sets_sure(overlap)
    : guaranteed(model) > 0
      ? m.quorum_store_sets_sloppy(overlap)
      : m.quorum_store_sets_unsure(overlap)
  if (!write || !read) return [sure, m.quorum_store_sets_waiting()]
  return [
    sure,
    both.length > 0
      ? m.quorum_store_sets_these({ count: whole(both.length) })
      : m.quorum_store_sets_apart(),
  ]
}

/** The write's set above the read's, and where they meet. */
export function SetTable({ model, world, layout }: Props) {
  const { ids } = model
  const { x, first, pitch, y } = layout.sets
  const sets = setsOf(world)
  const { write, read, both } = sets
  const middleOf = (index: number) => first + index * pitch + (pitch - 4) / 2
  const [sure, now] = words(model, sets)
  const apart = write?.outcome === 'done' && read?.outcome === 'done' && both.length === 0
  const rows: readonly (readonly [string, Operation | undefined])[] = [
    [
      write
        ? m.quorum_store_sets_write({ version: versionName(write.version) })
        : m.quorum_store_sets_write_none(),
      write,
    ],
    [m.quorum_store_sets_read(), read],
  ]
  return (
    <g>
      {ids.map((id, index) => (
        <text
          key={id}
          x={middleOf(index)}
          y={y}
          textAnchor="middle"
          {...small(index < model.world.n ? 'strong' : 'soft')}
        >
          {id}
        </text>
      ))}
      {rows.map(([name, operation], index) => (
        <g key={operation?.kind ?? index}>
          <text x={x} y={y + 26 + index * ROWS} {...small()}>
            {name}
          </text>
          <Row operation={operation} ids={ids} layout={layout} y={y + 9 + index * ROWS} />
        </g>
      ))}
      <text x={x} y={y + 84} {...small('strong')}>
        {m.quorum_store_sets_both()}
      </text>
      {apart && (
        <text x={first} y={y + 84} {...small('fails')}>
          {m.quorum_store_nobody()}
        </text>
      )}
      {both.map((id) => (
        <Lamp key={id} state="healthy" x={middleOf(ids.indexOf(id))} y={y + 79} />
      ))}
      <text x={x} y={y + 112} className={figureText()}>
        {sure}
      </text>
      <text x={x} y={y + 134} className={figureText(apart ? 'fails' : 'strong')}>
        {now}
      </text>
    </g>
  )
}

const PROMISES: readonly Promised[] = ['freshReads', 'forwardReads']

/** What one would like to rely on: sure, kept by luck, or broken; at this moment, since the start. */
export function Promises({ world, layout }: Omit<Props, 'model'>) {
  const { x, y } = layout.promises
  return PROMISES.map((promised, index) => {
    const promise = promiseName(promised)
    const line = y + index * 24
    const [state, text, tone] = !KEPT[promised](world)
      ? (['failed', m.quorum_store_lamp_broken({ promise }), 'fails'] as const)
      : SURE[promised](world.parameters)
        ? (['healthy', m.quorum_store_lamp_sure({ promise }), 'works'] as const)
        : (['degraded', m.quorum_store_lamp_luck({ promise }), 'soft'] as const)
    return (
      <g key={promised}>
        <Lamp state={state} x={x + 6} y={line - 5} />
        <text x={x + 20} y={line} className={figureText(tone)}>
          {text}
        </text>
      </g>
    )
  })
}
