import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import { IntervalBar } from '../../figures/IntervalBar.tsx'
import { Lamp } from '../../figures/Lamp.tsx'
import { Crosses, Dots } from '../../figures/Marks.tsx'
import { linearScale } from '../../figures/scale.ts'
import { TimeAxis } from '../../figures/TimeAxis.tsx'
import styles from './Figure.module.css'
import { CLIENT_MS, LENGTH_MS } from './fixed.ts'
import { LANE, type ReplicationLayout, ROW, type topsOf } from './layout.ts'
import { Glyph } from './Messages.tsx'
import type { ReplicationModel } from './model.ts'
import type { Spell } from './spells.ts'
import { PHASES, type Phase, type Takeover, phaseMs } from './takeovers.ts'
import { milliseconds, seconds, spellName } from './words.ts'

interface Props {
  readonly model: ReplicationModel
  readonly layout: ReplicationLayout
  readonly tops: ReturnType<typeof topsOf>
}

type Scale = (ms: number) => number

const TONES = {
  leads: 'holds',
  old: 'fails',
  promoting: 'limps',
  fenced: 'gone',
  isolated: 'waits',
  stopped: 'limps',
  paused: 'waits',
  down: 'gone',
} as const

const PHASE_TONES = {
  detect: 'fails',
  decide: 'waits',
  promote: 'limps',
  reconnect: 'waits',
  write: 'holds',
} as const

const phaseName = (phase: Phase): string =>
  ({
    detect: m.replication_phase_detect,
    decide: m.replication_phase_decide,
    promote: m.replication_phase_promote,
    reconnect: m.replication_phase_reconnect,
    write: m.replication_phase_write,
  })[phase]()

/** Rows without room for their names show what the key has. */
const WRITE = { kind: 'write', request: 0 } as const
const READ = { kind: 'read', request: 0, atLeast: 0 } as const

const tenth = (value: number): number => Math.round(value * 10) / 10

function SpellBar({
  spell,
  x,
  y,
}: {
  readonly spell: Spell
  readonly x: Scale
  readonly y: number
}) {
  const { state, fromMs, toMs } = spell
  const at = { x: x(fromMs), y, width: x(toMs) - x(fromMs), height: ROW }
  if (state === 'follows')
    return <rect {...at} y={y + ROW / 2 - 1.5} height="3" className={styles['follows']} />
  return <IntervalBar at={at} tone={TONES[state]} words={[spellName(state)]} />
}

function LaneName({
  text,
  y,
  layout,
  strong = false,
}: {
  readonly text: string
  readonly y: number
  readonly layout: ReplicationLayout
  readonly strong?: boolean
}) {
  return (
    <text
      x={layout.axis[0] - 8}
      y={y}
      textAnchor="end"
      className={figureText(strong ? 'strong' : 'soft')}
    >
      {text}
    </text>
  )
}

/** Every write from its beginning to its answer, and every read where it was answered. */
function Requests({ model, layout, tops, x }: Props & { readonly x: Scale }) {
  const { fates, reads } = model.last
  const r = layout.narrow ? 2.6 : 3.6
  const heard = (lost: boolean) =>
    fates.flatMap((fate) =>
      fate.lost === lost && fate.acknowledgedMs !== undefined
        ? [[x(fate.acknowledgedMs), tops.writes] as const]
        : [],
    )
  const waits = fates
    .map(({ sentMs, acknowledgedMs, gaveUpMs }) => {
      const [from, to] = [sentMs - CLIENT_MS, acknowledgedMs ?? gaveUpMs ?? LENGTH_MS]
      return `M${tenth(x(Math.max(0, from)))} ${tops.writes}H${tenth(x(to))}`
    })
    .join('')
  const stale = reads.filter(({ value, wrote }) => value < wrote)
  const fresh = reads.filter(({ value, wrote }) => value >= wrote)
  const at = (list: typeof reads) => list.map(({ atMs }) => [x(atMs), tops.reads] as const)
  return (
    <g>
      {layout.narrow ? (
        <>
          <Glyph message={WRITE} x={layout.axis[0] - 16} y={tops.writes} size={0} />
          <Glyph message={READ} x={layout.axis[0] - 16} y={tops.reads} size={0} />
        </>
      ) : (
        <>
          <LaneName text={m.replication_lane_writes()} y={tops.writes + 5} layout={layout} />
          <LaneName text={m.replication_lane_reads()} y={tops.reads + 5} layout={layout} />
        </>
      )}
      <path d={waits} className={styles['waiting']} />
      <Dots places={heard(false)} r={r} />
      <Crosses places={heard(true)} r={r + 1.4} />
      <path
        d={at(fresh)
          .map(
            ([left, y]) =>
              `M${tenth(left)} ${y - r - 1}l${r + 1} ${r + 1}l${-r - 1} ${r + 1}l${-r - 1} ${-r - 1}z`,
          )
          .join('')}
        className={styles['value']}
      />
      <Crosses places={at(stale)} r={r + 1} />
    </g>
  )
}

