import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { line } from 'd3-shape'
import { useId } from 'react'
import figures from '../../figures/figures.module.css'
import { linearScale, logScale } from '../../figures/scale.ts'
import { number, percent } from '../../ui/format.ts'
import type { Curve, CurvePoint, GuessMark, ParadoxModel } from './model.ts'

interface Props {
  readonly model: ParadoxModel
  readonly guess: GuessMark | undefined
  readonly width: number
  readonly height: number
}

const DECADES_BELOW = 4

/** Whole decades around A alone, wide enough for the best that this design can reach. */
function decades(model: ParadoxModel): [low: number, high: number] {
  const alone = model.outcome.alone.unreliability
  const reference = alone > 0 ? alone : Math.max(model.current.unreliability, 1e-6)
  const ends = [...model.rescue.points, ...model.path.points].map((point) => point.unreliability)
  const best = Math.max(Math.min(...ends, reference), reference * 10 ** -DECADES_BELOW)
  const high = Math.min(1, 10 ** (Math.floor(Math.log10(reference)) + 1))
  const low = 10 ** Math.min(Math.floor(Math.log10(best) + 1e-9), Math.log10(high) - 2)
  return [low, high]
}

interface Place {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
}

/** The first of the places for a label that nothing else has taken. */
function labelAt(places: readonly [Place, ...Place[]], taken: readonly Place[]) {
  const reach = ({ x, anchor }: Place): [number, number] =>
    anchor === 'end' ? [x - 84, x] : anchor === 'middle' ? [x - 42, x + 42] : [x, x + 84]
  const clear = (place: Place) =>
    taken.every((other) => {
      const [left, right] = reach(place)
      const [from, to] = reach(other)
      return Math.abs(place.y - other.y) > 20 || right < from || left > to
    })
  const [first] = places
  const { x, y, anchor } = places.find(clear) ?? first
  return { x, y, textAnchor: anchor }
}

const TEXT = `${figures['text']} ${figures['halo']}`

/** Failures against the quality of the failover, on a log axis, with A alone as the line to beat. */
export function Plot({ model, guess, width, height }: Props) {
  const hatch = useId()
  const locale = getLocale()
  const left = 70
  const right = width - 34
  const top = 34
  const bottom = height - 50
  const [low, high] = decades(model)
  const x = linearScale([0, 1], [left, right])
  const y = logScale([low, high], [bottom, top])
  const shown = ({ unreliability }: CurvePoint) => unreliability <= high
  const path = (curve: Curve) =>
    line<CurvePoint>()
      .defined(shown)
      .x((point) => x(point.works))
      .y((point) => y(point.unreliability))(curve.points) ?? ''
  const alone = y(model.outcome.alone.unreliability)
  const ticks = Array.from(
    { length: Math.round(Math.log10(high / low)) + 1 },
    (_, index) => high / 10 ** index,
  )
  const { inPath } = model.values
  const current = {
    x: x(model.current.works),
    y: y(model.current.unreliability),
  }
  const tone = model.outcome.gainOverA < 0 ? 'var(--failed)' : 'var(--healthy)'
  const onLeft = current.x > (left + right) / 2
  const value: Place = {
    x: current.x + (onLeft ? -13 : 13),
    y: Math.min(bottom - 4, Math.max(top + 12, current.y + (current.y < alone ? -8 : 22))),
    anchor: onLeft ? 'end' : 'start',
  }
  const taken = guess
    ? [value, guessPlace(guess, x, y, model.outcome.alone.unreliability)]
    : [value]
  const beside = (
    curve: Curve,
    works: number,
    dx: number,
    dy: number,
    anchor: Place['anchor'],
  ): Place => {
    const point = curve.points.find((candidate) => candidate.works >= works)
    const height = y(point?.unreliability ?? low)
    return { x: x(works) + dx, y: Math.min(bottom - 6, Math.max(top + 12, height + dy)), anchor }
  }
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <defs>
        <pattern
          id={hatch}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" fill="var(--guess-tint)" />
          <line x1="0" x2="0" y1="0" y2="6" stroke="var(--guess)" strokeWidth="3" />
        </pattern>
      </defs>
      <text x="4" y="16" className={`${figures['text']} ${figures['soft']}`}>
        {m.paradox_plot_y()}
      </text>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} className={figures['grid']} />
          <text
            x={left - 8}
            y={y(tick) + 4}
            textAnchor="end"
            fontSize="12"
            className={`${figures['value']} ${figures['soft']}`}
          >
            {number(locale, tick * 1e6, 2)}
          </text>
        </g>
      ))}
      {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
        <text
          key={tick}
          x={x(tick)}
          y={bottom + 20}
          textAnchor="middle"
          fontSize="12"
          className={`${figures['value']} ${figures['soft']}`}
        >
          {percent(locale, tick)}
        </text>
      ))}
      <text
        x={(left + right) / 2}
        y={bottom + 41}
        textAnchor="middle"
        className={`${figures['text']} ${figures['soft']}`}
      >
        {m.paradox_plot_x()}
      </text>
      <path
        d={path(model.rescue)}
        fill="none"
        stroke="var(--healthy)"
        strokeWidth={inPath ? 1.6 : 3.2}
        strokeOpacity={inPath ? 0.6 : 1}
      />
      <path
        d={path(model.path)}
        fill="none"
        stroke="var(--failed)"
        strokeWidth={inPath ? 3.2 : 1.8}
        strokeOpacity={inPath ? 1 : 0.75}
      />
      <line x1={left} x2={right} y1={alone} y2={alone} className={figures['baseline']} />
      <text x={left + 6} y={alone - 8} className={`${TEXT} ${figures['strong']}`}>
        {m.paradox_plot_alone()}
      </text>
      <text
        {...labelAt(
          [
            beside(model.rescue, 0.86, -8, 22, 'end'),
            beside(model.rescue, 0.7, 0, 26, 'end'),
            beside(model.rescue, 0.25, 0, 26, 'start'),
            beside(model.rescue, 0.3, 0, -14, 'start'),
          ],
          taken,
        )}
        className={`${TEXT} ${figures['strong']} ${figures['works']}`}
      >
        {m.paradox_plot_rescue()}
      </text>
      <text
        {...labelAt(
          [
            { x: x(0.93), y: top + 14, anchor: 'end' },
            { x: x(0.97), y: (alone + bottom) / 2 - 10, anchor: 'end' },
          ],
          taken,
        )}
        className={`${TEXT} ${figures['strong']} ${figures['fails']}`}
      >
        {m.paradox_plot_path()}
      </text>
      <line
        x1={current.x}
        x2={current.x}
        y1={alone}
        y2={current.y}
        stroke={tone}
        strokeWidth="1.6"
      />
      <BreakEven at={model.path.breakEven} x={x} y={alone} colour="var(--failed)" tone="fails" />
      <BreakEven at={model.rescue.breakEven} x={x} y={alone} colour="var(--healthy)" tone="works" />
      {guess && (
        <Guess
          guess={guess}
          x={x}
          y={y}
          alone={model.outcome.alone.unreliability}
          fill={`url(#${hatch})`}
        />
      )}
      <circle
        cx={current.x}
        cy={current.y}
        r="7.5"
        fill={tone}
        stroke="var(--raised)"
        strokeWidth="2.5"
      />
      <text
        x={value.x}
        y={value.y}
        textAnchor={value.anchor}
        fontSize="14.5"
        fontWeight="650"
        className={`${figures['value']} ${figures['halo']}`}
      >
        {number(locale, model.current.unreliability * 1e6, 3)}
      </text>
    </svg>
  )
}

