import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import { Lamp } from '../../figures/Lamp.tsx'
import { REGIONS } from '../../systems/regions/parameters.ts'
import { lossOf } from '../../systems/regions/report.ts'
import { TICK_MS } from '../../systems/regions/rules.ts'
import { servedShare } from '../../systems/regions/traffic.ts'
import { INVARIANTS, type RegionsView } from '../../systems/regions/world.ts'
import styles from './Figure.module.css'
import { LINE, type RegionsLayout } from './layout.ts'
import type { RegionsModel } from './model.ts'
import { invariantName, milliseconds, nameOf, share, whole } from './words.ts'

interface Props {
  readonly model: RegionsModel
  readonly world: RegionsView
  readonly atMs: number
  readonly layout: RegionsLayout
}

const shown = (ms: number | undefined): string =>
  ms === undefined ? m.regions_none() : milliseconds(ms)

/** How long the users of each region wait now: to read, and to write. */
function Waits({ world, layout }: Omit<Props, 'model'>) {
  const { from, to, top } = layout.now
  const read = to - (layout.narrow ? 96 : 110)
  const { readMs, writeMs } = world.traffic
  const rows = [
    { id: 'head', name: m.regions_users_of(), reads: m.regions_read(), writes: m.regions_write() },
    ...REGIONS.map((id) => ({
      id,
      name: nameOf(id),
      reads: shown(readMs[id]),
      writes: shown(writeMs[id]),
    })),
  ]
  return (
    <g>
      <line x1={from} x2={to} y1={top + 8} y2={top + 8} className={styles['rule']} />
      {rows.map(({ id, name, reads, writes }, index) => {
        const y = top + index * LINE + (index > 0 ? 5 : 0)
        const role = index === 0 ? 'soft' : 'value'
        return (
          <g key={id}>
            <text x={from} y={y} className={figureText(index === 0 ? 'soft' : 'strong')}>
              {name}
            </text>
            <text x={read} y={y} textAnchor="end" className={figureText(role)}>
              {reads}
            </text>
            <text x={to} y={y} textAnchor="end" className={figureText(role)}>
              {writes}
            </text>
          </g>
        )
      })}
    </g>
  )
}

/** What must hold, each with a lamp; and what becomes of all users now. */
export function Now(props: Props) {
  const { model, world, atMs, layout } = props
  const { from, top } = layout.now
  const lamps = top + 4 * LINE + 18
  const lost = lossOf(
    model.entries.filter((entry) => entry.atMs <= atMs),
    TICK_MS,
  )
  return (
    <g>
      <Waits world={world} layout={layout} atMs={atMs} />
      {INVARIANTS.map((invariant, index) => {
        const y = lamps + index * LINE
        const broken = world.breaches[invariant] !== undefined
        const rule = invariantName(invariant)
        const words =
          invariant === 'nothingLost' && broken
            ? m.regions_lost({ writes: whole(lost.writes) })
            : broken
              ? m.regions_broken({ rule })
              : m.regions_holds({ rule })
        return (
          <g key={invariant}>
            <Lamp state={broken ? 'failed' : 'healthy'} x={from + 6} y={y - 5} />
            <text x={from + 18} y={y} className={figureText(broken ? 'fails' : 'soft')}>
              {words}
            </text>
          </g>
        )
      })}
      <text x={from} y={lamps + 3 * LINE + 8} className={figureText('strong')}>
        {m.regions_served_now({ share: share(servedShare(world.traffic)) })}
      </text>
      <text
        x={from}
        y={lamps + 4 * LINE + 8}
        className={figureText(world.traffic.deadEnd > 0 ? 'fails' : 'soft')}
      >
        {m.regions_dark_now({ share: share(world.traffic.deadEnd) })}
      </text>
    </g>
  )
}
