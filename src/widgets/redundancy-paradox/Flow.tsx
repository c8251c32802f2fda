import * as m from '#messages/messages.js'
import { linkHorizontal, linkVertical } from 'd3-shape'
import { ComponentBox } from '../../figures/ComponentBox.tsx'
import figures from '../../figures/figures.module.css'
import { Hull } from '../../figures/Hull.tsx'
import { count, decimalsOf, share } from './describe.ts'
import type { Branch, FlowLayout, Point, Run } from './flow-layout.ts'
import { REQUESTS, type Counts, type ParadoxModel } from './model.ts'

const WIDEST = 58

/** Widths follow the cube root of the count: one request in 10,000 is thin, and still there. */
const widthOf = (requests: number) =>
  requests <= 0 ? 0 : Math.max(1.2, WIDEST * Math.cbrt(requests / REQUESTS))

const bend = {
  across: linkHorizontal<Run, Point>()
    .source((run) => run.from)
    .target((run) => run.to)
    .x((point) => point.x)
    .y((point) => point.y),
  down: linkVertical<Run, Point>()
    .source((run) => run.from)
    .target((run) => run.to)
    .x((point) => point.x)
    .y((point) => point.y),
}

/** The middle line of a band; one that travels aside does so early and comes back late. */
function lineOf(run: Run, direction: FlowLayout['direction']): string {
  if (run.aside === undefined) return bend[direction](run) ?? ''
  const { from, to, aside } = run
  const out: Run = {
    from,
    to: direction === 'across' ? { x: from.x + 120, y: aside } : { x: aside, y: from.y + 90 },
  }
  const back: Run = {
    from: direction === 'across' ? { x: to.x - 90, y: aside } : { x: aside, y: to.y - 70 },
    to,
  }
  return `${bend[direction](out)}L${back.from.x},${back.from.y}${bend[direction](back)?.replace(/^M[^C]*/, '')}`
}

interface BandStyle {
  readonly requests: number
  readonly stroke: string
  readonly tone: 'works' | 'fails' | 'limps'
  readonly text: string
}

const bandsOf = (counts: Counts): Readonly<Record<Branch, BandStyle>> => {
  const band = (
    requests: number,
    stroke: string,
    tone: BandStyle['tone'],
    message: (inputs: { count: string }) => string,
  ): BandStyle => ({ requests, stroke, tone, text: message({ count: count(requests) }) })
  return {
    shared: band(counts.lostToSharedCause, 'var(--failed)', 'fails', m.paradox_flow_shared),
    router: band(counts.lostInRouter, 'var(--failed)', 'fails', m.paradox_flow_router),
    byA: band(counts.servedByA, 'var(--healthy-tint)', 'works', m.paradox_flow_by_a),
    failed: band(counts.failedOnA, 'var(--failed-tint)', 'fails', m.paradox_flow_failed_a),
    alarms: band(counts.falseAlarms, 'var(--degraded)', 'limps', m.paradox_flow_alarms),
    handedOver: band(
      counts.servedByB,
      'var(--healthy)',
      'works',
      counts.falseAlarms > 0 ? m.paradox_flow_by_b : m.paradox_flow_rescued,
    ),
    never: band(counts.neverHandedOver, 'var(--failed)', 'fails', m.paradox_flow_never),
    onB: band(counts.lostOnB, 'var(--failed)', 'fails', m.paradox_flow_on_b),
  }
}

const branches: readonly Branch[] = [
  'shared',
  'router',
  'byA',
  'failed',
  'handedOver',
  'never',
  'onB',
  'alarms',
]

interface Props {
  readonly model: ParadoxModel
  readonly layout: FlowLayout
}

