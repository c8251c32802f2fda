import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import { IntervalBar } from '../../figures/IntervalBar.tsx'
import { Playhead } from '../../figures/Playhead.tsx'
import { linearScale } from '../../figures/scale.ts'
import { DAY, FAILS, LAG_SECONDS } from '../../systems/incident/clock.ts'
import { lagAt } from '../../systems/incident/incident.ts'
import { nightOf } from './events.ts'
import styles from './Figure.module.css'
import type { Place } from './layout.ts'
import type { Chapter, IncidentModel } from './model.ts'
import { clock, clockToSecond, dayOf, finderName, monthOf, span } from './words.ts'

interface Props {
  readonly model: IncidentModel
  readonly atMs: number
  readonly at: Place
}

export const Title = ({ at, words }: { readonly at: Place; readonly words: string }) => (
  <text x={at.x} y={at.y + 14} className={figureText('strong')}>
    {words}
  </text>
)

/** What has not happened yet in a chapter is veiled. */
function Veil({
  chapter: { fromMs, toMs },
  atMs,
  at: { x, width },
  top,
  bottom,
}: {
  readonly chapter: Chapter
  readonly atMs: number
  readonly at: Place
  readonly top: number
  readonly bottom: number
}) {
  if (atMs >= toMs) return null
  const head = linearScale([fromMs, toMs], [x, x + width])(Math.max(fromMs, atMs))
  return <Playhead x={head} end={x + width + 2} top={top} bottom={bottom} />
}

const FIRSTS = [0, 31, 61, 92, 122, 153, 184, 214] as const

/** The dashboard: how far the standby is behind, and what became of the alert. */
export function Months({ model, atMs, at }: Props) {
  const { run, months } = model
  const x = linearScale([0, months.to], [at.x, at.x + at.width])
  const base = at.y + 122
  const tall = linearScale([0, LAG_SECONDS], [0, 90])
  const days = Array.from({ length: 76 }, (_, index) => (index * 3 + 1.5) * DAY)
  const end = run.found ? run.found.at : months.to
  const bar = Math.max(2, at.width / 76 - 1.6)
  return (
    <g>
      <Title at={at} words={m.incident_panel_months()} />
      <line x1={at.x} x2={at.x + at.width} y1={base} y2={base} className={styles['rule']} />
      {days.map((day) => (
        <rect
          key={day}
          x={x(day) - bar / 2}
          y={base - Math.max(1, tall(lagAt(run, day)))}
          width={bar}
          height={Math.max(1, tall(lagAt(run, day)))}
          className={styles['lag']}
        />
      ))}
      {FIRSTS.filter((_, index) => at.width > 500 || index % 2 === 0).map((first) => (
        <text
          key={first}
          x={x(first * DAY)}
          y={base + 17}
          className={figureText('soft')}
          textAnchor={first > 200 ? 'middle' : 'start'}
        >
          {monthOf(first * DAY)}
        </text>
      ))}
      {run.alertAt !== undefined && (
        <IntervalBar
          at={{
            x: x(run.alertAt),
            y: base + 25,
            width: Math.max(4, x(end) - x(run.alertAt)),
            height: 24,
          }}
          tone={model.values.pages ? 'holds' : 'fails'}
          words={
            run.found
              ? []
              : [m.incident_alert_long({ when: dayOf(run.alertAt) }), m.incident_alert_short()]
          }
        />
      )}
      {run.alertAt !== undefined && run.found && (
        <text x={x(end) + 8} y={base + 42} className={figureText()}>
          {model.values.pages ? m.incident_alert_pages() : m.incident_alert_short()}
        </text>
      )}
      {run.found ? (
        <text x={at.x + at.width * 0.2} y={base - 40} className={figureText('works')}>
          {m.incident_found_mark({ when: dayOf(run.found.at), by: finderName(run.found.by) })}
        </text>
      ) : (
        <text
          x={at.width > 500 ? at.x + at.width : at.x}
          y={at.y + (at.width > 500 ? 14 : 40)}
          textAnchor={at.width > 500 ? 'end' : 'start'}
          className={figureText(run.missingSeconds > 1 ? 'fails' : 'limps', 'value')}
        >
          {span(run.lagSeconds)}
        </text>
      )}
      <Veil chapter={months} atMs={atMs} at={at} top={at.y + 20} bottom={base + 50} />
    </g>
  )
}

