import * as m from '#messages/messages.js'
import { useId } from 'react'
import { figureText, figureTextWidth } from '../../figures/figure-text.ts'
import { IntervalBar } from '../../figures/IntervalBar.tsx'
import { Crosses, Dots } from '../../figures/Marks.tsx'
import { linearScale } from '../../figures/scale.ts'
import { silenceMs } from './describe.ts'
import type { Fate } from '../../systems/traffic/report.ts'
import styles from './Figure.module.css'
import { LENGTH_MS, STRUCK_MS } from './fixed.ts'
import { type LaneTops, PITCH, ROW, type SpofLayout } from './layout.ts'
import type { Lane } from './model.ts'
import type { Spell } from './spells.ts'
import { seconds, server } from './words.ts'

interface Props {
  readonly lane: Lane
  readonly tops: LaneTops
  readonly layout: SpofLayout
  /** Radius of a request's mark. */
  readonly mark: number
  /** When the requests arrived that the reader says are lost; absent where there is no guess. */
  readonly guessedMs: readonly number[] | undefined
}

const TONES = { unnoticed: 'fails', out: 'gone', returning: 'limps' } as const
const nameOf = (state: keyof typeof TONES): string =>
  ({ unnoticed: m.spof_unnoticed, out: m.spof_down, returning: m.spof_returning })[state]()

/** A part through time. */
function LifeRow({
  name,
  life,
  x,
  y,
}: {
  readonly name: string
  readonly life: readonly Spell[]
  readonly x: (ms: number) => number
  readonly y: number
}) {
  return (
    <g>
      <text x={x(0) - 10} y={y + ROW / 2 + 5} textAnchor="end" className={figureText('strong')}>
        {name}
      </text>
      {life.map(({ state, fromMs, toMs }) => {
        const at = { x: x(fromMs), y, width: x(toMs) - x(fromMs), height: ROW }
        if (state === 'works')
          return <rect key={fromMs} {...at} rx="3" className={styles['works']} />
        const took = seconds(toMs - fromMs)
        const word = nameOf(state)
        return (
          <IntervalBar
            key={fromMs}
            at={at}
            tone={TONES[state]}
            words={[m.spof_stretch({ what: word, seconds: took }), word, took]}
          />
        )
      })}
    </g>
  )
}

/** What the reader predicted, hatched around the requests that would be lost. */
function Guess({
  guessedMs,
  x,
  y,
  layout,
  mark,
}: Pick<Props, 'guessedMs' | 'layout' | 'mark'> & {
  readonly x: (ms: number) => number
  readonly y: number
}) {
  const id = useId()
  if (!guessedMs) return null
  const half = mark + 1.6
  const places =
    guessedMs.length > 0 ? guessedMs.map((ms) => [ms, half] as const) : [[STRUCK_MS, 1.2] as const]
  return (
    <g>
      <defs>
        <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse">
          <path d="M0 5L5 0" stroke="var(--guess)" strokeWidth="1.2" />
        </pattern>
      </defs>
      {places.map(([ms, wide]) => (
        <rect
          key={ms}
          x={x(ms) - wide}
          y={y - 9}
          width={wide * 2}
          height="18"
          rx="1"
          fill={`url(#${id})`}
          className={styles['guess']}
        />
      ))}
      <text x={layout.stacked ? 0 : layout.axis[0]} y={y + 30} className={figureText('guessed')}>
        {m.spof_guess()}
      </text>
    </g>
  )
}

/** A lane through time: its parts, what became of each request, and when nobody could answer. */
export function History({ lane, tops, layout, mark, guessedMs }: Props) {
  const x = linearScale([0, LENGTH_MS], layout.axis)
  const [from, to] = layout.axis
  const paired = lane.lives.length > 1
  const y = (row: number) => tops.history + row * PITCH
  const placesOf = (wanted: (fate: Fate) => boolean) =>
    lane.fates.filter(wanted).map(({ bornMs }) => [x(bornMs), tops.users] as const)
  const total = silenceMs(lane)
  const words = m.spof_no_answer({ seconds: seconds(total) })
  const first = lane.silences.at(0)
  const half = figureTextWidth(words) / 2
  const middle = first ? (x(first.fromMs) + x(first.toMs)) / 2 : to
  return (
    <g>
      {paired && (
        <LifeRow
          name={layout.stacked ? m.spof_balancer_short() : m.spof_balancer()}
          life={balancerLife(lane)}
          x={x}
          y={y(0)}
        />
      )}
      {lane.lives.map((life, index) => (
        <LifeRow
          key={index}
          name={server(index)}
          life={life}
          x={x}
          y={y(index + (paired ? 1 : 0))}
        />
      ))}
      {!layout.stacked && (
        <text x={from - 10} y={tops.users + 5} textAnchor="end" className={figureText('soft')}>
          {m.spof_users()}
        </text>
      )}
      <Guess guessedMs={guessedMs} x={x} y={tops.users} layout={layout} mark={mark} />
      <Dots
        places={placesOf(({ outcome, attempts }) => outcome !== 'failed' && attempts < 2)}
        r={mark}
      />
      <Crosses places={placesOf(({ outcome }) => outcome === 'failed')} r={mark} />
      {lane.fates
        .filter(({ outcome, attempts }) => outcome !== 'failed' && attempts > 1)
        .map(({ request, bornMs }) => (
          <circle
            key={request}
            cx={x(bornMs)}
            cy={tops.users}
            r={mark}
            className={styles['again']}
          />
        ))}
      {lane.silences.map(({ fromMs, toMs }) => (
        <path
          key={fromMs}
          d={`M${x(fromMs)} ${tops.users + 10}v5H${x(toMs)}v-5`}
          className={styles['silence']}
        />
      ))}
      <text
        x={first ? Math.min(to - half, Math.max(from + half, middle)) : to}
        y={tops.users + 31}
        textAnchor={first ? 'middle' : 'end'}
        className={figureText(first ? 'fails' : 'works')}
      >
        {first ? words : m.spof_answered()}
      </text>
    </g>
  )
}

/** The balancer's life as that of a part: it works wherever it is not away. */
function balancerLife({ balancerAway }: Lane): readonly Spell[] {
  const spells: Spell[] = []
  let sinceMs = 0
  for (const away of balancerAway) {
    if (away.fromMs > sinceMs) spells.push({ state: 'works', fromMs: sinceMs, toMs: away.fromMs })
    spells.push(away)
    sinceMs = away.toMs
  }
  return sinceMs < LENGTH_MS
    ? [...spells, { state: 'works', fromMs: sinceMs, toMs: LENGTH_MS }]
    : spells
}
