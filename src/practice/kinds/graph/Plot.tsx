import * as m from '#messages/messages.js'
import { curveMonotoneX, line } from 'd3-shape'
import { useRef, type PointerEvent } from 'react'
import { figureText } from '../../../figures/figure-text.ts'
import type { Curve, GraphQuestion } from '../../question.ts'
import type { Guess, Point } from './drawn.ts'
import styles from './Form.module.css'
import { frameOf } from './frame-of.ts'
import { PlotAxes, roomOfAxis } from './PlotAxes.tsx'
import { RightCurve } from './RightCurve.tsx'

interface Props {
  readonly question: GraphQuestion
  readonly guess: Guess
  readonly judged: boolean
  readonly onLine: (from: Point | undefined, to: Point) => void
  readonly label: string
  readonly width: number
  readonly height: number
}

/** A finger that begins beside the first or the last place means it. */
const BESIDE = 14

const smooth = line().curve(curveMonotoneX)

/** The guess and, once it is judged, what happens. */
export function Plot({ question, guess, judged, onLine, label, width, height }: Props) {
  const frame = frameOf(question, width, height, roomOfAxis(question, height))
  const { left, right, top, floor, across, up } = frame
  const last = useRef<Point>(undefined)
  const draw = (event: PointerEvent<SVGRectElement>, from: Point | undefined) => {
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect()
    if (!box || box.width === 0) return
    const scale = width / box.width
    const to = frame.valueAt((event.clientX - box.left) * scale, (event.clientY - box.top) * scale)
    last.current = to
    onLine(from, to)
  }
  const set: Curve = question.at.flatMap(({ x }, index) => {
    const y = guess[index]
    return y === undefined ? [] : [[x, y] as const]
  })
  const points = set.map(([x, y]): [number, number] => [across(x), up(y)])
  const [lastX = 0, lastY = 0] = points.at(-1) ?? []
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} role="img" aria-label={label}>
      <PlotAxes question={question} frame={frame} />
      <path d={smooth(points) ?? ''} className={styles['guess']} />
      {points.map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r="6.5" className={styles['point']} />
      ))}
      {judged && <RightCurve question={question} guess={set} frame={frame} />}
      {points.length > 0 && (
        <text
          x={lastX + (lastX > right - 40 ? 4 : 0)}
          y={lastY < top + 30 ? lastY + 24 : lastY - 14}
          textAnchor={lastX > right - 60 ? 'end' : 'middle'}
          className={figureText('strong', 'guessed', 'halo')}
        >
          {m.practice_graph_yours()}
        </text>
      )}
      {!judged && (
        <rect
          x={left - BESIDE}
          y={top - BESIDE}
          width={right - left + 2 * BESIDE}
          height={floor - top + 2 * BESIDE}
          className={styles['pad']}
          data-pad
          onPointerDown={(event) => {
            if (event.button !== 0) return
            // A drag goes on where it leaves the picture.
            event.currentTarget.setPointerCapture?.(event.pointerId)
            draw(event, undefined)
          }}
          onPointerMove={(event) => {
            if (event.buttons % 2 === 1 && last.current) draw(event, last.current)
          }}
          onPointerUp={() => {
            last.current = undefined
          }}
        />
      )}
    </svg>
  )
}
