import { DOMAINS, type Host, VERSIONS, domainOf } from '../../systems/failure-domains/estate.ts'

/** From where to where, along one axis. */
export type Reach = readonly [from: number, to: number]

/** How the estate is laid out: racks are columns, versions rows, feeds run beneath. */
export interface MapLayout {
  readonly left: number
  readonly right: number
  readonly top: number
  /** A host is a square of this size. */
  readonly cell: number
  /** From one rack to the next in its zone, and from one version to the next. */
  readonly pitch: number
  readonly rowPitch: number
  /** What is more between the racks of two zones, and of two regions. */
  readonly zoneGap: number
  readonly regionGap: number
  /** How far a zone's outline stands off its racks, and a region's off its zones. */
  readonly pad: number
  readonly regionPad: number
}

export interface DomainsLayout {
  readonly width: number
  readonly height: number
  readonly narrow: boolean
  readonly map: MapLayout
  /** The panel of how things stand now, with the lamps: its corner. */
  readonly now: readonly [x: number, y: number]
  /** The drill as a strip of time. */
  readonly strip: { readonly axis: Reach; readonly y: number }
  /** The axis of nines, and the row of its names at the left. */
  readonly ruler: {
    readonly left: number
    readonly axis: Reach
    readonly right: number
    readonly y: number
  }
  readonly sets: { readonly x: number; readonly y: number; readonly width: number }
  readonly parts: { readonly x: number; readonly y: number; readonly width: number }
}

export const wide: DomainsLayout = {
  width: 980,
  height: 512,
  narrow: false,
  map: {
    left: 40,
    right: 640,
    top: 12,
    cell: 34,
    pitch: 44,
    rowPitch: 43,
    zoneGap: 14,
    regionGap: 34,
    pad: 7,
    regionPad: 9,
  },
  now: [668, 6],
  strip: { axis: [8, 972], y: 312 },
  ruler: { left: 4, axis: [100, 440], right: 474, y: 374 },
  sets: { x: 490, y: 378, width: 235 },
  parts: { x: 744, y: 378, width: 232 },
}

export const narrow: DomainsLayout = {
  width: 350,
  height: 1052,
  narrow: true,
  map: {
    left: 24,
    right: 349,
    top: 12,
    cell: 22,
    pitch: 25,
    rowPitch: 32,
    zoneGap: 7,
    regionGap: 13,
    pad: 3,
    regionPad: 3,
  },
  now: [6, 256],
  strip: { axis: [4, 346], y: 562 },
  ruler: { left: 2, axis: [96, 334], right: 349, y: 634 },
  sets: { x: 4, y: 794, width: 342 },
  parts: { x: 4, y: 934, width: 342 },
}

/** Where everything of the estate is. */
export interface Estate {
  /** The left edge of each rack's column. */
  readonly rackX: ReadonlyMap<string, number>
  readonly zones: ReadonlyMap<string, Reach>
  readonly regions: ReadonlyMap<string, Reach>
  /** The top of each version's row. */
  readonly rowY: ReadonlyMap<string, number>
  readonly zoneY: Reach
  readonly regionY: Reach
  /** Where the names of racks stand. */
  readonly rackNameY: number
  readonly busY: Readonly<Record<'a' | 'b', number>>
  readonly bottom: number
}

const racks = DOMAINS.filter(({ kind }) => kind === 'rack')

function columns({ left, pitch, zoneGap, regionGap, regionPad, pad }: MapLayout) {
  let x = left + pad + regionPad
  let before: Host | undefined
  const found = new Map<string, number>()
  for (const { name, hosts } of racks) {
    const [host] = hosts
    if (before && host && host.zone !== before.zone)
      x += host.region === before.region ? zoneGap : regionGap
    found.set(name, x)
    x += pitch
    before = host
  }
  return found
}

export function estateOf(layout: MapLayout): Estate {
  const { top, cell, rowPitch, pad, regionPad } = layout
  const rackX = columns(layout)
  const reach = (kind: 'zone' | 'region', off: number) =>
    new Map(
      DOMAINS.filter((domain) => domain.kind === kind).map(({ name, hosts }) => {
        const xs = hosts.map(({ rack }) => rackX.get(rack) ?? 0)
        return [name, [Math.min(...xs) - off, Math.max(...xs) + cell + off] as const]
      }),
    )
  const zoneTop = top + 26
  const rowTop = zoneTop + 20
  const rackNameY = rowTop + 3 * rowPitch + 11
  const zoneBottom = rackNameY + 8
  const bus = zoneBottom + 17
  return {
    rackX,
    zones: reach('zone', pad),
    regions: reach('region', pad + regionPad),
    rowY: new Map(VERSIONS.map((version, index) => [version, rowTop + index * rowPitch])),
    zoneY: [zoneTop, zoneBottom],
    regionY: [top, bus + 36],
    rackNameY,
    busY: { a: bus, b: bus + 21 },
    bottom: bus + 36,
  }
}

/** Which of the two buses a feed is, and the region that it runs through. */
export function busOf(feed: string): { readonly bus: 'a' | 'b'; readonly region: string } {
  const host = domainOf(`feed-${feed}`)?.hosts[0]
  return { bus: feed.endsWith('a') ? 'a' : 'b', region: host?.region ?? '' }
}
