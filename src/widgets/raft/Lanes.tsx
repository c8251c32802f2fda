import * as m from '#messages/messages.js'
import { useId } from 'react'
import { figureText, figureTextWidth } from '../../figures/figure-text.ts'
import { IntervalBar } from '../../figures/IntervalBar.tsx'
import { Dots } from '../../figures/Marks.tsx'
import { linearScale } from '../../figures/scale.ts'
import { TimeAxis } from '../../figures/TimeAxis.tsx'
import { INVARIANTS } from '../../systems/raft/world.ts'
import styles from './Figure.module.css'
import { LENGTH_MS, STRUCK_MS } from './fixed.ts'
import { LANE, type RaftLayout, ROW, topsOf } from './layout.ts'
import { type GuessMark, type RaftModel, withoutMs } from './model.ts'
import type { Spell } from './spells.ts'
import { milliseconds, seconds, spellName, whole } from './words.ts'

interface Props {
  readonly model: RaftModel
  readonly guess: GuessMark | undefined
  readonly layout: RaftLayout
}

const TONES = { leads: 'holds', stands: 'limps', down: 'gone', paused: 'waits' } as const

const tenth = (value: number): number => Math.round(value * 10) / 10

function SpellBar({
  spell,
  x,
  y,
}: {
  readonly spell: Spell
  readonly x: (ms: number) => number
  readonly y: number
}) {
  const { state, term, fromMs, toMs } = spell
  const at = { x: x(fromMs), y, width: x(toMs) - x(fromMs), height: ROW }
  if (state === 'follows')
    return <rect {...at} y={y + ROW / 2 - 1.5} height="3" className={styles['follows']} />
  const words = [
    m.raft_in_term({ what: spellName(state), term: whole(term) }),
    m.raft_term({ term: whole(term) }),
    m.raft_term_short({ term: whole(term) }),
  ]
  const named = state === 'leads' || state === 'stands'
  return <IntervalBar at={at} tone={TONES[state]} words={named ? words : [spellName(state)]} />
}

/** What the reader predicted, hatched over the lanes. */
function Guess({ guess, x, layout, model }: Props & { readonly x: (ms: number) => number }) {
  const id = useId()
  const tops = topsOf(layout, model.ids.length, INVARIANTS.length)
  if (!guess) return null
  const from = x(STRUCK_MS + guess.fromMs)
  const to = x(STRUCK_MS + guess.toMs)
  const height = model.ids.length * LANE
  return (
    <g>
      <defs>
        <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse">
          <path d="M0 7L7 0" stroke="var(--guess)" strokeWidth="1.4" />
        </pattern>
      </defs>
      <rect
        x={from}
        y={tops.lanes - 6}
        width={to - from}
        height={height}
        fill={`url(#${id})`}
        className={styles['guess']}
      />
      <text
        x={(from + to) / 2}
        y={tops.lanes - 11}
        textAnchor="middle"
        className={figureText('guessed', 'halo')}
      >
        {m.raft_guess()}
      </text>
    </g>
  )
}

/** The lives of all servers, the messages of elections, and when nobody could commit. */
export function Lanes(props: Props) {
  const { model, layout } = props
  const tops = topsOf(layout, model.ids.length, INVARIANTS.length)
  const { ids, lives, letters, without } = model
  const x = linearScale([0, LENGTH_MS], layout.axis)
  const yOf = (id: string) => tops.lanes + ids.indexOf(id) * LANE
  const [from, to] = layout.axis
  const answered = model.entries.flatMap(({ atMs, note }) =>
    note.kind === 'acknowledged' ? [[x(atMs), tops.client] as const] : [],
  )
  const paths = (kind: 'ask' | 'vote' | 'refusal') =>
    letters
      .filter((letter) => letter.kind === kind)
      .map(({ from: sender, to: receiver, sentMs, arrivesMs }) => {
        const [one, other] = [yOf(sender) + ROW / 2, yOf(receiver) + ROW / 2]
        return `M${tenth(x(sentMs))} ${one}L${tenth(x(arrivesMs))} ${other}`
      })
      .join('')
  const total = withoutMs(model)
  const words = total > 0 ? m.raft_without({ ms: milliseconds(total) }) : m.raft_led()
  const first = without[0]
  const half = figureTextWidth(words) / 2
  const middle = first ? (x(first.fromMs) + x(first.toMs)) / 2 : to - half
  return (
    <g>
      <TimeAxis
        lengthMs={LENGTH_MS}
        axis={layout.axis}
        y={tops.axis}
        bands={[[tops.lanes - 4, tops.client + 8]]}
        words={seconds}
        shortestMs={250}
      />
      <path d={paths('ask')} className={styles['asked']} />
      <path d={paths('refusal')} className={styles['refused']} />
      <path d={paths('vote')} className={styles['voted']} />
      {ids.map((id) => (
        <g key={id}>
          <text
            x={from - 8}
            y={yOf(id) + ROW / 2 + 5}
            textAnchor="end"
            className={figureText('strong')}
          >
            {id}
          </text>
          {(lives[id] ?? []).map((spell) => (
            <SpellBar key={spell.fromMs} spell={spell} x={x} y={yOf(id)} />
          ))}
        </g>
      ))}
      {!layout.narrow && (
        <text x={from - 8} y={tops.client + 5} textAnchor="end" className={figureText('soft')}>
          {m.raft_answered()}
        </text>
      )}
      <Dots places={answered} r={layout.narrow ? 2.4 : 3.4} />
      {without.map(({ fromMs, toMs }) => (
        <path
          key={fromMs}
          d={`M${tenth(x(fromMs))} ${tops.client + 10}v5H${tenth(x(toMs))}v-5`}
          className={styles['without']}
        />
      ))}
      <text
        x={Math.min(to - half, Math.max(from + half, middle))}
        y={tops.without}
        textAnchor="middle"
        className={figureText(total > 0 ? 'fails' : 'works')}
      >
        {words}
      </text>
      <Guess {...props} x={x} />
    </g>
  )
}
