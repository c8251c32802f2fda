import * as m from '#messages/messages.js'
import { Cross } from '../../figures/Cross.tsx'
import { figureText } from '../../figures/figure-text.ts'
import { Hull } from '../../figures/Hull.tsx'
import { Lamp, type State as LampState } from '../../figures/Lamp.tsx'
import { Crosses, Dots } from '../../figures/Marks.tsx'
import type { Act } from '../../frame/contract.ts'
import { onTarget } from '../../frame/course.ts'
import { passes } from '../../simulation/network.ts'
import { TARGET_UTILISATION } from '../../systems/regions/capacity.ts'
import {
  ENDS,
  LINKS,
  type LinkId,
  REGIONS,
  type RegionId,
  ROUND_TRIPS_MS,
} from '../../systems/regions/parameters.ts'
import { sentTo } from '../../systems/regions/steering.ts'
import { writesTo } from '../../systems/regions/traffic.ts'
import type { RegionsView } from '../../systems/regions/world.ts'
import styles from './Figure.module.css'
import type { RegionsLayout } from './layout.ts'
import { type State, stateOf } from './lives.ts'
import { LINK_CODES } from './model.ts'
import { milliseconds, nameOf, share, stateName } from './words.ts'

interface Props {
  readonly world: RegionsView
  readonly atMs: number
  readonly layout: RegionsLayout
  readonly act: Act | undefined
}

const LAMPS: Readonly<Record<State, LampState>> = {
  writes: 'healthy',
  waits: 'degraded',
  follows: 'standby',
  returning: 'degraded',
  dark: 'failed',
}

const tenth = (value: number): number => Math.round(value * 10) / 10

/** What becomes of the users behind a cache: near, far, reading alone, or sent into the dark. */
export type Fate = 'near' | 'far' | 'reads' | 'dark'

function fateOf(world: RegionsView, home: RegionId, to: RegionId, atMs: number): Fate {
  if (!world.regions[to].up) return 'dark'
  if (!writesTo(world, to, atMs)) return 'reads'
  return home === to ? 'near' : 'far'
}

/** Marks of one kind; each kind has a shape of its own. */
export function CacheMarks({
  fate,
  places,
}: {
  readonly fate: Fate
  readonly places: readonly (readonly [number, number])[]
}) {
  if (places.length === 0) return null
  if (fate === 'dark') return <Crosses places={places} r={2.7} />
  if (fate === 'near') return <Dots places={places} r={3} />
  const ring = places
    .map(([x, y]) => `M${tenth(x - 2.6)} ${tenth(y)}a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0 -5.2 0`)
    .join('')
  const bar = places.map(([x, y]) => `M${tenth(x - 3)} ${tenth(y)}h6`).join('')
  return <path d={fate === 'far' ? ring : bar} className={styles[fate]} />
}

/** Where the caches of a region's users send them now. */
function Caches({ id, world, atMs, layout }: Props & { readonly id: RegionId }) {
  const { x, y, width } = layout.boxes[id]
  const { columns, pitch } = layout.caches
  const left = x + (width - (columns - 1) * pitch) / 2
  const places: Record<Fate, (readonly [number, number])[]> = {
    near: [],
    far: [],
    reads: [],
    dark: [],
  }
  const own = world.resolvers.filter(({ home }) => home === id)
  for (const [index, resolver] of own.entries()) {
    const to = sentTo(world.parameters, world.steering, resolver, atMs)
    places[fateOf(world, id, to, atMs)].push([
      left + (index % columns) * pitch,
      y + 68 + Math.floor(index / columns) * pitch,
    ])
  }
  return (['near', 'far', 'reads', 'dark'] as const).map((fate) => (
    <CacheMarks key={fate} fate={fate} places={places[fate]} />
  ))
}

function RegionBox(props: Props & { readonly id: RegionId }) {
  const { id, world, atMs, layout, act } = props
  const at = layout.boxes[id]
  const state = stateOf(world, id, atMs)
  const { up } = world.regions[id]
  const busy = world.traffic.utilisation[id]
  const tone = busy > 1 ? 'fails' : busy > TARGET_UTILISATION + 1e-9 ? 'limps' : 'soft'
  const words = busy > 100 ? m.regions_no_servers() : m.regions_busy({ busy: share(busy) })
  return (
    // Everything that a click does, the selects beside the player do.
    <g
      onClick={act && (() => act(onTarget(up ? 'lose' : 'restore', id)))}
      className={act && styles['acts']}
    >
      <rect {...at} rx="14" className={styles['region']} />
      <Hull at={at} label={nameOf(id)} struck={!up} />
      <Lamp state={LAMPS[state]} x={at.x + 17} y={at.y + 23} />
      <text x={at.x + 29} y={at.y + 28} className={figureText()}>
        {stateName(state)}
      </text>
      {up && (
        <text x={at.x + 11} y={at.y + 50} className={figureText(tone)}>
          {words}
        </text>
      )}
      <Caches {...props} />
    </g>
  )
}

function LinkLine({ id, world, atMs, layout, act }: Props & { readonly id: LinkId }) {
  const { from, to, label, anchor } = layout.lines[id]
  const [one, other] = ENDS[id]
  const whole = passes(world.network, one, other)
  const [middleX, middleY] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
  const along = (start: RegionId, part: number) => {
    const share = start === one ? part : 1 - part
    return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])] as const
  }
  const flights = world.flights.filter(
    (flight) =>
      whole &&
      flight.arrivesMs > atMs &&
      [flight.from, flight.to].every((end) => end === one || end === other) &&
      world.regions[flight.from].up,
  )
  const line = `M${from[0]} ${from[1]}L${to[0]} ${to[1]}`
  return (
    <g
      onClick={act && (() => act(onTarget(whole ? 'cut' : 'mend', LINK_CODES[id])))}
      className={act && styles['acts']}
    >
      <path d={line} className={styles['reach']} />
      <path d={line} className={styles['link']} data-cut={!whole} />
      <text
        x={label[0]}
        y={label[1]}
        textAnchor={anchor}
        className={figureText(whole ? 'soft' : 'fails', 'halo')}
      >
        {whole ? milliseconds(ROUND_TRIPS_MS[id]) : m.regions_cut()}
      </text>
      {!whole && <Cross x={middleX} y={middleY} r={7} />}
      <path
        d={flights
          .map(({ from: start, sentMs, arrivesMs }) => {
            const [x, y] = along(start, (atMs - sentMs) / Math.max(1, arrivesMs - sentMs))
            return `M${tenth(x - 3.5)} ${tenth(y - 3.5)}h7v7h-7z`
          })
          .join('')}
        className={styles['writes']}
      />
    </g>
  )
}

/** Three regions, the links between them, and what becomes of the users of each. */
export const RegionsMap = (props: Props) => (
  <g>
    {LINKS.map((id) => (
      <LinkLine key={id} id={id} {...props} />
    ))}
    {REGIONS.map((id) => (
      <RegionBox key={id} id={id} {...props} />
    ))}
  </g>
)
