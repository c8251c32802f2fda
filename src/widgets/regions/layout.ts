import type { Box } from '../../figures/ComponentBox.tsx'
import type { LinkId, RegionId } from '../../systems/regions/parameters.ts'

type Place = readonly [x: number, y: number]

/** A link in the picture: its ends, and where its round trip is written. */
export interface Line {
  readonly from: Place
  readonly to: Place
  readonly label: Place
  readonly anchor: 'start' | 'middle' | 'end'
}

/** Where things stand in one layout of the picture. */
export interface RegionsLayout {
  readonly width: number
  readonly boxes: Readonly<Record<RegionId, Box>>
  readonly lines: Readonly<Record<LinkId, Line>>
  /** The caches in a box: so many in a row, so far apart. */
  readonly caches: { readonly columns: number; readonly pitch: number }
  /** What is so now: its left and right edge, and its first line. */
  readonly now: { readonly from: number; readonly to: number; readonly top: number }
  /** Where the part with the time axis begins, and the axis from its start to its end. */
  readonly time: number
  readonly axis: readonly [from: number, to: number]
  /** Columns of the key. */
  readonly key: readonly number[]
  readonly narrow: boolean
}

const WIDE = { width: 192, height: 116 }
const NARROW = { width: 112, height: 134 }

export const wide: RegionsLayout = {
  width: 980,
  boxes: {
    america: { x: 2, y: 136, ...WIDE },
    europe: { x: 206, y: 14, ...WIDE },
    asia: { x: 410, y: 136, ...WIDE },
  },
  lines: {
    'america-europe': { from: [98, 136], to: [206, 64], label: [142, 96], anchor: 'end' },
    'america-asia': { from: [194, 206], to: [410, 206], label: [302, 198], anchor: 'middle' },
    'europe-asia': { from: [398, 64], to: [506, 136], label: [462, 96], anchor: 'start' },
  },
  caches: { columns: 15, pitch: 11 },
  now: { from: 650, to: 976, top: 22 },
  time: 290,
  axis: [92, 966],
  key: [92, 250, 376, 486, 602, 734],
  narrow: false,
}

export const narrow: RegionsLayout = {
  width: 350,
  boxes: {
    america: { x: 2, y: 176, ...NARROW },
    europe: { x: 119, y: 14, ...NARROW },
    asia: { x: 236, y: 176, ...NARROW },
  },
  lines: {
    'america-europe': { from: [58, 166], to: [119, 90], label: [80, 118], anchor: 'end' },
    'america-asia': { from: [114, 250], to: [236, 250], label: [175, 242], anchor: 'middle' },
    'europe-asia': { from: [231, 90], to: [292, 166], label: [270, 118], anchor: 'start' },
  },
  caches: { columns: 10, pitch: 9.4 },
  now: { from: 4, to: 346, top: 340 },
  time: 584,
  axis: [66, 344],
  key: [6, 178],
  narrow: true,
}

export const ROW = 20
export const LANE = 28
export const CHART = 116
/** One line of the key. */
export const LINE = 23

/** The tops of everything on the time axis, from its part on, and the height of the picture. */
export function topsOf({ time, key, narrow: small }: RegionsLayout, keys: number) {
  // Where there is room the parts of the sum stand beside the sum, and below it elsewhere.
  const sum = time + (small ? 23 : 3)
  const phases = sum + 11
  const lanes = phases + ROW + 16
  const chart = lanes + 3 * LANE + 12
  const axis = chart + CHART + 20
  const names = axis + 30
  return {
    sentence: time,
    sum,
    phases,
    lanes,
    chart,
    axis,
    key: names,
    height: names + (Math.ceil(keys / key.length) - 1) * LINE + 10,
  }
}
