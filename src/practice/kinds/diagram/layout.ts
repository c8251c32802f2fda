import type { Box } from '../../../figures/ComponentBox.tsx'
import type { Part } from '../../question.ts'

export interface Placed {
  readonly part: Part
  readonly box: Box
  /** Its name, as many words to a line as fit. */
  readonly lines: readonly string[]
  /** Room for a line; a longer one is squeezed into it. */
  readonly room: number
}

export interface Layout {
  readonly width: number
  readonly height: number
  readonly placed: readonly Placed[]
}

/** What a letter takes of a line, generously, and how far a long word may be squeezed. */
const LETTER = 8
const SQUEEZED = 0.8
const PADDING = 6
export const LINE = 18
const WIDEST = 150
/** So that what sticks out of a box stays in the picture. */
const EDGE = 12
const BETWEEN_ROWS = 44

/** Whether a line needs more room than there is. */
export const isTight = (line: string, room: number): boolean => line.length * LETTER > room

/** Words in lines of at most so many letters; a word that is much longer is divided. */
export function inLines(text: string, letters: number): readonly string[] {
  const most = Math.max(2, letters)
  const pieces = text.split(/\s+/).flatMap((word) => {
    if (word.length * SQUEEZED <= most) return [word]
    const count = Math.ceil(word.length / (most - 1))
    const size = Math.ceil(word.length / count)
    return Array.from({ length: count }, (_, at) => {
      const piece = word.slice(at * size, (at + 1) * size)
      return (at + 1) * size < word.length ? `${piece}-` : piece
    })
  })
  const lines: string[] = []
  for (const piece of pieces) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + piece.length <= most)
      lines[lines.length - 1] = `${line} ${piece}`
    else lines.push(piece)
  }
  return lines
}

/**
 * Places for all parts in a picture so wide. A narrow picture of many columns is turned, so that
 * what stood from left to right stands from top to bottom.
 *
 * @param served what is said under the names of parts that are served
 */
export function layOut(
  parts: readonly Part[],
  width: number,
  served: { readonly ids: readonly string[]; readonly word: string },
): Layout {
  const most = (at: 0 | 1) => Math.max(...parts.map((part) => part.at[at])) + 1
  const turned = width < 400 && most(0) > 3 && most(1) < most(0)
  const [columns, rows] = turned ? [most(1), most(0)] : [most(0), most(1)]
  const cell = (width - 2 * EDGE) / columns
  const gap = columns === 1 ? 0 : Math.min(56, Math.max(14, cell * 0.16))
  const boxWidth = Math.min(WIDEST, cell - gap)
  const room = boxWidth - 2 * PADDING
  const named = parts.map((part) => ({
    part,
    cell: turned ? ([part.at[1], part.at[0]] as const) : part.at,
    lines: [
      ...inLines(part.text.replaceAll('`', ''), Math.floor(room / LETTER)),
      ...(served.ids.includes(part.id) ? [`(${served.word})`] : []),
    ],
  }))
  const heights = Array.from({ length: rows }, (_, row) => {
    const counts = named.flatMap((one) => (one.cell[1] === row ? [one.lines.length] : []))
    return 26 + LINE * Math.max(1, ...counts)
  })
  const topOf = (row: number) =>
    heights.slice(0, row).reduce((sum, height) => sum + height + BETWEEN_ROWS, EDGE)
  const placed = named.map(({ part, lines, cell: [column, row] }): Placed => {
    const box = {
      x: EDGE + column * cell + (cell - boxWidth) / 2,
      y: topOf(row),
      width: boxWidth,
      height: heights[row] ?? 0,
    }
    return { part, box, lines, room }
  })
  return { width, height: topOf(rows) - BETWEEN_ROWS + EDGE, placed }
}
