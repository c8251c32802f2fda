import * as m from '#messages/messages.js'
import styles from './Figure.module.css'
import type { Layout } from './layout.ts'
import type { BreakerModel } from './model.ts'
import { RowName } from './RowName.tsx'
import { text, widthOf } from './text.ts'
import { type Health, LENGTH_MS, inTrouble } from '../../systems/circuit-breaker/provider.ts'
import { STATES, healthWords, roughly } from './words.ts'

interface Props {
  readonly model: BreakerModel
  readonly layout: Layout
  readonly x: (ms: number) => number
}

const healthClass = (spell: Health) => {
  if (!inTrouble(spell)) return 'well'
  return spell.failing === 1 ? 'down' : 'limping'
}

/** How the provider does through time. */
export function HealthBand({ model, layout, x }: Props) {
  const row = layout.rows.provider
  const sick = model.health.find(inTrouble)
  const fits = (spell: Health) => widthOf(healthWords(spell)) <= x(spell.toMs) - x(spell.fromMs)
  // What is written on the thing itself need not be said twice.
  const said = sick && fits(sick) ? undefined : sick
  return (
    <g>
      <RowName
        layout={layout}
        row={row}
        name={m.breaker_row_provider()}
        {...(said && { sum: healthWords(said), role: said.failing === 1 ? 'fails' : 'limps' })}
      />
      {model.health.map((spell) => {
        const [from, to] = [x(spell.fromMs), x(spell.toMs)]
        const words = healthWords(spell)
        return (
          <g key={spell.fromMs}>
            <rect
              x={from}
              y={row.y}
              width={to - from}
              height={row.height}
              className={styles[healthClass(spell)]}
            />
            {fits(spell) && (
              <text
                x={(from + to) / 2}
                y={row.y + row.height / 2 + 5}
                textAnchor="middle"
                className={text()}
              >
                {words}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}

const CLASSES = { closed: 'closed', open: 'open', 'half-open': 'halfOpen' } as const

/** The least width of a bar that can be seen. */
const LEAST = 3

/** The states of the breaker through time: an open one is drawn hollow. */
export function StateBand({ model, layout, x }: Props) {
  const row = layout.rows.breaker
  const ordered = model.phases.toSorted(
    (first, second) => Number(first.kind === 'half-open') - Number(second.kind === 'half-open'),
  )
  return (
    <g>
      <RowName layout={layout} row={row} name={m.breaker_row_breaker()} />
      {ordered.map(({ kind, fromMs, toMs }) => {
        const from = Math.min(x(fromMs), x(LENGTH_MS) - LEAST)
        const room = Math.max(LEAST, x(toMs) - from)
        const full = m.breaker_state_for({ state: STATES[kind](), seconds: roughly(toMs - fromMs) })
        const words = [full, STATES[kind](), roughly(toMs - fromMs)].find(
          (candidate) => widthOf(candidate) - 4 <= room,
        )
        const inset = kind === 'open' ? 5 : 0
        return (
          <g key={`${kind} ${fromMs}`}>
            <rect
              x={from}
              y={row.y + inset}
              width={room}
              height={row.height - 2 * inset}
              className={styles[CLASSES[kind]]}
            />
            {words !== undefined && (
              <text
                x={from + room / 2}
                y={row.y + row.height / 2 + 5}
                textAnchor="middle"
                className={text('strong')}
              >
                {words}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}
