/** Where things stand in one layout of the picture. */
export interface LaneLayout {
  readonly width: number
  /** The time axis, from its start to its end. */
  readonly axis: readonly [from: number, to: number]
  /** Height of a server's row, and from the top of one to the top of the next. */
  readonly row: number
  readonly pitch: number
  /** From the top of a lane to its first row. */
  readonly head: number
  /** Radius of a request's mark. */
  readonly mark: number
  /** The lane's summary stands under its title, and names are short. */
  readonly stacked: boolean
}

export const wide: LaneLayout = {
  width: 980,
  axis: [92, 966],
  row: 36,
  pitch: 43,
  head: 32,
  mark: 4.2,
  stacked: false,
}

export const narrow: LaneLayout = {
  width: 350,
  axis: [24, 342],
  row: 34,
  pitch: 41,
  head: 48,
  mark: 2.6,
  stacked: true,
}

/** From the users' row to the end of its lane: words in two lines. */
const FOOT = 50
const GAP = 12

export const usersY = ({ head, pitch }: LaneLayout, top: number, servers: number): number =>
  top + head + servers * pitch + 6

/** The tops of both lanes, and the height of the whole picture. */
export function heights(layout: LaneLayout, servers: readonly [number, number]) {
  const second = usersY(layout, 0, servers[0]) + FOOT + GAP
  return { tops: [0, second], height: usersY(layout, second, servers[1]) + FOOT + 22 } as const
}
