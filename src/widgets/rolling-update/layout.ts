import type { RolloutModel } from './model.ts'

/** The sizes of one layout of the picture. */
export interface RolloutLayout {
  readonly width: number
  /** Room for the names of the nodes. */
  readonly head: number
  /** From one step to the next, at least and at most. */
  readonly pitch: readonly [number, number]
  readonly pod: { readonly width: number; readonly height: number }
  /** Up to so many steps their words stand at the right of the drawing, and elsewhere below it. */
  readonly beside: number
  /** Columns of the words below. */
  readonly columns: number
}

export const wide: RolloutLayout = {
  width: 860,
  head: 90,
  pitch: [46, 214],
  pod: { width: 120, height: 34 },
  beside: 8,
  columns: 3,
}

export const narrow: RolloutLayout = {
  width: 350,
  head: 66,
  pitch: [36, 92],
  pod: { width: 60, height: 26 },
  beside: 0,
  columns: 1,
}

/** The drawing leaves so much to words at its right. */
const WORDS = 300
const BETWEEN = 12

/** From the top to the first row of nodes. */
export const TOP = 34
export const LINE = 23

/** How many steps can be drawn side by side. */
export const roomOf = ({ width, head, pitch }: RolloutLayout): number =>
  Math.floor((width - head) / pitch[0])

/**
 * Which steps are drawn, as columns. Where they do not all fit, the first ones and the last one are,
 * with `gap` in the place of those between.
 */
export function columnsOf(steps: number, room: number): readonly (number | 'gap')[] {
  const numbers = (count: number) => Array.from({ length: count }, (_, at) => at)
  return steps <= room ? numbers(steps) : [...numbers(room - 2), 'gap', steps - 1]
}

/** How many pods stand on the fullest place of a row, at any step. */
const depthOf = ({ steps }: RolloutModel, node: number | undefined) =>
  Math.max(
    node === undefined ? 0 : 1,
    ...steps.map(({ pods }) => pods.filter((pod) => pod.node === node).length),
  )

/** Where everything stands for a run in one layout. */
export function placed(model: RolloutModel, layout: RolloutLayout) {
  const { width, head, pod, beside } = layout
  const columns = columnsOf(model.steps.length, roomOf(layout))
  const right = columns.length <= beside
  const pitch = Math.min(layout.pitch[1], (width - head - (right ? WORDS : 0)) / columns.length)
  let y = TOP
  const rows = [...Array.from({ length: model.values.nodes }, (_, node) => node), undefined]
    .map((node) => ({ node, depth: depthOf(model, node) }))
    .filter(({ depth }) => depth > 0)
    .map(({ node, depth }) => {
      const top = y
      y += depth * pod.height + BETWEEN
      return { node, top, height: depth * pod.height }
    })
  const edge = right ? head + pitch * columns.length : width
  return {
    columns: columns.map((step, at) => ({ step, x: head + pitch * (at + 0.5) })),
    rows,
    podWidth: Math.min(pod.width, pitch - 12),
    /** The line above the numbers of pods that are ready, and where the rows end at the right. */
    foot: y - 6,
    edge,
    words: right
      ? { x: edge + 30, y: 18, columns: 1, width: width - edge - 30 }
      : { x: 2, y: y + 50, columns: layout.columns, width },
  }
}
