/** Where things stand in one layout of the picture. */
export interface QuorumLayout {
  readonly width: number
  readonly narrow: boolean
  /** The ring: its middle and its two radii. */
  readonly ring: {
    readonly x: number
    readonly y: number
    readonly rx: number
    readonly ry: number
  }
  /** The key of the ring: its columns and its first line. */
  readonly key: { readonly columns: readonly number[]; readonly y: number }
  /** The table of both sets: its left edge, its first column of copies, its pitch and its top. */
  readonly sets: {
    readonly x: number
    readonly first: number
    readonly pitch: number
    readonly y: number
  }
  readonly promises: { readonly x: number; readonly y: number }
  /** The lanes. */
  readonly lanes: number
  readonly axis: readonly [from: number, to: number]
  /** The curve and the price list: their top, where that is not under the lanes. */
  readonly panels: number | undefined
  /** The curve: its left edge, its axis and its height. */
  readonly curve: {
    readonly x: number
    readonly axis: readonly [from: number, to: number]
    readonly height: number
  }
  /** The price list beside the curve or under it: its columns, and how much further down. */
  readonly price: {
    readonly x: number
    readonly bars: readonly [from: number, to: number]
    readonly end: number
    readonly down: number
  }
}

export const wide: QuorumLayout = {
  width: 980,
  narrow: false,
  ring: { x: 210, y: 168, rx: 160, ry: 128 },
  key: { columns: [8, 128, 276], y: 364 },
  sets: { x: 446, first: 540, pitch: 46, y: 18 },
  promises: { x: 446, y: 178 },
  lanes: 424,
  axis: [72, 966],
  panels: 242,
  curve: { x: 446, axis: [486, 684], height: 72 },
  price: { x: 728, bars: [778, 836], end: 966, down: 0 },
}

export const narrow: QuorumLayout = {
  width: 350,
  narrow: true,
  ring: { x: 175, y: 172, rx: 128, ry: 140 },
  key: { columns: [0, 70, 200], y: 366 },
  sets: { x: 2, first: 64, pitch: 31.5, y: 430 },
  promises: { x: 2, y: 596 },
  lanes: 648,
  axis: [48, 342],
  panels: undefined,
  curve: { x: 2, axis: [44, 338], height: 100 },
  price: { x: 2, bars: [48, 190], end: 346, down: 224 },
}

/** Half of a machine's box. */
export const HALF = { width: 33, height: 22 }
/** Half of the coordinator's. */
export const MIDDLE = { width: 50, height: 15 }

export const ROW = 20
export const LANE = 28
export const PRICE_ROW = 20

/** The tops of everything from the lanes on, for so many machines and copies. */
export function topsOf({ lanes, panels, price }: QuorumLayout, machines: number, n: number) {
  const copies = lanes + 2 * LANE + 8
  const end = copies + machines * LANE
  const curve = panels ?? end + 56
  const prices = curve + price.down
  const height = panels === undefined ? prices + 34 + n * PRICE_ROW : end + 24
  return { writes: lanes, reads: lanes + LANE, copies, end, axis: end + 16, curve, prices, height }
}

export type Place = readonly [x: number, y: number]

/** Where a machine stands on the ring, the first one on top. */
export function placeOf({ ring }: QuorumLayout, index: number, machines: number): Place {
  const angle = (2 * Math.PI * index) / machines - Math.PI / 2
  return [ring.x + ring.rx * Math.cos(angle), ring.y + ring.ry * Math.sin(angle)]
}

/** The part of the way from the middle of a box to another place that lies in the box. */
function inside(
  [fromX, fromY]: Place,
  [toX, toY]: Place,
  half: { readonly width: number; readonly height: number },
): number {
  const [dx, dy] = [Math.abs(toX - fromX), Math.abs(toY - fromY)]
  return Math.min(dx > 0 ? half.width / dx : 1, dy > 0 ? half.height / dy : 1, 0.5)
}

type Half = Parameters<typeof inside>[2]

/** A place part of the way from the edge of one box to the edge of another. */
export function between(
  from: readonly [Place, Half],
  to: readonly [Place, Half],
  part: number,
): Place {
  const [start, end] = [inside(from[0], to[0], from[1]), inside(to[0], from[0], to[1])]
  const share = start + part * (1 - start - end)
  const along = (one: number, other: number) => Math.round(10 * (one + share * (other - one))) / 10
  return [along(from[0][0], to[0][0]), along(from[0][1], to[0][1])]
}
