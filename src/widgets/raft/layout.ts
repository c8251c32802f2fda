/** Where things stand in one layout of the picture. */
export interface RaftLayout {
  readonly width: number
  /** The ring: its middle and its radius. */
  readonly ring: { readonly x: number; readonly y: number; readonly radius: number }
  /** The table of logs: where its columns begin, and where the first row stands. */
  readonly table: {
    readonly x: number
    readonly state: number
    readonly cells: number
    readonly end: number
    readonly top: number
    readonly pitch: number
    /** How many entries are shown, the last ones. */
    readonly most: number
  }
  /** The key of messages: its columns and its first line. */
  readonly key: { readonly columns: readonly number[]; readonly y: number }
  /** The height of the drawing of a moment, for so many servers. */
  readonly height: (servers: number) => number
  /** The time axis, from its start to its end. */
  readonly axis: readonly [from: number, to: number]
  /** Columns of the invariants. */
  readonly promises: readonly number[]
  readonly narrow: boolean
}

export const wide: RaftLayout = {
  width: 980,
  ring: { x: 180, y: 158, radius: 116 },
  table: { x: 404, state: 456, cells: 640, end: 966, top: 34, pitch: 38, most: 9 },
  key: { columns: [404, 554, 644, 754], y: 304 },
  height: () => 316,
  axis: [92, 966],
  promises: [92, 400, 700],
  narrow: false,
}

export const narrow: RaftLayout = {
  width: 350,
  ring: { x: 175, y: 136, radius: 100 },
  table: { x: 0, state: 44, cells: 206, end: 348, top: 312, pitch: 30, most: 6 },
  key: { columns: [8, 180], y: 264 },
  height: (servers) => 312 + servers * 30 - 8,
  axis: [30, 342],
  promises: [0],
  narrow: true,
}

export const NODE = 26
export const ROW = 20
export const LANE = 32

/** The tops of everything in the drawing of the whole run. */
export function topsOf(layout: RaftLayout, servers: number, promises: number) {
  const lanes = 28
  const client = lanes + servers * LANE + 12
  const without = client + 34
  const axis = without + 30
  const first = axis + 30
  const rows = Math.ceil(promises / layout.promises.length)
  return { lanes, client, without, axis, promises: first, height: first + (rows - 1) * 24 + 10 }
}

/** Where a server stands on the ring, the first one on top. */
export function placeOf(
  { ring }: RaftLayout,
  index: number,
  servers: number,
): readonly [x: number, y: number] {
  const angle = (2 * Math.PI * index) / servers - Math.PI / 2
  const radius = servers === 1 ? 60 : ring.radius
  return [ring.x + radius * Math.cos(angle), ring.y + radius * Math.sin(angle)]
}
