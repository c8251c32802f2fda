/** Where things stand in one layout of the picture. */
export interface LaneLayout {
  readonly width: number
  readonly height: number
  /** The time axis, from its start to its end. */
  readonly axis: readonly [from: number, to: number]
  /** The top of each lane. */
  readonly lanes: readonly [number, number]
  /** Height of a server's row, and from the top of one to the top of the next. */
  readonly row: number
  readonly pitch: number
  /** From the top of a lane to its first row. */
  readonly head: number
  /** Radius of a request's mark. */
  readonly mark: number
}

/** Where the users' row of a lane stands. */
export const usersY = ({ head, pitch }: Pick<LaneLayout, 'head' | 'pitch'>, top: number) =>
  top + head + 2 * pitch + 8

const lane = ({ head, pitch }: Pick<LaneLayout, 'head' | 'pitch'>) => head + 2 * pitch + 62

function layout(parts: Omit<LaneLayout, 'height' | 'lanes'>): LaneLayout {
  const each = lane(parts)
  return { ...parts, lanes: [0, each + 14], height: 2 * each + 14 + 26 }
}

export const wide = layout({
  width: 980,
  axis: [92, 966],
  row: 34,
  pitch: 42,
  head: 34,
  mark: 4.4,
})

export const narrow = layout({
  width: 350,
  axis: [24, 342],
  row: 30,
  pitch: 38,
  head: 48,
  mark: 2.6,
})
