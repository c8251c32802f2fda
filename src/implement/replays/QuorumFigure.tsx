import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import { Fitted } from '../../figures/Fitted.tsx'
import { IntervalBar } from '../../figures/IntervalBar.tsx'
import { Crosses, Dots } from '../../figures/Marks.tsx'
import { Playhead } from '../../figures/Playhead.tsx'
import { linearScale } from '../../figures/scale.ts'
import { TimeAxis } from '../../figures/TimeAxis.tsx'
import { milliseconds, whole } from '../words.ts'
import styles from './QuorumFigure.module.css'
import type { QuorumRun, Spell } from './quorum-run.ts'

interface Layout {
  readonly width: number
  readonly axis: readonly [from: number, to: number]
  readonly narrow: boolean
}

const wide: Layout = { width: 980, axis: [104, 966], narrow: false }
const narrow: Layout = { width: 350, axis: [40, 342], narrow: true }

const ROW = 26
const PITCH = 36
const TOP = 10

function CopyBar({
  spell,
  x,
  y,
}: {
  readonly spell: Spell
  readonly x: (ms: number) => number
  readonly y: number
}) {
  const { state, version, fromMs, toMs } = spell
  const at = { x: x(fromMs), y, width: x(toMs) - x(fromMs), height: ROW }
  const held = whole(version)
  const words = {
    up: [m.implement_quorum_version({ version: held })],
    cut: [m.implement_quorum_cut()],
    down: [m.implement_quorum_down()],
  }[state]
  const tone = ({ up: 'holds', cut: 'waits', down: 'gone' } as const)[state]
  return (
    <IntervalBar
      at={at}
      tone={tone}
      words={[...words, m.implement_quorum_short({ version: held })]}
    />
  )
}

/** What an operation is called, the longest first. */
function wordsOf({ kind, version, outcome, result }: QuorumRun['operations'][number]) {
  if (kind === 'write') {
    const written = { version: whole(version) }
    return [m.implement_quorum_write(written), m.implement_quorum_write_short(written)]
  }
  if (outcome !== 'done') return [m.implement_quorum_reading(), m.implement_quorum_reading_short()]
  const read = { version: whole(result ?? 0) }
  return [m.implement_quorum_read(read), m.implement_quorum_read_short(read)]
}

function Drawing({
  run,
  atMs,
  layout,
}: {
  readonly run: QuorumRun
  readonly atMs: number
  readonly layout: Layout
}) {
  const { ids, lives, operations, answers, rows, lengthMs, parameters } = run
  const x = linearScale([0, lengthMs], layout.axis)
  const clients = TOP
  const copies = clients + rows * PITCH + 14
  const bottom = copies + ids.length * PITCH
  const axis = bottom + 16
  const key = axis + 32
  const rowOf = (operation: number) =>
    clients + (operations.find(({ id }) => id === operation)?.row ?? 0) * PITCH
  const yOf = (copy: string) => copies + ids.indexOf(copy) * PITCH
  const heard = answers.map((answer) => [x(answer.atMs), rowOf(answer.operation) + ROW] as const)
  const stale = operations.filter(({ result, due }) => result !== undefined && result < due)
  const keyAt = (index: number) =>
    layout.narrow
      ? ([6, key + index * 24] as const)
      : ([layout.axis[0] + index * 320, key] as const)
  return (
    <svg viewBox={`0 0 ${layout.width} ${key + (layout.narrow ? 62 : 14)}`} aria-hidden="true">
      <TimeAxis
        lengthMs={lengthMs}
        axis={layout.axis}
        y={axis}
        bands={[[clients, bottom - 6]]}
        words={milliseconds}
        shortestMs={100}
      />
      {!layout.narrow && (
        <text
          x={layout.axis[0] - 8}
          y={clients + 18}
          textAnchor="end"
          className={figureText('soft')}
        >
          {m.implement_quorum_clients()}
        </text>
      )}
      {answers.map(({ atMs: at, copy, operation }) => (
        <line
          key={`${at} ${copy} ${operation}`}
          x1={x(at)}
          x2={x(at)}
          y1={yOf(copy)}
          y2={rowOf(operation) + ROW}
          className={styles['answer']}
        />
      ))}
      {operations.map((operation) => {
        const { id, kind, startMs, toMs, outcome, result, due } = operation
        const old = result !== undefined && result < due
        return (
          <IntervalBar
            key={id}
            at={{
              x: x(startMs),
              y: rowOf(id),
              width: Math.max(4, x(toMs) - x(startMs)),
              height: ROW,
            }}
            tone={
              old ? 'fails' : outcome === 'done' ? (kind === 'write' ? 'holds' : 'limps') : 'waits'
            }
            words={wordsOf(operation)}
          />
        )
      })}
      {ids.map((id, index) => (
        <g key={id}>
          <text
            x={layout.axis[0] - 8}
            y={yOf(id) + 18}
            textAnchor="end"
            className={figureText('strong')}
          >
            {layout.narrow ? id : m.implement_quorum_copy({ copy: id })}
          </text>
          {(lives[index] ?? []).map((spell) => (
            <CopyBar key={spell.fromMs} spell={spell} x={x} y={yOf(id)} />
          ))}
        </g>
      ))}
      <Dots places={heard} r={layout.narrow ? 3 : 4} />
      <Crosses
        places={stale.map(({ toMs, id }) => [x(toMs), rowOf(id) + ROW / 2] as const)}
        r={7}
      />
      <Dots places={[[keyAt(0)[0] + 6, keyAt(0)[1] - 5]]} r={4} />
      <text x={keyAt(0)[0] + 20} y={keyAt(0)[1]} className={figureText('soft')}>
        {m.implement_quorum_key_reply()}
      </text>
      {stale.length > 0 && (
        <>
          <Crosses places={[[keyAt(1)[0] + 6, keyAt(1)[1] - 5]]} r={6} />
          <text x={keyAt(1)[0] + 20} y={keyAt(1)[1]} className={figureText('soft')}>
            {m.implement_quorum_key_stale()}
          </text>
        </>
      )}
      <text
        x={layout.narrow ? 6 : layout.axis[1]}
        y={layout.narrow ? key + 48 : key}
        textAnchor={layout.narrow ? 'start' : 'end'}
        className={figureText('strong')}
      >
        {m.implement_quorum_counts({ n: whole(parameters.n), w: whole(parameters.write) })}
      </text>
      {atMs < lengthMs && (
        <Playhead x={x(atMs)} end={layout.axis[1] + 6} top={clients - 4} bottom={bottom - 6} />
      )}
    </svg>
  )
}

/** Operations above, copies below, and every answer between them. */
export const QuorumFigure = ({ run, atMs }: { readonly run: QuorumRun; readonly atMs: number }) => (
  <Fitted
    wide={<Drawing run={run} atMs={atMs} layout={wide} />}
    narrow={<Drawing run={run} atMs={atMs} layout={narrow} />}
  />
)