interface BreakEvenProps {
  readonly at: number | null
  readonly x: (works: number) => number
  readonly y: number
  readonly colour: string
  readonly tone: 'works' | 'fails'
}

/** Where a curve crosses A alone: below it the pair does harm. */
function BreakEven({ at, x, y, colour, tone }: BreakEvenProps) {
  if (at === null || at <= 0) return null
  return (
    <g>
      <circle cx={x(at)} cy={y} r="5.5" fill="var(--raised)" stroke={colour} strokeWidth="2.5" />
      <text
        x={x(at) + (at < 0.2 ? 9 : -9)}
        y={tone === 'fails' ? y - 10 : y + 21}
        textAnchor={at < 0.2 ? 'start' : 'end'}
        fontSize="13"
        className={`${figures['value']} ${figures['halo']} ${figures[tone]}`}
      >
        {percent(getLocale(), at, 4)}
      </text>
    </g>
  )
}

interface GuessProps {
  readonly guess: GuessMark
  readonly x: (works: number) => number
  readonly y: (unreliability: number) => number
  readonly alone: number
  readonly fill: string
}

/** Where the words "your guess" stand: on the side of the mark that is away from A alone. */
function guessPlace(
  { works, factor: [low, high] }: GuessMark,
  x: GuessProps['x'],
  y: GuessProps['y'],
  alone: number,
): Place {
  return high < 1
    ? { x: x(works) - 21, y: y(alone * low) + 6, anchor: 'end' }
    : { x: x(works), y: y(alone * high) - 8, anchor: 'middle' }
}

function Guess({ guess, x, y, alone, fill }: GuessProps) {
  if (alone === 0) return null
  const [low, high] = guess.factor
  const above = y(alone * high)
  const below = y(alone * low)
  const place = guessPlace(guess, x, y, alone)
  return (
    <g>
      <rect
        x={x(guess.works) - 15}
        y={above}
        width="30"
        height={Math.max(8, below - above)}
        rx="3"
        fill={fill}
        stroke="var(--guess)"
        strokeWidth="1.8"
      />
      <text
        x={place.x}
        y={place.y}
        textAnchor={place.anchor}
        className={`${TEXT} ${figures['strong']} ${figures['guessed']}`}
      >
        {m.paradox_plot_guess()}
      </text>
    </g>
  )
}