/** The last hours before the failure, as writes: those that the standby has, and those it never got. */
export function Hours({ model, atMs, at, guess }: Props & { readonly guess: number | undefined }) {
  const { run, night } = model
  const from = FAILS - 8 * 3600
  const x = linearScale([from, FAILS], [at.x, at.x + at.width])
  const cut = x(FAILS - run.missingSeconds)
  const bar = (left: number, right: number) => ({
    x: left,
    y: at.y + 24,
    width: Math.max(0, right - left),
    height: 26,
  })
  const never = run.missingSeconds > 60
  return (
    <g>
      <Title at={at} words={m.incident_panel_hours()} />
      <IntervalBar
        at={bar(at.x, cut)}
        tone="holds"
        words={never ? [m.incident_has(), m.incident_has_short()] : [m.incident_has_all()]}
      />
      {never && (
        <IntervalBar
          at={bar(cut, at.x + at.width)}
          tone={run.calledOff ? 'limps' : 'fails'}
          words={[
            run.calledOff ? m.incident_on_disk() : m.incident_never(),
            m.incident_never_short(),
          ]}
        />
      )}
      {never && (
        <text x={cut} y={at.y + 67} textAnchor="middle" className={figureText('fails', 'value')}>
          {clockToSecond(FAILS - run.missingSeconds)}
        </text>
      )}
      <text x={at.x + at.width} y={at.y + 67} textAnchor="end" className={figureText('value')}>
        {clock(FAILS)}
      </text>
      {guess !== undefined && (
        <rect
          x={x(FAILS - guess) - 2}
          y={at.y + 19}
          width={Math.max(4, x(FAILS) - x(FAILS - guess))}
          height="36"
          className={styles['guess']}
        />
      )}
      {atMs < night.fromMs && (
        <rect
          x={at.x - 20}
          y={at.y + 20}
          width={at.width + 24}
          height="54"
          className={styles['veil']}
        />
      )}
    </g>
  )
}

/** The night, minute by minute: what the service did, and what people knew. */
export function Night({ model, atMs, at }: Props) {
  const { run, night } = model
  const x = linearScale([night.from, night.to], [at.x, at.x + at.width])
  const bar = (from: number, to: number) => ({
    x: x(from),
    y: at.y + 24,
    width: x(to) - x(from),
    height: 26,
  })
  return (
    <g>
      <Title at={at} words={m.incident_panel_night()} />
      <IntervalBar at={bar(night.from, FAILS)} tone="holds" words={[m.incident_serves()]} />
      <IntervalBar
        at={bar(FAILS, run.restoredAt)}
        tone="gone"
        words={[m.incident_down({ span: span(run.outageSeconds) }), span(run.outageSeconds)]}
      />
      <IntervalBar
        at={bar(run.restoredAt, night.to)}
        tone={run.lost > 0 ? 'fails' : 'holds'}
        words={
          run.lost > 0
            ? [m.incident_serves_gap(), m.incident_serves_gap_short()]
            : [m.incident_serves()]
        }
      />
      {nightOf(model).map(({ at: when, text }, index) => (
        <g key={text}>
          <path d={`M${x(when)} ${at.y + 52}l-4 7h8z`} className={styles['tick']} />
          <text x={at.x} y={at.y + 78 + index * 20} className={figureText('value')}>
            {clock(when)}
          </text>
          <text x={at.x + 52} y={at.y + 78 + index * 20} className={figureText()}>
            {text}
          </text>
          {atMs < night.toMs &&
            atMs <
              night.fromMs +
                ((when - night.from) / (night.to - night.from)) * (night.toMs - night.fromMs) && (
              <rect
                x={at.x - 2}
                y={at.y + 64 + index * 20}
                width={at.width}
                height="20"
                className={styles['veil']}
              />
            )}
        </g>
      ))}
      <Veil chapter={night} atMs={atMs} at={at} top={at.y + 20} bottom={at.y + 60} />
    </g>
  )
}
