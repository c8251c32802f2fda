import type { Box } from '../../figures/ComponentBox.tsx'
import type { Architecture } from '../../systems/hidden-causes/architecture.ts'
import { ADDED } from '../../systems/hidden-causes/system.ts'

/** Where one part stands. */
export interface Place {
  readonly part: string
  readonly at: Box
}

/** The parts that stand in for one another, under their heading. */
export interface Group {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly places: readonly Place[]
}

/** Where things stand in one layout of the picture. */
export interface HiddenLayout {
  readonly width: number
  readonly stacked: boolean
  /** From the top of one line of a part to the next, and from its left edge to what it says. */
  readonly line: number
  readonly says: number
}

export const wide: HiddenLayout = { width: 980, stacked: false, line: 22, says: 92 }
export const narrow: HiddenLayout = { width: 350, stacked: true, line: 25, says: 100 }

/** From the top of a part to its first line, and below its last one. */
export const HEAD = 33
const FOOT = 8
const HEADING = 28
const BETWEEN = 14
const GAP = 46

/** A part that a mend adds has no lines to read. */
const ADDED_HEIGHT = 34

const heightOf = (architecture: Architecture, part: string, line: number): number => {
  const lines = Object.entries(architecture.parts).find(([id]) => id === part)?.[1]
  return lines ? HEAD + lines.length * line + FOOT : ADDED_HEIGHT
}

/** The columns side by side or one below the other, and where they end. */
export function groupsOf(
  architecture: Architecture,
  added: number | undefined,
  layout: HiddenLayout,
): { readonly groups: readonly Group[]; readonly bottom: number } {
  const { columns } = architecture
  const width = layout.stacked
    ? layout.width - 4
    : Math.floor((layout.width - 4 - GAP * (columns.length - 1)) / columns.length)
  const groups: Group[] = []
  let top = 0
  let bottom = 0
  for (const [index, column] of columns.entries()) {
    const x = layout.stacked ? 2 : 2 + index * (width + GAP)
    const places: Place[] = []
    let y = top + HEADING
    for (const part of index === added ? [...column.parts, ADDED] : column.parts) {
      const height = heightOf(architecture, part, layout.line)
      places.push({ part, at: { x, y, width, height } })
      y += height + BETWEEN
    }
    groups.push({ x, y: top, width, places })
    bottom = Math.max(bottom, y - BETWEEN)
    if (layout.stacked) top = y + 6
  }
  return { groups, bottom }
}
