import * as m from '#messages/messages.js'
import { memo } from 'react'
import { figureText, figureTextWidth } from '../../figures/figure-text.ts'
import { Fitted } from '../../figures/Fitted.tsx'
import { IntervalBar } from '../../figures/IntervalBar.tsx'
import { Crosses, Dots } from '../../figures/Marks.tsx'
import { Playhead } from '../../figures/Playhead.tsx'
import { linearScale } from '../../figures/scale.ts'
import { TimeAxis } from '../../figures/TimeAxis.tsx'
import type { FigureProps } from '../../frame/contract.ts'
import type { Landed } from '../../systems/lease/world.ts'
import styles from './Figure.module.css'
import { LATENCY_MS, LENGTH_MS } from './fixed.ts'
import { type FencingLayout, HEIGHT, ROW, TOPS, narrow, wide } from './layout.ts'
import type { FencingModel, GuessMark } from './model.ts'
import type { Spell } from './spells.ts'
import { nameOf, seconds, whole } from './words.ts'

interface Props {
  readonly model: FencingModel
  readonly guess: GuessMark | undefined
  readonly layout: FencingLayout
}

const TONES = { believes: 'holds', waits: 'limps', paused: 'waits', down: 'gone' } as const

const tenth = (value: number): number => Math.round(value * 10) / 10

function Bar({
  spell,
  x,
  y,
  words,
}: {
  readonly spell: Spell
  readonly x: (ms: number) => number
  readonly y: number
  readonly words: readonly string[]
}) {
  const { state, fromMs, toMs } = spell
  const at = { x: x(fromMs), y, width: x(toMs) - x(fromMs), height: ROW }
  if (state === 'idle')
    return <rect {...at} y={y + ROW / 2 - 1.5} height="3" className={styles['idle']} />
  return <IntervalBar at={at} tone={TONES[state]} words={words} />
}

/** What a stretch of a process is called, the longest first. */
const wordsOf = ({ state, token }: Spell): readonly string[] => {
  const number = { token: whole(token) }
  switch (state) {
    case 'believes':
      return [m.fence_believes(number), m.fence_token(number), whole(token)]
    case 'waits':
      return [m.fence_waits(), m.fence_waits_short()]
    case 'paused':
      return [m.fence_paused()]
    case 'down':
      return [m.fence_down()]
    case 'idle':
      return []
  }
}

function RowName({
  y,
  layout,
  text,
}: {
  readonly y: number
  readonly layout: FencingLayout
  readonly text: string
}) {
  return (
    <text x={layout.axis[0] - 8} y={y} textAnchor="end" className={figureText('strong')}>
      {text}
    </text>
  )
}

/** What the marks at the store are. */
function Key({ layout }: { readonly layout: FencingLayout }) {
  const names = [
    ['accepted', m.fence_accepted()],
    ['refused', m.fence_refused()],
    ['late', m.fence_late()],
  ] as const
  return names.map(([kind, name], index) => {
    const x = layout.narrow ? 6 : layout.axis[0] + index * 250
    const y = TOPS.key + (layout.narrow ? index * 24 : 0)
    return (
      <g key={kind}>
        <Mark kind={kind} x={x + 6} y={y - 5} r={layout.mark} />
        <text x={x + 20} y={y} className={figureText('soft')}>
          {name}
        </text>
      </g>
    )
  })
}

function Mark({
  kind,
  x,
  y,
  r,
}: {
  readonly kind: 'accepted' | 'refused' | 'late'
  readonly x: number
  readonly y: number
  readonly r: number
}) {
  if (kind === 'accepted') return <Dots places={[[x, y]]} r={r} />
  if (kind === 'late') return <Crosses places={[[x, y]]} r={r} />
  return <circle cx={x} cy={y} r={r} className={styles['refused']} />
}

/** When both took their lease for valid. */
function Both({ model, layout, x }: Omit<Props, 'guess'> & { readonly x: (ms: number) => number }) {
  const [from, to] = layout.axis
  const alone = model.oneWriter ? m.fence_never_both() : m.fence_prepared()
  const words = model.bothMs > 0 ? m.fence_both({ time: seconds(model.bothMs) }) : alone
  const late = model.last.landed.find((write) => write.late)
  const half = figureTextWidth(words) / 2
  const middle = late ? x(Math.min(LENGTH_MS, late.atMs)) : (from + to) / 2
  return (
    <text
      x={Math.min(to - half, Math.max(from + half, middle))}
      y={TOPS.both}
      textAnchor="middle"
      className={figureText(model.oneWriter ? 'works' : 'fails')}
    >
      {words}
    </text>
  )
}

