/** Where things stand in one layout of the picture. */
export interface ElectionTimeLayout {
  readonly width: number
  /** The axis of times, from its start to its end. */
  readonly axis: readonly [from: number, to: number]
  /** The plot of shares, from its top to its floor. */
  readonly plot: readonly [top: number, floor: number]
  /** Where names of rows end. */
  readonly names: number
  readonly pitch: number
  /** Where the two parts of the key begin: side by side, or one over the other. */
  readonly keys: readonly [bar: number, line: number]
  readonly narrow: boolean
}

export const wide: ElectionTimeLayout = {
  width: 980,
  axis: [148, 956],
  plot: [46, 268],
  names: 132,
  pitch: 27,
  keys: [148, 520],
  narrow: false,
}

export const narrow: ElectionTimeLayout = {
  width: 350,
  axis: [100, 338],
  plot: [58, 230],
  names: 90,
  pitch: 27,
  keys: [0, 0],
  narrow: true,
}

/** The first row, and the space between the two groups of rows. */
export const ROWS_BELOW = 92
export const GAP = 34

/** Where a row's middle stands: by its group, 0 or 1, and its place among all rows. */
export const rowAt = ({ plot, pitch }: ElectionTimeLayout, group: number, index: number): number =>
  plot[1] + ROWS_BELOW + index * pitch + group * GAP

export const heightOf = (layout: ElectionTimeLayout, rows: number): number =>
  rowAt(layout, 1, rows - 1) + (layout.narrow ? 72 : 50)
