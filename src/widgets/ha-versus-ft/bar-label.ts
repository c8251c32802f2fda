import { figureTextWidth } from '../../figures/figure-text.ts'

/** A stretch of the picture's width. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface Label {
  readonly words: string
  readonly x: number
  readonly anchor: 'start' | 'middle' | 'end'
}

/** Between a bar and words beside it. */
const GAP = 6

/**
 * What is written on a bar, and where: all of it on the bar or else beside it, its short form on
 * the bar, or nothing where even that has no room.
 *
 * @param free the bar and the empty space at both of its sides
 */
export function barLabel(bar: Span, free: Span, full: string, short: string): Label | undefined {
  const room = bar.to - bar.from
  const middle = { x: (bar.from + bar.to) / 2, anchor: 'middle' } as const
  if (figureTextWidth(full) <= room) return { words: full, ...middle }
  if (bar.to + GAP + figureTextWidth(full) <= free.to) {
    return { words: full, x: bar.to + GAP, anchor: 'start' }
  }
  if (bar.from - GAP - figureTextWidth(full) >= free.from) {
    return { words: full, x: bar.from - GAP, anchor: 'end' }
  }
  return figureTextWidth(short) <= room ? { words: short, ...middle } : undefined
}
