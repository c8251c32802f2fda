/** Where things stand in one layout of the picture. */
export interface SpofLayout {
  readonly width: number
  /** The time axis, from its start to its end. */
  readonly axis: readonly [from: number, to: number]
  /** The boxes of the moment: where each begins and ends. */
  readonly users: readonly [from: number, to: number]
  readonly balancer: readonly [from: number, to: number]
  readonly server: readonly [from: number, to: number]
  /** From the top of a lane to its boxes. */
  readonly head: number
  /** Radius of a request's mark. */
  readonly mark: number
  readonly stacked: boolean
}

export const wide: SpofLayout = {
  width: 980,
  axis: [92, 966],
  users: [92, 210],
  balancer: [430, 560],
  server: [790, 966],
  head: 30,
  mark: 4.2,
  stacked: false,
}

export const narrow: SpofLayout = {
  width: 350,
  axis: [30, 342],
  users: [0, 58],
  balancer: [100, 198],
  server: [236, 348],
  head: 48,
  mark: 2.6,
  stacked: true,
}

export const BOX = 52
const BOX_GAP = 12
export const ROW = 20
export const PITCH = 26

/** The rows of a lane's history: its servers, and the balancer where there is one. */
export const rowsIn = (servers: number): number => (servers > 1 ? servers + 1 : 1)

export interface LaneTops {
  /** The top of each server's box. */
  readonly boxes: readonly number[]
  /** The middle of all boxes. */
  readonly middle: number
  /** The top of the history, and the middle of its row of users. */
  readonly history: number
  readonly users: number
  readonly bottom: number
}

/** Where the parts of a lane stand. */
export function laneTops({ head }: SpofLayout, top: number, servers: number): LaneTops {
  const first = top + head
  const boxes = Array.from({ length: servers }, (_, index) => first + index * (BOX + BOX_GAP))
  const foot = (boxes.at(-1) ?? first) + BOX
  const history = foot + 18
  const users = history + rowsIn(servers) * PITCH + 6
  return { boxes, middle: (first + foot) / 2, history, users, bottom: users + 40 }
}
