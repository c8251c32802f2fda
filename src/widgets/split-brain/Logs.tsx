import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import { type NodeId, NODES, type SplitBrainWorld } from '../../systems/split-brain/world.ts'
import styles from './Figure.module.css'
import { type Cell, type Fork, forkOf } from './fork.ts'
import { CELL, type SplitBrainLayout } from './layout.ts'
import { nodeName } from './names.ts'
import { entryName, whole } from './words.ts'

const HEIGHT = 24
/** From what is shared to the branches, and room for how many more there are. */
const BEND = 22
const MORE = 36

function Square({ cell, x, y }: { readonly cell: Cell; readonly x: number; readonly y: number }) {
  const { answered, clash, thrown } = cell
  const [top, width] = [y - HEIGHT / 2, CELL - 3]
  const kind = !answered ? 'open' : clash ? 'clash' : 'sound'
  return (
    <g>
      <rect x={x} y={top} width={width} height={HEIGHT} rx="2" className={styles[kind]} />
      <text x={x + width / 2} y={y + 5} textAnchor="middle" className={cellText(kind)}>
        {entryName(cell)}
      </text>
      {thrown && (
        <path d={`M${x} ${top + HEIGHT}L${x + width} ${top}`} className={styles['struck']} />
      )}
    </g>
  )
}

const cellText = (kind: string): string =>
  `${figureText('value', ...(kind === 'open' ? ['soft'] : []))} ${styles['cellText'] ?? ''}`

/** Squares from the left; what has no room is counted. */
function Row({
  cells,
  x,
  end,
  y,
}: {
  readonly cells: readonly Cell[]
  readonly x: number
  readonly end: number
  readonly y: number
}) {
  const room = Math.floor((end - x) / CELL)
  const shown = cells.length <= room ? cells : cells.slice(0, Math.floor((end - x - MORE) / CELL))
  const more = cells.length - shown.length
  return (
    <>
      {shown.map((cell, index) => (
        <Square key={cell.write} cell={cell} x={x + index * CELL} y={y} />
      ))}
      {more > 0 && (
        <text x={x + shown.length * CELL + 2} y={y + 5} className={figureText('value', 'soft')}>
          {m.split_brain_more({ count: whole(more) })}
        </text>
      )}
    </>
  )
}

/** The end of what both share, and before it how much there was. */
function Shared({
  cells,
  most,
  layout,
}: {
  readonly cells: readonly Cell[]
  readonly most: number
  readonly layout: SplitBrainLayout
}) {
  const { x, shared: y } = layout.logs
  const shown = cells.slice(Math.max(0, cells.length - most))
  const more = cells.length - shown.length
  return (
    <>
      {more > 0 && (
        <text x={x + MORE - 6} y={y + 5} textAnchor="end" className={figureText('value', 'soft')}>
          {m.split_brain_more({ count: whole(more) })}
        </text>
      )}
      <Row cells={shown} x={x + MORE} end={layout.logs.end} y={y} />
    </>
  )
}

function wordsOf(id: NodeId, { branches, thrown }: Fork): string {
  const own = branches[id]
  const node = nodeName(id)
  if (thrown === id) {
    const answered = whole(own.filter((cell) => cell.answered).length)
    return m.split_brain_log_thrown({ node, count: whole(own.length), answered })
  }
  if (thrown !== undefined) return m.split_brain_log_on({ node })
  if (own.length === 0) return m.split_brain_log_none({ node })
  const other = nodeName(id === 'A' ? 'B' : 'A')
  return m.split_brain_log_branch({ node, count: whole(own.length), other })
}

/** Two branches that leave what both share. */
function Branches({ fork, layout }: { readonly fork: Fork; readonly layout: SplitBrainLayout }) {
  const { x, end, shared: middle, rows, words, before } = layout.logs
  const shown = Math.min(before, fork.shared.length)
  const leaves = x + MORE + shown * CELL - 3
  const branch = leaves + BEND
  return (
    <>
      <Shared cells={fork.shared} most={before} layout={layout} />
      {NODES.map((id) => {
        const cells = fork.branches[id]
        const y = rows[id]
        return (
          <g key={id}>
            <path
              d={`M${leaves} ${middle}C${leaves + 12} ${middle},${branch - 12} ${y},${branch} ${y}`}
              className={styles['branch']}
              data-thrown={fork.thrown === id}
            />
            <Row cells={cells} x={branch} end={end} y={y} />
            <text
              x={layout.narrow ? x : branch}
              y={words[id]}
              className={figureText('strong', ...(fork.thrown === id ? ['fails'] : []))}
            >
              {wordsOf(id, fork)}
            </text>
          </g>
        )
      })}
    </>
  )
}

/** One history, or two: the logs of both nodes as a tree. */
export function Logs({
  world,
  layout,
}: {
  readonly world: SplitBrainWorld
  readonly layout: SplitBrainLayout
}) {
  const { x, words, most } = layout.logs
  const fork = forkOf(world)
  if (fork.parted) return <Branches fork={fork} layout={layout} />
  const longer = fork.branches.A.length > 0 ? fork.branches.A : fork.branches.B
  const all = [...fork.shared, ...longer]
  return (
    <>
      <Shared cells={all} most={most} layout={layout} />
      <text x={all.length > 0 ? x + MORE : x} y={words.A} className={figureText('strong')}>
        {all.length > 0
          ? m.split_brain_log_same({ count: whole(fork.shared.length) })
          : m.split_brain_log_nothing()}
      </text>
    </>
  )
}
