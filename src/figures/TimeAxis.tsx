import { figureText } from './figure-text.ts'
import figures from './figures.module.css'
import { linearScale } from './scale.ts'

interface Props {
  readonly lengthMs: number
  /** Where its time begins and ends in the picture. */
  readonly axis: readonly [from: number, to: number]
  /** Where the words stand. */
  readonly y: number
  /** From the top to the end of each band that a line runs through: behind rows, never behind words. */
  readonly bands: readonly (readonly [top: number, end: number])[]
  readonly words: (ms: number) => string
  /** No two words are closer in time. */
  readonly shortestMs?: number
}

const SHORTEST_TICK_MS = 5000
/** No two words stand closer than that. */
const ROOM = 62

/** Time to the right, in seconds. */
export function TimeAxis({
  lengthMs,
  axis,
  y,
  bands,
  words,
  shortestMs = SHORTEST_TICK_MS,
}: Props) {
  const x = linearScale([0, lengthMs], axis)
  const most = Math.floor((axis[1] - axis[0]) / ROOM)
  const every = shortestMs * Math.ceil(lengthMs / shortestMs / most)
  const ticks = Array.from({ length: Math.floor(lengthMs / every) + 1 }, (_, at) => at * every)
  return ticks.map((tick) => (
    <g key={tick}>
      {bands.map(([top, end]) => (
        <line key={top} x1={x(tick)} x2={x(tick)} y1={top} y2={end} className={figures['grid']} />
      ))}
      <text
        x={x(tick)}
        y={y}
        textAnchor={tick === 0 ? 'start' : tick > lengthMs - every / 2 ? 'end' : 'middle'}
        className={figureText('soft')}
      >
        {words(tick)}
      </text>
    </g>
  ))
}
