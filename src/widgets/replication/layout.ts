import type { Phase } from './takeovers.ts'

export type Place = readonly [x: number, y: number]

/** Where things stand in one layout of the picture. */
export interface ReplicationLayout {
  readonly width: number
  /** Middle of the client's box, of the primary's, and of the replicas', for two and for three. */
  readonly client: Place
  readonly primary: Place
  readonly replicas: readonly (readonly Place[])[]
  /** Size of a server's box. */
  readonly box: { readonly width: number; readonly height: number }
  /** Size of an entry of a log on its way. */
  readonly cell: number
  /** The key of messages: its columns and its first line. */
  readonly key: { readonly columns: readonly number[]; readonly y: number }
  /** The table of logs: its names, its first cell, how many, and how far apart. */
  readonly table: {
    readonly x: number
    readonly cells: number
    readonly top: number
    readonly pitch: number
    readonly step: number
    readonly most: number
  }
  /** Columns of the key of cells. */
  readonly cellKey: readonly number[]
  /** The time axis, from its start to its end. */
  readonly axis: readonly [from: number, to: number]
  /** Columns of the promises. */
  readonly promises: readonly number[]
  /** Columns of the phases in words. */
  readonly phases: Readonly<Record<Phase, number>>
  readonly narrow: boolean
}

export const wide: ReplicationLayout = {
  width: 980,
  client: [48, 158],
  primary: [206, 56],
  replicas: [
    [
      [412, 84],
      [412, 226],
    ],
    [
      [412, 46],
      [440, 152],
      [412, 258],
    ],
  ],
  box: { width: 108, height: 58 },
  cell: 20,
  key: { columns: [4, 130, 270], y: 310 },
  table: { x: 520, cells: 566, top: 34, pitch: 38, step: 25, most: 16 },
  cellKey: [520, 760],
  axis: [104, 966],
  promises: [104, 540],
  phases: { detect: 104, decide: 270, promote: 430, reconnect: 600, write: 790 },
  narrow: false,
}

export const narrow: ReplicationLayout = {
  width: 350,
  client: [44, 136],
  primary: [132, 32],
  replicas: [
    [
      [300, 62],
      [300, 214],
    ],
    [
      [300, 32],
      [300, 134],
      [300, 236],
    ],
  ],
  box: { width: 92, height: 54 },
  cell: 20,
  key: { columns: [4, 180], y: 296 },
  table: { x: 0, cells: 34, top: 402, pitch: 32, step: 24, most: 13 },
  cellKey: [0, 170],
  axis: [34, 342],
  promises: [0],
  phases: { detect: 0, decide: 175, promote: 0, reconnect: 175, write: 0 },
  narrow: true,
}

export const ROW = 20
export const LANE = 26

/** How high the picture of a moment is, under the last words beside its logs or its key. */
export const momentHeight = ({ table, key }: ReplicationLayout, servers: number): number =>
  Math.max(key.y + 34, table.top + (servers + 1) * table.pitch + 122)

/** The tops of everything in the picture of time. */
export function topsOf(layout: ReplicationLayout, servers: number, promises: number) {
  const lanes = 8
  const writes = lanes + servers * LANE + 8
  const reads = writes + 24
  const takeover = reads + 18
  const axis = takeover + 44
  const phases = axis + 28
  const first = phases + (layout.narrow ? 78 : 36)
  const rows = Math.ceil(promises / layout.promises.length)
  return {
    lanes,
    writes,
    reads,
    takeover,
    axis,
    phases,
    promises: first,
    height: first + (rows - 1) * 26 + 12,
  }
}

/** Where the middle of a server's box stands; the servers in their order. */
export function placeOf(layout: ReplicationLayout, index: number, servers: number): Place {
  const replicas = layout.replicas[servers - 3] ?? []
  return index === 0 ? layout.primary : (replicas[index - 1] ?? layout.primary)
}

/** Where a line from the middle of a box to another point leaves the box. */
export function edgeOf([x, y]: Place, [toX, toY]: Place, width: number, height: number): Place {
  const [dx, dy] = [toX - x, toY - y]
  const share = Math.min(
    dx === 0 ? Infinity : (width / 2 + 4) / Math.abs(dx),
    dy === 0 ? Infinity : (height / 2 + 4) / Math.abs(dy),
  )
  return [x + dx * share, y + dy * share]
}
