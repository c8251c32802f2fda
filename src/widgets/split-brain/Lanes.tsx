import * as m from '#messages/messages.js'
import { useId } from 'react'
import { figureText, figureTextWidth } from '../../figures/figure-text.ts'
import { IntervalBar } from '../../figures/IntervalBar.tsx'
import { Crosses, Dots } from '../../figures/Marks.tsx'
import { linearScale } from '../../figures/scale.ts'
import { TimeAxis } from '../../figures/TimeAxis.tsx'
import { type NodeId, NODES } from '../../systems/split-brain/world.ts'
import { type End, endOf } from './data.ts'
import styles from './Figure.module.css'
import { ASKED_MS, LENGTH_MS } from './fixed.ts'
import { ROW, type SplitBrainLayout, type Tops } from './layout.ts'
import type { GuessMark, SplitBrainModel } from './model.ts'
import { nodeName, stateName } from './names.ts'
import type { Span, Spell } from './spells.ts'
import { seconds } from './words.ts'

interface Props {
  readonly model: SplitBrainModel
  readonly guess: GuessMark | undefined
  readonly layout: SplitBrainLayout
  readonly tops: Tops
}

interface Scaled extends Props {
  readonly x: (ms: number) => number
}

const TONES = {
  leads: 'holds',
  alone: 'limps',
  waits: 'waits',
  both: 'fails',
  down: 'gone',
} as const

const tenth = (value: number): number => Math.round(value * 10) / 10

function Life({
  spells,
  x,
  y,
}: { readonly spells: readonly Spell[]; readonly y: number } & Pick<Scaled, 'x'>) {
  return spells.map(({ state, fromMs, toMs }) => {
    const at = { x: x(fromMs), y, width: x(toMs) - x(fromMs), height: ROW }
    if (state === 'standby' || state === 'silent')
      return (
        <rect key={fromMs} {...at} y={y + ROW / 2 - 1.5} height="3" className={styles[state]} />
      )
    return <IntervalBar key={fromMs} at={at} tone={TONES[state]} words={[stateName(state)]} />
  })
}

/** A write's end, at the moment it was sent. */
export function Ends({
  end,
  places,
  r,
}: {
  readonly end: End
  readonly places: readonly (readonly [number, number])[]
  readonly r: number
}) {
  if (end === 'answered') return <Dots places={places} r={r} />
  if (end === 'lost') return <Crosses places={places} r={r + 0.6} />
  return places.map(([x, y]) => (
    <circle key={x} cx={x} cy={y} r={r - 0.6} className={styles['unanswered']} />
  ))
}

function Writes({
  model,
  side,
  x,
  y,
  layout,
}: Scaled & { readonly side: NodeId; readonly y: number }) {
  const own = model.last.fates.filter((fate) => fate.side === side)
  const r = layout.narrow ? 3 : 4.4
  return (['answered', 'unanswered', 'lost'] as const).map((end) => (
    <Ends
      key={end}
      end={end}
      r={r}
      places={own.filter((fate) => endOf(fate) === end).map(({ sentMs }) => [tenth(x(sentMs)), y])}
    />
  ))
}

/** Stretches of time as brackets, and what they come to in words beneath. */
function Brackets({
  spans,
  words,
  tone,
  x,
  y,
  layout,
}: {
  readonly spans: readonly Span[]
  readonly words: string
  readonly tone: 'fails' | 'works' | 'soft'
  readonly y: number
} & Pick<Scaled, 'x' | 'layout'>) {
  const [from, to] = layout.axis
  const half = figureTextWidth(words) / 2
  const [first, last] = [spans.at(0), spans.at(-1)]
  const middle = first && last ? (x(first.fromMs) + x(last.toMs)) / 2 : (from + to) / 2
  return (
    <>
      <path
        d={spans
          .map(({ fromMs, toMs }) => `M${tenth(x(fromMs))} ${y - 19}v5H${tenth(x(toMs))}v-5`)
          .join('')}
        className={styles['bracket']}
        data-tone={tone}
      />
      <text
        x={Math.min(to - half, Math.max(from + half, middle))}
        y={y}
        textAnchor="middle"
        className={figureText(tone)}
      >
        {words}
      </text>
    </>
  )
}

