import * as m from '#messages/messages.js'
import { curveMonotoneX, line } from 'd3-shape'
import { useRef, type PointerEvent } from 'react'
import { figureText, figureTextWidth } from '../../../figures/figure-text.ts'
import type { Curve, GraphQuestion } from '../../question.ts'
import type { Guess, Point } from './drawn.ts'
import styles from './Form.module.css'
import { beside, heightAt } from './beside.ts'
import { frameOf, type Frame } from './frame-of.ts'
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

interface LabelProps {
  readonly question: GraphQuestion
  readonly set: Curve
  readonly frame: Frame
  readonly judged: boolean
}

/** The name of the guess, near its last point and on the side where nothing else is drawn. */
function GuessLabel({ question: { curve }, set, frame, judged }: LabelProps) {
  const [lastX, lastY] = set.at(-1) ?? [0, 0]
  const words = m.practice_graph_yours()
  const half = figureTextWidth(words) / 2
  const x = Math.min(frame.right - half, Math.max(frame.left + half, frame.across(lastX)))
  const above = judged ? lastY >= heightAt(curve, lastX) : frame.up(lastY) > frame.top + 30
  return (
    <text
      x={x}
      y={beside(set, frame, { x, half, above }) + (above ? -4 : 4)}
      textAnchor="middle"
      className={figureText('strong', 'guessed', 'halo')}
    >
      {words}
    </text>
  )
}

const smooth = line().curve(curveMonotoneX)

/** The guess and, once it is judged, what happens. */
export function Plot({ question, guess, judged, onLine, label, width, height }: Props) {
  const frame = frameOf(question, width, height, roomOfAxis(question))
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
  return (
    <div className={judged ? undefined : styles['drawing']}>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} role="img" aria-label={label}>
        <PlotAxes question={question} frame={frame} />
        <path d={smooth(points) ?? ''} className={styles['guess']} />
        {points.map(([x, y]) => (
          <circle key={x} cx={x} cy={y} r="6.5" className={styles['point']} />
        ))}
        {judged && <RightCurve question={question} guess={set} frame={frame} />}
        {points.length > 0 && (
          <GuessLabel question={question} set={set} frame={frame} judged={judged} />
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
    </div>
  )
}
