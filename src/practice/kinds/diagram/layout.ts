import type { Box } from '../../../figures/ComponentBox.tsx'
import type { Part } from '../../question.ts'

export interface Placed {
  readonly part: Part
  readonly box: Box
  /** Its name, as many words to a line as fit. */
  readonly lines: readonly string[]
}

export interface Layout {
  readonly width: number
  readonly height: number
  readonly placed: readonly Placed[]
}

/** What a letter takes of a line, generously. */
const LETTER = 7.4
const PADDING = 8
export const LINE = 18
const WIDEST = 150
/** So that what sticks out of a box stays in the picture. */
const EDGE = 12

/** Words in lines of at most so many letters; a longer word is divided. */
export function inLines(text: string, letters: number): readonly string[] {
  const most = Math.max(2, letters)
  const pieces = text.split(/\s+/).flatMap((word) => {
    if (word.length <= most) return [word]
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
  const gap = Math.min(56, Math.max(16, cell * 0.28))
  const boxWidth = Math.min(WIDEST, cell - (columns === 1 ? 0 : gap))
  const letters = Math.floor((boxWidth - 2 * PADDING) / LETTER)
  const named = parts.map((part) => ({
    part,
    lines: [
      ...inLines(part.text.replaceAll('`', ''), letters),
      ...(served.ids.includes(part.id) ? [`(${served.word})`] : []),
    ],
  }))
  const boxHeight = 24 + LINE * Math.max(...named.map(({ lines }) => lines.length))
  const pitch = boxHeight + 44
  const placed = named.map(({ part, lines }): Placed => {
    const [column, row] = turned ? [part.at[1], part.at[0]] : part.at
    const box = {
      x: EDGE + column * cell + (cell - boxWidth) / 2,
      y: EDGE + row * pitch,
      width: boxWidth,
      height: boxHeight,
    }
    return { part, box, lines }
  })
  return { width, height: 2 * EDGE + rows * pitch - 44, placed }
}
