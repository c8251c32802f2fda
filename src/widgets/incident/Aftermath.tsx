import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import { linearScale } from '../../figures/scale.ts'
import { BILLS, directOf, indirectOf, sumOf } from '../../systems/incident/bills.ts'
import {
  CONTROLLER_SECONDS,
  LOOK_SECONDS,
  PAGED_SECONDS,
  PER_SECOND,
} from '../../systems/incident/clock.ts'
import styles from './Figure.module.css'
import type { Place } from './layout.ts'
import { billsBy, type IncidentModel } from './model.ts'
import { Title } from './Panels.tsx'
import { billName, dollars, whole } from './words.ts'

/** The longest wait that is drawn, in minutes. */
const LONGEST = 240
const MOST = 1450

/** What is lost and what is refused, by the minute of the promotion. */
export function Choices({ model, at }: { readonly model: IncidentModel; readonly at: Place }) {
  const { run } = model
  const x = linearScale([0, LONGEST], [at.x + 4, at.x + at.width - 8])
  const y = linearScale([0, MOST], [at.y + 214, at.y + 30])
  const lost = run.missingSeconds * PER_SECOND
  const refused = (minutes: number) => minutes * 60 * PER_SECOND
  const look = (LOOK_SECONDS + PAGED_SECONDS + CONTROLLER_SECONDS) / 60
  const here = run.outageSeconds / 60
  const area = (low: readonly [number, number], high: readonly [number, number]) =>
    `M${x(0)} ${y(low[0])}L${x(LONGEST)} ${y(low[1])}V${y(high[1])}L${x(0)} ${y(high[0])}z`
  return (
    <g>
      <Title at={at} words={m.incident_panel_choices()} />
      <path d={area([0, 0], [lost, lost])} className={styles['lost']} />
      <path d={area([lost, lost], [lost, lost + refused(LONGEST)])} className={styles['refused']} />
      <line x1={x(0)} x2={x(LONGEST)} y1={y(0)} y2={y(0)} className={styles['rule']} />
      {lost > 1 && (
        <text x={x(6)} y={y(lost) + 20} className={figureText()}>
          {m.incident_choice_lost({ count: whole(lost) })}
        </text>
      )}
      <text
        x={x(LONGEST) - 2}
        y={y(lost + refused(LONGEST)) - 6}
        textAnchor="end"
        className={figureText('limps')}
      >
        {m.incident_choice_refused()}
      </text>
      {lost > 1 && (
        <g>
          <circle cx={x(look)} cy={y(refused(look))} r="6" className={styles['look']} />
          <text
            x={x(look) - 11}
            y={y(refused(look)) + 5}
            textAnchor="end"
            className={figureText('halo')}
          >
            {m.incident_choice_look({ count: whole(refused(look)) })}
          </text>
        </g>
      )}
      <circle
        cx={x(Math.min(LONGEST, here))}
        cy={y(run.lost + run.refused)}
        r="6"
        className={styles['here']}
      />
      <text
        x={x(Math.min(LONGEST, here)) + (here < 120 ? 10 : -10)}
        y={y(run.lost + run.refused) - (run.calledOff ? 16 : 9)}
        textAnchor={here < 120 ? 'start' : 'end'}
        className={figureText('strong', 'halo')}
      >
        {m.incident_choice_here()}
      </text>
      {[0, 60, 120, 180, 240].map((minutes) => (
        <text
          key={minutes}
          x={x(minutes)}
          y={at.y + 232}
          textAnchor={minutes === 0 ? 'start' : minutes === LONGEST ? 'end' : 'middle'}
          className={figureText('soft')}
        >
          {m.incident_hours({ value: whole(minutes / 60) })}
        </text>
      ))}
    </g>
  )
}

/** The bills as they come, and their sums. */
export function Tally({
  model,
  atMs,
  at,
}: {
  readonly model: IncidentModel
  readonly atMs: number
  readonly at: Place
}) {
  const come = billsBy(model, atMs)
  const right = at.x + at.width
  const rows = BILLS.map((bill) => ({ bill, shown: come.includes(bill) }))
  const sums = [
    [m.incident_sum_direct(), directOf(come)],
    [m.incident_sum_indirect(), indirectOf(come)],
    [m.incident_sum_all(), sumOf(come)],
  ] as const
  return (
    <g>
      <Title at={at} words={m.incident_panel_bills()} />
      {rows.map(({ bill, shown }, index) => (
        <g key={bill.id}>
          <text x={at.x} y={at.y + 38 + index * 18} className={figureText(shown ? '' : 'soft')}>
            {billName(bill)}
          </text>
          <text
            x={right}
            y={at.y + 38 + index * 18}
            textAnchor="end"
            className={figureText('value', ...(shown ? [] : ['soft']))}
          >
            {shown ? dollars(bill.dollars) : '–'}
          </text>
        </g>
      ))}
      <line x1={at.x} x2={right} y1={at.y + 189} y2={at.y + 189} className={styles['rule']} />
      {sums.map(([words, sum], index) => (
        <g key={words}>
          <text
            x={at.x}
            y={at.y + 207 + index * 18}
            className={figureText(...(index === 2 ? ['strong'] : []))}
          >
            {words}
          </text>
          <text
            x={right}
            y={at.y + 207 + index * 18}
            textAnchor="end"
            className={figureText(
              'value',
              ...(index === 2 ? ['strong'] : []),
              ...(sum > 0 ? ['fails'] : []),
            )}
          >
            {dollars(sum)}
          </text>
        </g>
      ))}
    </g>
  )
}
