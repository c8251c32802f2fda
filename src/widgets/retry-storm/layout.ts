/** Where things stand in one layout of the picture. */
export interface StormLayout {
  readonly width: number
  /** The time axis, from its start to its end. */
  readonly axis: readonly [from: number, to: number]
  /** The chain: where its first box begins, how wide a box is, and from one box to the next. */
  readonly chain: { readonly from: number; readonly width: number; readonly pitch: number }
  readonly box: number
  /** The rows, from the top: the trouble, the plot from its top to its base, both rows of users. */
  readonly trouble: number
  readonly plot: readonly [top: number, base: number]
  readonly users: readonly [with_: number, without: number]
  readonly height: number
  readonly mark: number
  readonly stacked: boolean
}

export const wide: StormLayout = {
  width: 980,
  axis: [140, 966],
  chain: { from: 140, width: 132, pitch: 173.5 },
  box: 52,
  trouble: 104,
  plot: [140, 290],
  users: [312, 338],
  height: 376,
  mark: 3.4,
  stacked: false,
}

export const narrow: StormLayout = {
  width: 350,
  axis: [34, 342],
  chain: { from: 0, width: 62, pitch: 72 },
  box: 32,
  trouble: 84,
  plot: [134, 250],
  users: [284, 328],
  height: 362,
  mark: 2,
  stacked: true,
}
