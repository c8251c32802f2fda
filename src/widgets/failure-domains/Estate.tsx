import * as m from '#messages/messages.js'
import { figureText, figureTextWidth } from '../../figures/figure-text.ts'
import figures from '../../figures/figures.module.css'
import { Crosses } from '../../figures/Marks.tsx'
import type { Act } from '../../frame/contract.ts'
import { DOMAINS, type Domain, domainOf } from '../../systems/failure-domains/estate.ts'
import { singlesOf } from './describe.ts'
import type { Now } from './drill.ts'
import styles from './Figure.module.css'
import { Hosts } from './Hosts.tsx'
import { type DomainsLayout, type Estate as Places, busOf, estateOf } from './layout.ts'
import type { DomainsModel } from './model.ts'
import { feedLetter, regionName } from './words.ts'

interface Props {
  readonly model: DomainsModel
  readonly now: Now
  readonly layout: DomainsLayout
  readonly act: Act | undefined
}

interface Look {
  /** Whether it is down now. */
  readonly struck: boolean
  /** Whether it takes the service down alone. */
  readonly single: boolean
  /** Pulls it down, or brings it back; absent where nothing can be done. */
  readonly toggle: (() => void) | undefined
}

/** Width and half width of the cross before a name, where there is room and where there is not. */
const CROSS = { roomy: [13, 3.8], tight: [8, 3] } as const

/** A domain's name; a cross before it says that its loss alone is enough. */
function Name({
  x,
  y,
  text,
  look,
  tab = false,
  cross: [room, r] = CROSS.roomy,
}: {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly look: Look
  /** Whether it stands on an outline. */
  readonly tab?: boolean
  readonly cross?: (typeof CROSS)['roomy' | 'tight']
}) {
  const width = figureTextWidth(text) + (look.single ? room : 0)
  const left = x - width / 2
  return (
    <g>
      {tab && (
        <rect x={left - 3} y={y - 13} width={width + 6} height="18" className={figures['tab']} />
      )}
      {look.single && <Crosses places={[[left + r + 1, y - 5]]} r={r} />}
      <text
        x={x + (look.single ? room / 2 : 0)}
        y={y}
        textAnchor="middle"
        className={figureText(look.single || look.struck ? 'fails' : 'soft')}
      >
        {text}
      </text>
      {look.toggle && (
        <rect
          x={Math.max(0, left - 3)}
          y={y - 16}
          width={width + 6}
          height="24"
          rx="4"
          className={styles['target']}
          onClick={look.toggle}
        />
      )}
    </g>
  )
}

/** Regions and the zones in them. */
function Hulls({
  places,
  lookOf,
}: {
  readonly places: Places
  readonly lookOf: (id: string) => Look
}) {
  const kinds = [
    { kind: 'region', reaches: places.regions, y: places.regionY, name: regionName },
    { kind: 'zone', reaches: places.zones, y: places.zoneY, name: (zone: string) => zone },
  ] as const
  return kinds.flatMap(({ kind, reaches, y: [top, bottom], name }) =>
    [...reaches].map(([id, [from, to]]) => {
      const look = lookOf(`${kind}-${id}`)
      return (
        <g key={`${kind}-${id}`}>
          <rect
            x={from}
            y={top}
            width={to - from}
            height={bottom - top}
            rx="10"
            className={styles['hull']}
            data-struck={look.struck}
          />
          <Name x={(from + to) / 2} y={top + 5} text={name(id)} look={look} tab />
        </g>
      )
    }),
  )
}

