import type { EvictionModel } from './model.ts'

/** The sizes of one layout of the picture. */
export interface EvictionLayout {
  readonly width: number
  /** Room for the names of the nodes. */
  readonly head: number
  /** From one step to the next, at most. */
  readonly pitch: number
  readonly pod: { readonly width: number; readonly height: number }
  /** Room for the words at the right; none where they stand below. */
  readonly words: number
}

export const wide: EvictionLayout = {
  width: 860,
  head: 90,
  pitch: 120,
  pod: { width: 64, height: 32 },
  words: 290,
}

export const narrow: EvictionLayout = {
  width: 350,
  head: 66,
  pitch: 92,
  pod: { width: 44, height: 28 },
  words: 0,
}

/** From the top to the first row of nodes. */
const TOP = 34
export const LINE = 23
const BETWEEN = 12

/** How many pods stand on the fullest place of a row, at any step. */
const depthOf = ({ steps }: EvictionModel, node: number | undefined) =>
  Math.max(
    node === undefined ? 0 : 1,
    ...steps.map(({ pods }) => pods.filter((pod) => pod.node === node).length),
  )

/** Where everything stands for a run in one layout. */
export function placed(model: EvictionModel, { width, head, pitch, pod, words }: EvictionLayout) {
  const step = Math.min(pitch, (width - head - words) / model.steps.length)
  let y = TOP
  const rows = [...Array.from({ length: model.values.nodes }, (_, node) => node), undefined]
    .map((node) => ({ node, depth: depthOf(model, node) }))
    .filter(({ depth }) => depth > 0)
    .map(({ node, depth }) => {
      const top = y
      y += depth * pod.height + BETWEEN
      return { node, top, height: depth * pod.height }
    })
  const edge = head + step * model.steps.length
  const lines = model.steps.length + (model.blocked ? 1 : 0)
  const at = words > 0 ? { x: edge + 24, y: 18 } : { x: 2, y: y + 74 }
  return {
    rows,
    xs: model.steps.map((_, index) => head + step * (index + 0.5)),
    podWidth: Math.min(pod.width, step - 8),
    /** The line above the numbers of pods that are ready. */
    foot: y - 6,
    edge: words > 0 ? edge : width,
    words: at,
    height: Math.max(y + 50, at.y + LINE * (lines - 1) + 10),
  }
}
