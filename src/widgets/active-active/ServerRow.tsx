import * as m from '#messages/messages.js'
import { Cross } from '../../figures/Cross.tsx'
import { figureText } from '../../figures/figure-text.ts'
import { IntervalBar } from '../../figures/IntervalBar.tsx'
import styles from './Figure.module.css'
import type { Load, Life, Spell } from './lives.ts'
import type { LoadLabel } from './load-labels.ts'
import { seconds } from './words.ts'

interface Props {
  readonly life: Life
  readonly labels: readonly LoadLabel[]
  /** It is away because somebody wants it to be. */
  readonly planned: boolean
  readonly x: (ms: number) => number
  readonly y: number
  readonly height: number
  readonly lengthMs: number
}

const TONES = {
  draining: 'limps',
  deciding: 'limps',
  promoting: 'limps',
  warming: 'limps',
  unnoticed: 'fails',
  waits: 'waits',
} as const
function nameOf(state: Spell['state'], planned: boolean): string {
  switch (state) {
    case 'draining':
      return m.aa_draining()
    case 'unnoticed':
      return m.aa_unnoticed()
    case 'down':
      return planned ? m.aa_service() : m.aa_down()
    case 'deciding':
      return m.aa_deciding()
    case 'promoting':
      return m.aa_promoting()
    case 'warming':
      return m.aa_warming()
    case 'waits':
    case 'works':
      return m.aa_waits()
  }
}

/** The load of a server as the filled part of its row, while it works. */
function LoadArea({ life, x, y, height }: Pick<Props, 'life' | 'x' | 'y' | 'height'>) {
  const full = life.spells.filter(({ state }) => state === 'works')
  const level = ({ atMs, share }: Load) => `L${x(atMs)} ${y + height * (1 - share)}`
  return full.map(({ fromMs, toMs }) => {
    const inside = life.loads.filter(({ atMs }) => atMs >= fromMs && atMs <= toMs)
    const [first, last] = [inside.at(0), inside.at(-1)]
    if (!first || !last) return null
    const line = level(first).replace('L', 'M') + inside.slice(1).map(level).join('')
    return (
      <g key={fromMs}>
        <path
          d={`${line}L${x(last.atMs)} ${y + height}L${x(first.atMs)} ${y + height}z`}
          className={styles['load']}
        />
        <path d={line} className={styles['level']} />
        {inside.map(({ atMs, waiting }, index) => {
          const next = inside[index + 1]?.atMs
          return (
            waiting > 0 &&
            next !== undefined && (
              <rect
                key={atMs}
                x={x(atMs)}
                y={y - 2.5}
                width={x(next) - x(atMs)}
                height="5"
                className={styles['queue']}
              />
            )
          )
        })}
      </g>
    )
  })
}

/** A server through time: how loaded it is, and what keeps it from working. */
export function ServerRow({ life, labels, planned, x, y, height, lengthMs }: Props) {
  const box = (fromMs: number, toMs: number) => ({
    x: x(fromMs),
    y,
    width: Math.max(0, x(Math.min(toMs, lengthMs)) - x(fromMs)),
    height,
  })
  return (
    <g>
      {life.spells.map(({ state, fromMs, toMs }) => {
        if (state === 'works') {
          return <rect key={fromMs} {...box(fromMs, toMs)} rx="3" className={styles['track']} />
        }
        const away = planned ? 'waits' : 'gone'
        const took = seconds(Math.min(toMs, lengthMs) - fromMs)
        const name = nameOf(state, planned)
        return (
          <IntervalBar
            key={fromMs}
            at={box(fromMs, toMs)}
            inset={state === 'unnoticed' ? 8 : 0}
            tone={state === 'down' ? away : TONES[state]}
            words={
              state === 'waits' || (state === 'down' && !planned)
                ? [name]
                : [m.aa_stretch({ what: name, seconds: took }), name, took]
            }
          />
        )
      })}
      <LoadArea life={life} x={x} y={y} height={height} />
      {labels.map(({ atMs, words }) => (
        <text
          key={atMs}
          x={x(atMs) - 6}
          y={y + height - 6}
          textAnchor="end"
          className={figureText('value', 'halo')}
        >
          {words}
        </text>
      ))}
      {life.spells
        .filter(({ state }) => state === 'unnoticed')
        .map(({ fromMs }) => (
          <Cross key={fromMs} x={x(fromMs)} y={y + height / 2} r={6} />
        ))}
    </g>
  )
}
