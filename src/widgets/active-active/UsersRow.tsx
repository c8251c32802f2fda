import * as m from '#messages/messages.js'
import { useId } from 'react'
import { Cross } from '../../figures/Cross.tsx'
import { figureText, figureTextWidth } from '../../figures/figure-text.ts'
import type { Fate } from '../../systems/traffic/report.ts'
import styles from './Figure.module.css'
import type { LaneLayout } from './layout.ts'
import { type Lane, silenceMs } from './model.ts'
import { seconds, whole } from './words.ts'

interface Props {
  readonly lane: Lane
  /** When the requests arrived that the reader says fail; nothing where there is no guess. */
  readonly guessedMs: readonly number[] | undefined
  readonly struckMs: number
  readonly x: (ms: number) => number
  /** The middle of the row. */
  readonly y: number
  readonly layout: LaneLayout
}

function Mark({
  fate,
  x,
  y,
  r,
}: {
  readonly fate: Fate
  readonly x: number
  readonly y: number
  readonly r: number
}) {
  if (fate.outcome === 'failed') return <Cross x={x} y={y} r={r} />
  if (fate.outcome === 'open')
    return <circle cx={x} cy={y} r={r * 0.7} className={styles['open']} />
  if (!fate.lost) return <circle cx={x} cy={y} r={r} className={styles['served']} />
  return (
    <g>
      <circle cx={x} cy={y} r={r} className={styles['lost']} />
      <line x1={x - r} x2={x + r} y1={y + r} y2={y - r} className={styles['lost']} />
    </g>
  )
}

/** What the reader predicted, hatched around the requests that would fail. */
function Guess({ guessedMs, struckMs, x, y, layout }: Omit<Props, 'lane'>) {
  // Each drawing has its own: a browser draws no pattern out of a layout that is hidden.
  const id = useId()
  if (!guessedMs) return null
  const half = layout.mark + 2.4
  const places =
    guessedMs.length > 0 ? guessedMs.map((ms) => [ms, half] as const) : [[struckMs, 1.2] as const]
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
          y={y - 10}
          width={wide * 2}
          height="20"
          rx="1"
          fill={`url(#${id})`}
          className={styles['guess']}
        />
      ))}
    </g>
  )
}

/** The requests as their senders saw them, and how long nobody answered. */
export function UsersRow(props: Props) {
  const { lane, guessedMs, x, y, layout } = props
  const [from, to] = layout.axis
  const { fates, lost, silences } = lane
  const away = fates.filter(({ why }) => why === 'refused').length
  const crowded = m.aa_crowded({ count: whole(away) })
  const start = layout.stacked ? 0 : from
  const total = m.aa_no_answer({ seconds: seconds(silenceMs(lane)) })
  const first = silences.at(0)
  const words = figureTextWidth(total) / 2
  const middle = first ? (x(first.fromMs) + x(first.toMs)) / 2 : to
  return (
    <g>
      {!layout.stacked && (
        <text x={from - 10} y={y + 5} textAnchor="end" className={figureText('soft')}>
          {m.aa_user()}
        </text>
      )}
      <Guess {...props} />
      {fates.map((fate) => (
        <Mark key={fate.request} fate={fate} x={x(fate.bornMs)} y={y} r={layout.mark} />
      ))}
      {silences.map(({ fromMs, toMs }) => (
        <path
          key={fromMs}
          d={`M${x(fromMs)} ${y + 12}v5H${x(toMs)}v-5`}
          className={styles['silence']}
        />
      ))}
      <text
        x={first ? Math.min(to - words, Math.max(from + words, middle)) : to}
        y={y + 33}
        textAnchor={first ? 'middle' : 'end'}
        className={figureText(first || away > 0 ? 'fails' : 'works')}
      >
        {first ? total : away > 0 ? crowded : m.aa_answered()}
      </text>
      {lost > 0 && (
        <g>
          <circle cx={start + 5} cy={y + 43} r="4.4" className={styles['lost']} />
          <line x1={start + 1} x2={start + 9} y1={y + 47} y2={y + 39} className={styles['lost']} />
          <text x={start + 16} y={y + 48} className={figureText('fails')}>
            {m.aa_key_lost()}
          </text>
        </g>
      )}
      {guessedMs && (
        <text x={start} y={y + 33} className={figureText('guessed')}>
          {m.aa_guess()}
        </text>
      )}
    </g>
  )
}