/** Everything that stands still while the playhead moves. */
const Still = memo(function Still({ model, layout, guess }: Props) {
  const { ids, lives, lock, last } = model
  const x = linearScale([0, LENGTH_MS], layout.axis)
  const tops = [TOPS.a, TOPS.b]
  const shown = last.landed.filter(({ atMs }) => atMs <= LENGTH_MS)
  const way = ({ from, atMs }: Landed) => {
    const y = (tops[ids.indexOf(from)] ?? TOPS.a) + ROW
    return `M${tenth(x(Math.max(0, atMs - LATENCY_MS)))} ${y}L${tenth(x(atMs))} ${TOPS.store}`
  }
  const places = (wanted: (write: Landed) => boolean) =>
    shown.filter(wanted).map(({ atMs }) => [x(atMs), TOPS.store] as const)
  const odd = (write: Landed) => write.late || !write.accepted
  return (
    <>
      <TimeAxis
        lengthMs={LENGTH_MS}
        axis={layout.axis}
        y={TOPS.axis}
        bands={[[TOPS.lock - 4, TOPS.store + 10]]}
        words={seconds}
        shortestMs={1000}
      />
      <RowName y={TOPS.lock + 18} layout={layout} text={m.fence_lock()} />
      {lock.map((spell) => (
        <Bar
          key={spell.fromMs}
          spell={spell}
          x={x}
          y={TOPS.lock}
          words={[m.fence_token({ token: whole(spell.token) }), whole(spell.token)]}
        />
      ))}
      <path
        d={shown
          .filter((write) => !odd(write))
          .map(way)
          .join('')}
        className={styles['way']}
      />
      <path d={shown.filter(odd).map(way).join('')} className={styles['lateWay']} />
      {lives.map((life, index) => (
        <g key={ids[index]}>
          <RowName y={(tops[index] ?? 0) + 18} layout={layout} text={nameOf(ids[index] ?? '')} />
          {life.map((spell) => (
            <Bar
              key={spell.fromMs}
              spell={spell}
              x={x}
              y={tops[index] ?? 0}
              words={wordsOf(spell)}
            />
          ))}
        </g>
      ))}
      <RowName y={TOPS.store + 5} layout={layout} text={m.fence_store()} />
      <line
        x1={layout.axis[0]}
        x2={layout.axis[1]}
        y1={TOPS.store}
        y2={TOPS.store}
        className={styles['store']}
      />
      <Dots places={places((write) => write.accepted && !write.late)} r={layout.mark} />
      {places(({ accepted }) => !accepted).map(([left]) => (
        <circle
          key={left}
          cx={left}
          cy={TOPS.store}
          r={layout.mark}
          className={styles['refused']}
        />
      ))}
      <Both model={model} layout={layout} x={x} />
      <Key layout={layout} />
      {guess && (
        <text
          x={layout.axis[1]}
          y={TOPS.store + 22}
          textAnchor="end"
          className={figureText('guessed', 'halo')}
        >
          {m.fence_guess({ guess: guessWords(guess) })}
        </text>
      )}
    </>
  )
})

const guessWords = (guess: GuessMark): string =>
  ({
    accepted: m.fence_predict_accepted,
    refused: m.fence_predict_refused,
    'never-sent': m.fence_predict_never,
  })[guess]()

function Drawing({ atMs, ...still }: Props & { readonly atMs: number }) {
  const { layout } = still
  const height = layout.narrow ? HEIGHT.narrow : HEIGHT.wide
  const x = linearScale([0, LENGTH_MS], layout.axis)
  const late = still.model.last.landed
    .filter((write) => write.late && write.atMs <= LENGTH_MS)
    .map(({ atMs: landed }) => [x(landed), TOPS.store] as const)
  return (
    <svg viewBox={`0 0 ${layout.width} ${height}`} aria-hidden="true">
      <Still {...still} />
      {atMs < LENGTH_MS && (
        <Playhead
          x={x(atMs)}
          end={layout.axis[1] + 6}
          top={TOPS.lock - 4}
          bottom={TOPS.store + 10}
        />
      )}
      {/* What the figure is about stays in sight under the playhead. */}
      <Crosses places={late} r={layout.mark + 2} />
    </svg>
  )
}

/** The lock, two processes that believe in it, and what reaches the store. */
export const FencingFigure = ({ model, guess, atMs }: FigureProps<FencingModel, GuessMark>) => (
  <Fitted
    wide={<Drawing model={model} guess={guess} atMs={atMs} layout={wide} />}
    narrow={<Drawing model={model} guess={guess} atMs={atMs} layout={narrow} />}
  />
)
