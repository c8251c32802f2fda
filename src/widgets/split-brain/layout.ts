import type { Box } from '../../figures/ComponentBox.tsx'
import type { Arbitration } from '../../systems/split-brain/world.ts'
import type { LinkId } from './links.ts'

/** What is compared in numbers. */
export type Compared = 'two' | 'nobody' | 'unanswered' | 'lost'

/** Where things stand in one layout of the picture. */
export interface SplitBrainLayout {
  readonly narrow: boolean
  readonly width: number
  readonly nodes: Readonly<Record<'A' | 'B' | 'W', Box>>
  /** How much higher the nodes stand where there is no witness above them. */
  readonly rise: number
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
  readonly promises: readonly number[]
  /** The comparison after its names: a bar for all writes, and columns of numbers by their right ends. */
  readonly compare: {
    readonly bar: readonly [from: number, to: number]
    readonly columns: readonly (readonly [of: Compared, x: number])[]
  }
}

export const wide: SplitBrainLayout = {
  narrow: false,
  width: 980,
  nodes: {
    A: { x: 14, y: 82, width: 140, height: 58 },
    B: { x: 280, y: 82, width: 140, height: 58 },
    W: { x: 158, y: 4, width: 118, height: 48 },
  },
  rise: 16,
  glyphs: { columns: [20, 156, 292, 366], y: 240 },
  logs: {
    x: 462,
    end: 966,
    shared: 112,
    rows: { A: 66, B: 158 },
    words: { A: 36, B: 196 },
    before: 3,
    most: 14,
  },
  lanes: 274,
  axis: [132, 966],
  key: [
    [132, 0],
    [236, 0],
    [350, 0],
    [596, 0],
  ],
  promises: [132, 400],
  compare: {
    bar: [240, 540],
    columns: [
      ['two', 630],
      ['nobody', 754],
      ['unanswered', 856],
      ['lost', 966],
    ],
  },
}

export const narrow: SplitBrainLayout = {
  narrow: true,
  width: 350,
  nodes: {
    A: { x: 4, y: 78, width: 124, height: 58 },
    B: { x: 222, y: 78, width: 124, height: 58 },
    W: { x: 117, y: 4, width: 116, height: 48 },
  },
  rise: 22,
  glyphs: { columns: [10, 150, 262], y: 236 },
  logs: {
    x: 4,
    end: 346,
    shared: 336,
    rows: { A: 302, B: 370 },
    words: { A: 278, B: 404 },
    before: 1,
    most: 9,
  },
  lanes: 434,
  axis: [30, 342],
  key: [
    [6, 0],
    [98, 0],
    [6, 1],
    [200, 0],
  ],
  promises: [6],
  compare: {
    bar: [102, 190],
    columns: [
      ['nobody', 252],
      ['lost', 346],
    ],
  },
}

export const ROW = 24
export const CELL = 31

/** Between the rows of the comparison. */
export const LINE = 26

/** The tops of everything from the lanes on, with so many rows of comparison. */
export function topsOf(layout: SplitBrainLayout, rows: number) {
  const { lanes, narrow: slim } = layout
  const clientsA = lanes + 6
  const a = clientsA + 14
  const link = a + ROW + 14
  const b = link + 14
  const clientsB = b + ROW + 14
  const two = clientsB + 34
  const nobody = two + 28
  const axis = nobody + 26
  const key = axis + 30
  const promises = key + (slim ? 52 : 30)
  const compare = promises + (slim ? 62 : 44)
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
    height: compare + (rows + (slim ? 1 : 0)) * LINE + 10,
  }
}

export type Tops = ReturnType<typeof topsOf>

/** The box of a node: higher where nothing stands above it. */
export function boxOf(
  { nodes, rise }: SplitBrainLayout,
  id: 'A' | 'B',
  arbitration: Arbitration,
): Box {
  const box = nodes[id]
  return arbitration === 'witness' ? box : { ...box, y: box.y - rise }
}

/** The clients of a node, beneath it. */
export function clientsOf(layout: SplitBrainLayout, id: 'A' | 'B', arbitration: Arbitration): Box {
  const { x, y, width, height } = boxOf(layout, id, arbitration)
  return { x: x + 8, y: y + height + 26, width: width - 16, height: 44 }
}

/** Where a link runs, between the edges of two boxes. */
export function lineOf(
  layout: SplitBrainLayout,
  id: LinkId,
  arbitration: Arbitration,
): readonly [x1: number, y1: number, x2: number, y2: number] {
  const { W } = layout.nodes
  const [A, B] = [boxOf(layout, 'A', arbitration), boxOf(layout, 'B', arbitration)]
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