function TakeoverBar({
  takeover,
  x,
  y,
}: {
  readonly takeover: Takeover
  readonly x: Scale
  readonly y: number
}) {
  return takeover.phases
    .filter(({ fromMs, toMs }) => toMs > fromMs)
    .map(({ phase, fromMs, toMs }) => (
      <IntervalBar
        key={phase}
        at={{ x: x(fromMs), y, width: x(toMs) - x(fromMs), height: ROW }}
        tone={PHASE_TONES[phase]}
        words={[
          m.replication_phase({ phase: phaseName(phase), ms: milliseconds(toMs - fromMs) }),
          phaseName(phase),
        ]}
      />
    ))
}

/** The phases in words, for those that are too short to be written on. */
function Phases({
  takeover,
  layout,
  y,
}: {
  readonly takeover: Takeover
  readonly layout: ReplicationLayout
  readonly y: number
}) {
  return PHASES.map((phase, index) => (
    <text
      key={phase}
      x={layout.phases[phase]}
      y={y + (layout.narrow ? 22 * Math.floor(index / 2) : 0)}
      className={figureText('soft')}
    >
      {m.replication_phase({
        phase: phaseName(phase),
        ms: milliseconds(phaseMs(takeover, phase)),
      })}
    </text>
  ))
}

/** The lives of all servers, what the client was told, and the takeover in its phases. */
export function Lanes(props: Props) {
  const { model, layout, tops } = props
  const { ids, lives, takeovers } = model
  const x = linearScale([0, LENGTH_MS], layout.axis)
  const [first] = takeovers
  return (
    <g>
      <TimeAxis
        lengthMs={LENGTH_MS}
        axis={layout.axis}
        y={tops.axis}
        bands={[[tops.lanes - 4, tops.takeover + ROW + 4]]}
        words={seconds}
        shortestMs={500}
      />
      {ids.map((id, index) => {
        const y = tops.lanes + index * LANE
        return (
          <g key={id}>
            <LaneName text={id} y={y + ROW / 2 + 5} layout={layout} strong />
            {(lives[id] ?? []).map((spell) => (
              <SpellBar key={spell.fromMs} spell={spell} x={x} y={y} />
            ))}
          </g>
        )
      })}
      <Requests {...props} x={x} />
      {!layout.narrow && (
        <LaneName
          text={m.replication_lane_takeover()}
          y={tops.takeover + ROW / 2 + 5}
          layout={layout}
        />
      )}
      {takeovers.map((takeover) => (
        <TakeoverBar key={takeover.missedMs} takeover={takeover} x={x} y={tops.takeover} />
      ))}
      {first ? (
        <Phases takeover={first} layout={layout} y={tops.phases} />
      ) : (
        <g>
          <Lamp state="standby" x={layout.phases.detect + 6} y={tops.phases - 5} />
          <text x={layout.phases.detect + 18} y={tops.phases} className={figureText('soft')}>
            {m.replication_no_takeover()}
          </text>
        </g>
      )}
    </g>
  )
}
