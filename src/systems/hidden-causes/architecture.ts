/** What something hangs on: one thing, all of several, or any one of them. */
export type Need =
  | string
  | { readonly all: readonly Need[] }
  | { readonly any: readonly Need[] }
  | { readonly atLeast: readonly [count: number, of: readonly Need[]] }

export const all = (...needs: readonly Need[]): Need => ({ all: needs })
export const any = (...needs: readonly Need[]): Need => ({ any: needs })

/** The kinds of things that can be lost. */
export const KINDS = [
  'machine',
  'power',
  'network',
  'way',
  'place',
  'names',
  'certificate',
  'release',
  'settings',
  'access',
  'storage',
  'clock',
  'people',
] as const
export type Kind = (typeof KINDS)[number]

/** Something that can be lost, with what it hangs on itself. */
export interface Thing {
  readonly kind: Kind
  readonly needs?: Need
}

/** One detail of a part: what it is about, and what the part hangs on by it; by some on nothing. */
export interface Line {
  readonly about: string
  readonly needs?: Need
}

export const PARTS = ['a', 'b', 'c', 'd', 'e', 'f'] as const
export type PartId = (typeof PARTS)[number]

const NUMBERS = ['1', '2', '3', '4', '5'] as const
/** A part's letter and the number of the line in it, from 1. */
export type LineId = `${PartId}${(typeof NUMBERS)[number]}`

/** Every line that there may be, in the order of the parts. */
export const LINES: readonly LineId[] = PARTS.flatMap((part) =>
  NUMBERS.map((number) => `${part}${number}` as const),
)

/** Parts that stand in for one another. */
export interface Column {
  /** How many of them must work; none where they only help others. */
  readonly needed: number
  readonly parts: readonly PartId[]
}

/** What somebody proposes to do about it. */
export interface Mend {
  /** Thousands of euros a year. */
  readonly price: number
  /** Lines whose needs it changes. */
  readonly lines?: Readonly<Partial<Record<LineId, Need>>>
  /** Another part beside those of a column, which then needs so many. */
  readonly adds?: { readonly column: number; readonly needed: number; readonly needs: Need }
}

/** A whole design, as its owners describe it. */
export interface Architecture {
  /** Whether each column must do its part, or one of them is enough. */
  readonly join: 'all' | 'any'
  readonly columns: readonly Column[]
  readonly parts: Readonly<Partial<Record<PartId, readonly Line[]>>>
  readonly things: Readonly<Record<string, Thing>>
  readonly mends: readonly Mend[]
}

/** The letter of a line's part. */
export const partOf = (line: LineId): PartId | undefined =>
  PARTS.find((part) => line.startsWith(part))

/** A line of an architecture; none where its part is shorter, or there is no such part. */
export function lineAt({ parts }: Architecture, id: LineId): Line | undefined {
  const part = partOf(id)
  return part && parts[part]?.[Number(id.slice(1)) - 1]
}

/** The lines that an architecture has. */
export const linesOf = (architecture: Architecture): readonly LineId[] =>
  LINES.filter((id) => lineAt(architecture, id))
