import type { Box } from '../../figures/ComponentBox.tsx'
import type { Arbitration } from '../../systems/split-brain/world.ts'

/** Where things stand in one layout of the picture. */
export interface SplitBrainLayout {
  readonly narrow: boolean
  readonly width: number
  readonly nodes: Readonly<Record<'A' | 'B' | 'W', Box>>
  /** Where the counts of the clients stand. */
  readonly clients: number
  /** The key of messages: its columns, and its line. */
  readonly glyphs: { readonly columns: readonly number[]; readonly y: number }
  /** The two logs: from where to where, the middles of their rows, and the words beside them. */
  readonly logs: {
    readonly x: number
    readonly end: number
    readonly shared: number
    readonly rows: Readonly<Record<'A' | 'B', number>>
    readonly words: Readonly<Record<'A' | 'B', number>>
    /** How many shared writes stand before the fork, and at most where there is none. */
    readonly before: number
    readonly most: number
  }
  /** The top of the lanes, and the time axis from its start to its end. */
  readonly lanes: number
  readonly axis: readonly [from: number, to: number]
  /** Where the parts of the key of writes stand: how far right, and in which line. */
  readonly key: readonly (readonly [x: number, line: number])[]
  /** Columns of the promises, and of the comparison after its names. */
  readonly promises: readonly number[]
  readonly compare: readonly number[]
}

export const wide: SplitBrainLayout = {
  narrow: false,
  width: 980,
  nodes: {
    A: { x: 14, y: 96, width: 134, height: 62 },
    B: { x: 284, y: 96, width: 134, height: 62 },
    W: { x: 158, y: 6, width: 116, height: 50 },
  },
  clients: 190,
  glyphs: { columns: [14, 150, 284, 350], y: 222 },
  logs: {
    x: 462,
    end: 966,
    shared: 112,
    rows: { A: 66, B: 158 },
    words: { A: 36, B: 196 },
    before: 3,
    most: 14,
  },
  lanes: 262,
  axis: [132, 966],
  key: [
    [132, 0],
    [232, 0],
    [346, 0],
    [566, 0],
  ],
  promises: [132, 400],
  compare: [330, 490, 660, 830],
}

export const narrow: SplitBrainLayout = {
  narrow: true,
  width: 350,
  nodes: {
    A: { x: 4, y: 82, width: 122, height: 58 },
    B: { x: 224, y: 82, width: 122, height: 58 },
    W: { x: 118, y: 6, width: 114, height: 48 },
  },
  clients: 162,
  glyphs: { columns: [6, 146, 262], y: 214 },
  logs: {
    x: 4,
    end: 346,
    shared: 318,
    rows: { A: 280, B: 356 },
    words: { A: 254, B: 390 },
    before: 1,
    most: 9,
  },
  lanes: 420,
  axis: [30, 342],
  key: [
    [6, 0],
    [98, 0],
    [6, 1],
    [200, 0],
  ],
  promises: [6],
  compare: [142, 212, 282, 346],
}

export const ROW = 24
export const CELL = 31

/** The tops of everything from the lanes on. */
export function topsOf(layout: SplitBrainLayout) {
  const { lanes, narrow: slim } = layout
  const clientsA = lanes + 6
  const a = clientsA + 14
  const link = a + ROW + 14
  const b = link + 14
  const clientsB = b + ROW + 14
  const two = clientsB + 36
  const nobody = two + 30
  const axis = nobody + 26
  const key = axis + 30
  const promises = key + (slim ? 52 : 30)
  const compare = promises + (slim ? 62 : 42)
  return {
    clientsA,
    a,
    link,
    b,
    clientsB,
    two,
    nobody,
    axis,
    key,
    promises,
    compare,
    height: compare + 116,
  }
}

export type Tops = ReturnType<typeof topsOf>

/** Where a link runs, between the edges of two boxes. */
export function lineOf(
  { nodes }: SplitBrainLayout,
  id: string,
  arbitration: Arbitration,
): readonly [x1: number, y1: number, x2: number, y2: number] {
  const { A, B, W } = nodes
  const left = A.x + A.width
  // With management links the cable moves up, to make room for them.
  const cable = A.y + (arbitration === 'fence' ? 14 : A.height / 2)
  switch (id) {
    case 'a-w':
      return [A.x + A.width / 2, A.y, W.x + 22, W.y + W.height]
    case 'b-w':
      return [B.x + B.width / 2, B.y, W.x + W.width - 22, W.y + W.height]
    case 'a-fence-b':
      return [left, A.y + 36, B.x, A.y + 36]
    case 'b-fence-a':
      return [B.x, A.y + 50, left, A.y + 50]
    default:
      return [left, cable, B.x, cable]
  }
}
