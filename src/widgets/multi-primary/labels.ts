import { figureTextWidth } from '../../figures/figure-text.ts'

/** Words that end at a place on a line. */
export interface Label {
  readonly key: number
  readonly x: number
  readonly text: string
}

/** A label and the row that it has room in, counted from the line away. */
export interface Placed extends Label {
  readonly row: number
}

/**
 * Gives every label the first of so many rows in which it touches no other one; whatever finds no
 * room is left out.
 */
export function placed(labels: readonly Label[], rows: number): readonly Placed[] {
  const ends = Array.from({ length: rows }, () => -Infinity)
  return labels
    .toSorted((one, other) => one.x - other.x)
    .flatMap((label) => {
      const row = ends.findIndex((end) => end <= label.x - figureTextWidth(label.text))
      if (row < 0) return []
      ends[row] = label.x
      return [{ ...label, row }]
    })
}
