import { linearScale } from '../../figures/scale.ts'
import { LENGTH_MS } from './model.ts'

/** Where things stand in one layout of the picture. */
export interface FiveLayout {
  readonly width: number
  /** Time goes on in so many rows of a lane, as words do: on a phone one would be too dense. */
  readonly rows: number
  /** Half of the width of a mark. */
  readonly mark: number
  /** Left edge and middle of each entry of the key. */
  readonly keys: readonly (readonly [x: number, y: number])[]
  /** Top of the first lane. */
  readonly top: number
}

export const wide: FiveLayout = {
  width: 900,
  rows: 1,
  mark: 4.6,
  keys: [
    [10, 12],
    [160, 12],
    [310, 12],
  ],
  top: 40,
}

export const narrow: FiveLayout = {
  width: 350,
  rows: 2,
  mark: 3.7,
  keys: [
    [10, 12],
    [130, 12],
    [10, 36],
  ],
  top: 62,
}

/** From one row of a lane to the next, and from the top of a lane to the middle of its first. */
const ROW = 27
export const FIRST = 41
const EDGE = 15

/** How tall the frame around the rows of a lane is. */
export const frameHeight = ({ rows }: FiveLayout): number => 34 + (rows - 1) * ROW

/** From the top of one lane to the top of the next. */
export const laneHeight = (layout: FiveLayout): number => 62 + frameHeight(layout)

/** Milliseconds in one row. */
export const rowMs = ({ rows }: FiveLayout): number => LENGTH_MS / rows

/** Where a moment stands within a lane. */
export function placeOf(layout: FiveLayout, atMs: number): readonly [x: number, y: number] {
  const row = Math.min(layout.rows - 1, Math.floor(atMs / rowMs(layout)))
  const x = linearScale([0, rowMs(layout)], [EDGE, layout.width - EDGE])
  return [Math.round(x(atMs - row * rowMs(layout)) * 10) / 10, FIRST + row * ROW]
}