/** The block diagram, with every request that enters it accounted for at one of its ends. */
export function Flow({ model, layout }: Props) {
  const { values, counts } = model
  const bands = bandsOf(counts)
  const path = (run: Run) => lineOf(run, layout.direction)
  const { served, lost, source } = layout
  // The two totals add up as printed.
  const decimals = decimalsOf(counts.lost)
  return (
    <svg viewBox={`0 0 ${layout.width} ${layout.height}`} aria-hidden="true">
      {values.inPath && (
        <path
          d={path(layout.entry)}
          fill="none"
          stroke="var(--healthy-tint)"
          strokeWidth={WIDEST}
        />
      )}
      {branches.map((branch) => {
        const { requests, stroke } = bands[branch]
        return (
          requests > 0 && (
            <path
              key={branch}
              d={path(layout.runs[branch])}
              fill="none"
              stroke={stroke}
              strokeWidth={widthOf(requests)}
              strokeOpacity={stroke.includes('tint') ? 1 : 0.72}
            />
          )
        )
      })}
      {values.shared > 0 && <Hull at={layout.hull} label={m.paradox_hull()} struck />}
      {values.inPath && (
        <ComponentBox
          at={layout.router}
          name={m.paradox_node_router()}
          note={m.paradox_node_works({ share: share(values.router) })}
          state={values.router === 0 ? 'failed' : values.router < values.a ? 'degraded' : 'healthy'}
        />
      )}
      <ComponentBox
        at={layout.a}
        name="A"
        note={m.paradox_node_works({ share: share(values.a) })}
        state={values.a === 0 ? 'failed' : 'healthy'}
      />
      <ComponentBox
        at={layout.failover}
        name={m.paradox_node_failover()}
        note={m.paradox_node_works({ share: share(values.failover) })}
        state={values.failover === 0 ? 'failed' : values.failover < 0.9 ? 'degraded' : 'healthy'}
      />
      <ComponentBox
        at={layout.b}
        name="B"
        note={m.paradox_node_works({ share: share(values.b) })}
        state={values.b === 0 ? 'failed' : 'standby'}
      />
      {branches.map((branch) => {
        const { requests, tone, text } = bands[branch]
        const { x, y, anchor } = layout.labels[branch]
        return (
          requests > 0 && (
            <text
              key={branch}
              x={x}
              y={y}
              textAnchor={anchor}
              className={`${figures['text']} ${figures['halo']} ${figures['strong']} ${figures[tone]}`}
            >
              {text}
            </text>
          )
        )
      })}
      <Total at={source} value={count(REQUESTS)} word={m.paradox_requests()} />
      <Total
        at={served}
        value={count(counts.served, decimals)}
        word={m.paradox_served()}
        icon="works"
      />
      <Total at={lost} value={count(counts.lost, decimals)} word={m.paradox_lost()} icon="fails" />
    </svg>
  )
}

interface TotalProps {
  readonly at: FlowLayout['served']
  readonly value: string
  readonly word: string
  readonly icon?: 'works' | 'fails'
}

function Total({ at: { x, y, anchor }, value, word, icon }: TotalProps) {
  const iconX = anchor === 'middle' ? x : x + 10
  return (
    <g>
      {icon === 'works' && (
        <g>
          <circle cx={iconX} cy={y - 12} r="10" fill="var(--healthy)" />
          <path
            d={`M${iconX - 5} ${y - 12}l4 4 7-8`}
            fill="none"
            stroke="var(--raised)"
            strokeWidth="2.2"
          />
        </g>
      )}
      {icon === 'fails' && (
        <path
          d={`M${iconX - 8} ${y - 20}l16 16m0-16l-16 16`}
          stroke="var(--failed)"
          strokeWidth="3"
          strokeLinecap="round"
        />
      )}
      <text
        x={x}
        y={icon ? y + 18 : y}
        textAnchor={anchor}
        fontSize="15.5"
        fontWeight="650"
        className={figures['value']}
      >
        {value}
      </text>
      <text
        x={x}
        y={icon ? y + 35 : y + 18}
        textAnchor={anchor}
        className={`${figures['text']} ${figures['soft']}`}
      >
        {word}
      </text>
    </g>
  )
}
