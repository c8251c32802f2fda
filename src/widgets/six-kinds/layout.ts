import type { Box } from '../../figures/ComponentBox.tsx'
import type { Item, Miniature } from './stage.ts'

/** Where things stand in one layout of the picture. */
export interface KindsLayout {
  readonly width: number
  readonly stacked: boolean
  /** The list: its width, and from one row to the next. */
  readonly list: number
  readonly row: number
  /** Upper left corner of the miniature, and its size. */
  readonly stage: Box
}

export const wide: KindsLayout = {
  width: 980,
  stacked: false,
  list: 336,
  row: 57,
  stage: { x: 376, y: 0, width: 604, height: 372 },
}

export const narrow: KindsLayout = {
  width: 350,
  stacked: true,
  list: 346,
  row: 51,
  stage: { x: 2, y: 352, width: 346, height: 250 },
}

export interface Placed {
  readonly item: Item
  readonly at: Box
}

const HEIGHT = 54
const GAP = 12
const HULL = 26
/** Room above and below for the outlines and their names. */
const EDGE = 56

const newHull = (item: Item, before: Item | undefined) =>
  before !== undefined && item.hull?.label !== before.hull?.label

/** Groups as columns, each in the middle of the height. */
function columns(groups: Miniature, { x, y, width, height }: Box): readonly (readonly Placed[])[] {
  const box = Math.min(150, (width - 34 * (groups.length - 1)) / groups.length)
  const between = groups.length > 1 ? (width - box - 32) / (groups.length - 1) : 0
  return groups.map((group, column) => {
    const extra = group.filter((item, index) => newHull(item, group[index - 1])).length * HULL
    // Many boxes move closer together, so that the outline of the first one stays in the picture.
    const pitch = Math.min(HEIGHT + GAP, (height - EDGE - extra) / group.length)
    const tall = group.length * pitch - (pitch - HEIGHT) + extra
    let top = y + (height - tall) / 2
    return group.map((item, index): Placed => {
      if (newHull(item, group[index - 1])) top += HULL
      const at = { x: x + 16 + column * between, y: top, width: box, height: HEIGHT }
      top += pitch
      return { item, at }
    })
  })
}

/** Boxes side by side, and groups below one another. */
const IN_ROW = 3

function rows(groups: Miniature, { x, y, width }: Box): readonly (readonly Placed[])[] {
  let top = y + 26
  return groups.map((group) => {
    const across = Math.min(IN_ROW, group.length)
    const box = group.length === 1 ? 170 : (width - 20 - GAP * (across - 1)) / across
    let column = 0
    const placed = group.map((item, index): Placed => {
      const fresh = newHull(item, group[index - 1])
      if (index > 0 && (column === across || fresh)) {
        column = 0
        top += HEIGHT + (fresh ? HULL + 8 : GAP)
      }
      const left = group.length === 1 ? x + (width - box) / 2 : x + 10 + column * (box + GAP)
      column += 1
      return { item, at: { x: left, y: top, width: box, height: HEIGHT } }
    })
    top += HEIGHT + 40
    return placed
  })
}

/** Every box of a miniature in its place. */
export const placed = (groups: Miniature, layout: KindsLayout): readonly (readonly Placed[])[] =>
  layout.stacked ? rows(groups, layout.stage) : columns(groups, layout.stage)

/** The outlines of one group: each around neighbours that share it. */
export function hullsOf(group: readonly Placed[]) {
  const labels = [...new Set(group.flatMap(({ item }) => (item.hull ? [item.hull.label] : [])))]
  return labels.map((label) => {
    const inside = group.filter(({ item }) => item.hull?.label === label)
    const left = Math.min(...inside.map(({ at }) => at.x)) - 10
    const top = Math.min(...inside.map(({ at }) => at.y)) - 16
    const right = Math.max(...inside.map(({ at }) => at.x + at.width)) + 10
    const bottom = Math.max(...inside.map(({ at }) => at.y + at.height)) + 8
    return {
      label,
      struck: inside.some(({ item }) => item.hull?.struck === true),
      at: { x: left, y: top, width: right - left, height: bottom - top },
    }
  })
}
