/** Where things stand in one layout of the picture. */
export interface MultiPrimaryLayout {
  readonly width: number
  /** The time axis, from its start to its end. */
  readonly axis: readonly [from: number, to: number]
  /** The lane of the first site, and how far it is to the next one. */
  readonly lane: { readonly first: number; readonly pitch: number }
  readonly boxes: { readonly x: number; readonly width: number; readonly pitch: number }
  /** Where the link between the first and the last of three runs. */
  readonly bracket: number
  /** Columns of the invariants, and of the key. */
  readonly promises: readonly number[]
  readonly key: readonly number[]
  readonly narrow: boolean
}

export const wide: MultiPrimaryLayout = {
  width: 980,
  axis: [62, 606],
  lane: { first: 62, pitch: 128 },
  boxes: { x: 652, width: 290, pitch: 128 },
  bracket: 964,
  promises: [62, 520],
  key: [62, 166, 408, 560],
  narrow: false,
}

export const narrow: MultiPrimaryLayout = {
  width: 350,
  axis: [44, 342],
  lane: { first: 52, pitch: 92 },
  boxes: { x: 0, width: 312, pitch: 128 },
  bracket: 334,
  promises: [0],
  key: [0, 140],
  narrow: true,
}

export const BOX = 102
export const ROW = 20

/** How much is drawn that takes room. */
interface Content {
  readonly sites: number
  readonly promises: number
  readonly marks: number
  readonly guessed: boolean
}

/** The tops of everything. */
export function topsOf(layout: MultiPrimaryLayout, { sites, promises, marks, guessed }: Content) {
  const { lane, boxes, narrow: isNarrow } = layout
  const lastLane = lane.first + (sites - 1) * lane.pitch
  const links = lastLane + (isNarrow ? 40 : 62)
  const agree = links + 28
  const axis = agree + 46
  const key = axis + 30
  const keyEnd = key + (Math.ceil(marks / layout.key.length) - 1) * 24
  const box = isNarrow ? keyEnd + 22 : lane.first - BOX / 2
  const boxesEnd = box + (sites - 1) * boxes.pitch + BOX
  const guess = isNarrow ? boxesEnd + 26 : links + 16
  const first = isNarrow ? boxesEnd + (guessed ? 86 : 30) : keyEnd + 34
  const height = first + (Math.ceil(promises / layout.promises.length) - 1) * 24 + 10
  return { links, agree, axis, key, box, guess, promises: first, height }
}

export type Tops = ReturnType<typeof topsOf>

export const laneOf = ({ lane }: MultiPrimaryLayout, index: number): number =>
  lane.first + index * lane.pitch

export const tenth = (value: number): number => Math.round(value * 10) / 10
