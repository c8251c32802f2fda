import * as m from '#messages/messages.js'
import { line } from 'd3-shape'
import { figureText, figureTextWidth } from '../../../figures/figure-text.ts'
import type { Curve, GraphQuestion } from '../../question.ts'
import styles from './Form.module.css'
import { beside, heightAt } from './beside.ts'
import type { Frame } from './frame-of.ts'
import { mostOff } from './judge.ts'

interface Props {
  readonly question: GraphQuestion
  readonly guess: Curve
  readonly frame: Frame
}

/** What happens, how far off a guess may be, and a label where the two are furthest apart. */
export function RightCurve({ question, guess, frame }: Props) {
  const { curve, at } = question
  const { across, up, left, right } = frame
  const most = mostOff(question)
  const path = line()(curve.map(([x, y]): [number, number] => [across(x), up(y)])) ?? ''
  const words = m.practice_graph_right()
  const half = figureTextWidth(words) / 2
  const offAt = ([x, y]: Curve[number]) => up(y) - up(heightAt(guess, x))
  const inner = curve.filter(([x]) => across(x) > left + half && across(x) < right - half)
  const [best = [0, 0]] = inner.toSorted(
    (one, other) => Math.abs(offAt(other)) - Math.abs(offAt(one)),
  )
  const x = across(best[0])
  return (
    <g>
      {at.map((place) => (
        <path
          key={place.x}
          d={`M${across(place.x)} ${up(place.y - most)}V${up(place.y + most)}`}
          className={styles['allowed']}
        />
      ))}
      <path d={path} className={styles['right']} />
      <text
        x={x}
        y={beside(curve, frame, { x, half, above: offAt(best) < 0 })}
        textAnchor="middle"
        className={figureText('strong', 'works', 'halo')}
      >
        {words}
      </text>
    </g>
  )
}
