import { linearScale } from '../../../figures/scale.ts'
import type { GraphQuestion } from '../../question.ts'

/** Where a plot stands in its picture, and how values become places there. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly floor: number
  /** From a value to a place in the picture; what lies beyond an axis stands at its end. */
  readonly across: (x: number) => number
  readonly up: (y: number) => number
  /** And back. */
  readonly valueAt: (left: number, top: number) => { readonly x: number; readonly y: number }
}

const TOP = 16
const BOTTOM = 30
const RIGHT = 16

const within = (value: number, from: number, to: number) =>
  Math.min(Math.max(from, to), Math.max(Math.min(from, to), value))

/** @param room width that the numbers of the y axis need */
export function frameOf(
  { x, y }: GraphQuestion,
  width: number,
  height: number,
  room: number,
): Frame {
  const [left, right, top, floor] = [room, width - RIGHT, TOP, height - BOTTOM]
  const across = linearScale([x.from, x.to], [left, right])
  const up = linearScale([y.from, y.to], [floor, top])
  const back = linearScale([left, right], [x.from, x.to])
  const down = linearScale([floor, top], [y.from, y.to])
  return {
    width,
    height,
    left,
    right,
    top,
    floor,
    across: (value) => across(within(value, x.from, x.to)),
    up: (value) => up(within(value, y.from, y.to)),
    valueAt: (px, py) => ({
      x: within(back(px), x.from, x.to),
      y: within(down(py), y.from, y.to),
    }),
  }
}