/** Who the reader thinks takes writes at the moment that was asked about. */
function Guess({ guess, layout, tops, x }: Scaled) {
  const id = useId()
  if (!guess) return null
  const [from, to] = [x(ASKED_MS - 500), x(ASKED_MS + 500)]
  const words = guess.length === 0 ? m.split_brain_guess_nobody() : m.split_brain_guess()
  return (
    <g>
      <defs>
        <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse">
          <path d="M0 7L7 0" stroke="var(--guess)" strokeWidth="1.4" />
        </pattern>
      </defs>
      {guess.map((node) => (
        <rect
          key={node}
          x={from}
          y={node === 'A' ? tops.a : tops.b}
          width={to - from}
          height={ROW}
          fill={`url(#${id})`}
          className={styles['guess']}
        />
      ))}
      <text
        x={layout.narrow ? layout.axis[1] : (from + to) / 2}
        y={tops.clientsA - 8}
        textAnchor={layout.narrow ? 'end' : 'middle'}
        className={figureText('guessed', 'halo')}
      >
        {words}
      </text>
    </g>
  )
}

/** The cable between the lanes: whole, cut, or cut one way. */
function Cable({ model, x, tops }: Scaled) {
  const path = (wanted: (now: string) => boolean) =>
    model.link
      .filter(({ now }) => wanted(now))
      .map(({ fromMs, toMs }) => `M${tenth(x(fromMs))} ${tops.link}H${tenth(x(toMs))}`)
      .join('')
  return (
    <>
      <path d={path((now) => now === 'whole')} className={styles['link']} />
      <path d={path((now) => now !== 'whole')} className={styles['severed']} />
    </>
  )
}

/** The lives of both nodes, what their clients heard, and when two led or nobody answered. */
export function Lanes(props: Props) {
  const { model, layout, tops } = props
  const x = linearScale([0, LENGTH_MS], layout.axis)
  const scaled = { ...props, x }
  const two = model.outcome.twoMs
  const name = (words: string, y: number, role: string) => (
    <text x={layout.axis[0] - 8} y={y} textAnchor="end" className={figureText(role)}>
      {words}
    </text>
  )
  const clientName = (id: NodeId) => m.split_brain_clients_of({ node: nodeName(id) })
  return (
    <g>
      <TimeAxis
        lengthMs={LENGTH_MS}
        axis={layout.axis}
        y={tops.axis}
        bands={[[tops.clientsA - 6, tops.clientsB + 8]]}
        words={seconds}
        shortestMs={1000}
      />
      {!layout.narrow && name(clientName('A'), tops.clientsA + 5, 'soft')}
      {!layout.narrow && name(clientName('B'), tops.clientsB + 5, 'soft')}
      {!layout.narrow && name(m.split_brain_link_whole(), tops.link + 5, 'soft')}
      {NODES.map((id) => (
        <g key={id}>
          {name(nodeName(id), (id === 'A' ? tops.a : tops.b) + ROW / 2 + 5, 'strong')}
          <Life spells={model.lives[id]} x={x} y={id === 'A' ? tops.a : tops.b} />
          <Writes {...scaled} side={id} y={id === 'A' ? tops.clientsA : tops.clientsB} />
        </g>
      ))}
      <Cable {...scaled} />
      <Brackets
        spans={model.two}
        words={two > 0 ? m.split_brain_two({ time: seconds(two) }) : m.split_brain_never_two()}
        tone={two > 0 ? 'fails' : 'works'}
        y={tops.two}
        x={x}
        layout={layout}
      />
      <Brackets
        spans={model.nobody}
        words={m.split_brain_nobody({ time: seconds(model.outcome.nobodyMs) })}
        tone="soft"
        y={tops.nobody}
        x={x}
        layout={layout}
      />
      <Guess {...scaled} />
    </g>
  )
}
