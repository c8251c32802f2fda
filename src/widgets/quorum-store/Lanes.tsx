import * as m from '#messages/messages.js'
import { figureText, figureTextWidth } from '../../figures/figure-text.ts'
import { IntervalBar } from '../../figures/IntervalBar.tsx'
import { linearScale } from '../../figures/scale.ts'
import { TimeAxis } from '../../figures/TimeAxis.tsx'
import type { Operation } from '../../systems/quorum-store/world.ts'
import styles from './Figure.module.css'
import { small } from './small.ts'
import { LANE, type QuorumLayout, ROW, topsOf } from './layout.ts'
import type { QuorumModel } from './model.ts'
import type { Spell } from './spells.ts'
import { seconds, versionName } from './words.ts'

interface Props {
  readonly model: QuorumModel
  readonly layout: QuorumLayout
}

/** What an operation is called, the longest first. */
function wordsOf({ kind, outcome, result, due, version }: Operation): readonly string[] {
  if (outcome === 'failed') return [m.quorum_store_no_answer()]
  const name = versionName(result ?? version)
  if (kind === 'write') return [m.quorum_store_lane_write({ version: name }), name]
  if (outcome === 'open') return []
  if ((result ?? due) < due) return [m.quorum_store_lane_stale({ version: name }), name]
  return [m.quorum_store_lane_read({ version: name }), name]
}

function toneOf({ outcome, result, due, seen }: Operation) {
  if (outcome === 'failed') return 'gone' as const
  if (outcome === 'open') return 'waits' as const
  return (result ?? due) < due || (result ?? seen) < seen ? ('fails' as const) : ('holds' as const)
}

const TONES = { newest: 'holds', older: 'limps', down: 'gone', keeps: 'limps' } as const

function spellWords({ state, version }: Spell): readonly string[] {
  const name = versionName(version)
  if (state === 'down') return [m.quorum_store_is_down()]
  return state === 'keeps' ? [m.quorum_store_lane_keeps({ version: name }), name] : [name]
}

/** Writes and reads of one kind, in time; a name stands beside a bar that is too short for it. */
function Operations({
  operations,
  x,
  y,
  end,
}: {
  readonly operations: readonly Operation[]
  readonly x: (ms: number) => number
  readonly y: number
  readonly end: number
}) {
  return operations.map((operation, index) => {
    const { id, startMs, endMs } = operation
    const from = x(startMs)
    const to = endMs === undefined ? end : Math.min(end, x(endMs))
    const next = operations[index + 1]
    const free = (next ? x(next.startMs) : end) - to
    const names = wordsOf(operation)
    const inside = names.some((name) => figureTextWidth(name) <= to - from)
    const beside = inside ? undefined : names.find((name) => figureTextWidth(name) + 8 <= free)
    return (
      <g key={id}>
        <IntervalBar
          at={{ x: from, y, width: Math.max(1, to - from), height: ROW }}
          tone={toneOf(operation)}
          words={names}
        />
        {beside !== undefined && (
          <text
            x={to + 5}
            y={y + 15}
            className={figureText(toneOf(operation) === 'fails' ? 'fails' : 'soft')}
          >
            {beside}
          </text>
        )}
      </g>
    )
  })
}

/** Time to the right: what the client asked for, and what each machine held. */
export function Lanes({ model, layout }: Props) {
  const { ids, lives, lengthMs } = model
  const tops = topsOf(layout, ids.length, model.world.n)
  const [start, end] = layout.axis
  const x = linearScale([0, lengthMs], layout.axis)
  const shown = model.operations.filter(({ startMs }) => startMs < lengthMs)
  const label = (text: string, y: number, strong: boolean) => (
    <text
      key={text}
      x={start - 8}
      y={y + 15}
      textAnchor="end"
      {...small(strong ? 'strong' : 'soft')}
    >
      {text}
    </text>
  )
  return (
    <g>
      <TimeAxis
        lengthMs={lengthMs}
        axis={layout.axis}
        y={tops.axis}
        bands={[[tops.writes - 4, tops.end - 4]]}
        words={seconds}
        shortestMs={250}
      />
      {label(m.quorum_store_lane_writes(), tops.writes, false)}
      {label(m.quorum_store_lane_reads(), tops.reads, false)}
      {(['write', 'read'] as const).map((kind) => (
        <Operations
          key={kind}
          operations={shown.filter((operation) => operation.kind === kind)}
          x={x}
          y={kind === 'write' ? tops.writes : tops.reads}
          end={end}
        />
      ))}
      {ids.map((id, index) => {
        const y = tops.copies + index * LANE
        return (
          <g key={id}>
            {label(id, y, index < model.world.n)}
            {(lives[id] ?? []).map((spell) => {
              const { fromMs, toMs, state } = spell
              const at = { x: x(fromMs), y, width: x(toMs) - x(fromMs), height: ROW }
              return state === 'idle' ? (
                <rect
                  key={fromMs}
                  {...at}
                  y={y + ROW / 2 - 1.5}
                  height="3"
                  className={styles['idle']}
                />
              ) : (
                <IntervalBar key={fromMs} at={at} tone={TONES[state]} words={spellWords(spell)} />
              )
            })}
          </g>
        )
      })}
    </g>
  )
}