/** Power: two buses in each region, and from each rack a wire to one of them. */
function Feeds({
  places,
  layout: { narrow, map },
  lookOf,
}: {
  readonly places: Places
  readonly layout: DomainsLayout
  readonly lookOf: (id: string) => Look
}) {
  const feeds = DOMAINS.filter(({ kind }) => kind === 'feed')
  const wires = (feed: Domain) => [...new Set(feed.hosts.map(({ rack }) => rack))]
  return feeds.map((feed) => {
    const { bus, region } = busOf(feed.name)
    const [from, to] = places.regions.get(region) ?? [0, 0]
    const y = places.busY[bus]
    const look = lookOf(feed.id)
    const xs = wires(feed).map((rack) => (places.rackX.get(rack) ?? 0) + map.cell / 2)
    // Where racks are close to the outline, the letter stands at the other end, and the cross alone here.
    const start = from + (narrow ? (look.single ? 12 : 6) : look.single ? 30 : 17)
    return (
      <g key={feed.id}>
        <path
          d={xs.map((x) => `M${x} ${places.zoneY[1]}V${y}`).join('')}
          className={styles['wire']}
          data-struck={look.struck}
        />
        <path
          d={`M${start} ${y}H${to - (narrow ? 15 : 5)}`}
          className={styles['bus']}
          data-struck={look.struck}
        />
        {xs.map((x) => (
          <circle
            key={x}
            cx={x}
            cy={y}
            r="3.4"
            className={styles['plug']}
            data-struck={look.struck}
          />
        ))}
        {narrow && look.single && <Crosses places={[[from + 7, y]]} r={3} />}
        <Name
          x={narrow ? to - 8 : from + (look.single ? 18 : 11)}
          y={y + 5}
          text={feedLetter(feed.name)}
          look={narrow ? { ...look, single: false, struck: look.single || look.struck } : look}
          cross={CROSS.tight}
        />
      </g>
    )
  })
}

/** Versions run through all racks: what is bad in one is bad everywhere. */
function Bands({
  places,
  layout,
  lookOf,
}: {
  readonly places: Places
  readonly layout: DomainsLayout
  readonly lookOf: (id: string) => Look
}) {
  const { cell, left, right } = layout.map
  const off = layout.narrow ? 3.5 : 3
  return [...places.rowY].map(([version, y]) => {
    const look = lookOf(`version-${version}`)
    return (
      <g key={version}>
        <rect
          x={1}
          y={y - off}
          width={right - 1}
          height={cell + 2 * off}
          rx="6"
          className={styles['band']}
          data-struck={look.struck}
        />
        <Name
          x={left / 2 + (layout.narrow ? 0 : -2)}
          y={y + cell / 2 + 5}
          text={m.domains_version_short({ name: version })}
          look={look}
          cross={CROSS.tight}
        />
      </g>
    )
  })
}

/** The estate: racks as columns in zones and regions, versions as rows, feeds beneath. */
export function Estate({ model, now, layout, act }: Props) {
  const places = estateOf(layout.map)
  const singles = singlesOf(model)
  const lookOf = (id: string): Look => ({
    struck: now.down.has(id),
    single: singles.includes(id),
    toggle: act && domainOf(id) && (() => act(`${now.held.includes(id) ? 'up' : 'down'}-${id}`)),
  })
  const { cell } = layout.map
  const rows = [...places.rowY.values()]
  const [first = 0, last = 0] = [rows.at(0), rows.at(-1)]
  return (
    <g>
      <Hulls places={places} lookOf={lookOf} />
      <Bands places={places} layout={layout} lookOf={lookOf} />
      {[...places.rackX].map(([rack, x]) => {
        const look = lookOf(`rack-${rack}`)
        return (
          <g key={rack}>
            <rect
              x={x - 2}
              y={first - 5}
              width={cell + 4}
              height={last + cell - first + 10}
              rx="5"
              className={styles['rack']}
              data-struck={look.struck}
            />
            <Name
              x={x + cell / 2}
              y={places.rackNameY}
              text={rack}
              look={look}
              cross={layout.narrow ? CROSS.tight : CROSS.roomy}
            />
          </g>
        )
      })}
      <Feeds places={places} layout={layout} lookOf={lookOf} />
      <Hosts model={model} now={now} places={places} cell={cell} act={act} />
    </g>
  )
}
