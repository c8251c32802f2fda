/** Where things stand in one layout of the picture. */
export interface DesignLayout {
  readonly width: number
  /** A fault's strip through time, and the bars of what it cost. */
  readonly strip: readonly [from: number, to: number]
  readonly bars: readonly [from: number, to: number]
  /** From the top of a row to its strip and to its bars, and to the next row. */
  readonly stripY: number
  readonly barsY: number
  readonly pitch: number
  readonly head: number
  readonly stacked: boolean
}

export const wide: DesignLayout = {
  width: 980,
  strip: [150, 560],
  bars: [606, 900],
  stripY: 4,
  barsY: 0,
  pitch: 56,
  head: 34,
  stacked: false,
}

export const narrow: DesignLayout = {
  width: 350,
  strip: [0, 348],
  bars: [0, 282],
  stripY: 22,
  barsY: 64,
  pitch: 128,
  head: 26,
  stacked: true,
}
