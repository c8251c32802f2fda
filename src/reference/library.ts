import { loadParts, partIds } from 'virtual:reference'

/** The categories that docstrings name. */
export { partIds }

/** The words of a docstring: text, code, links to other entries, paragraphs and lists. */
export type Piece =
  | string
  | { readonly code: string }
  | { readonly symbol: string; readonly index: string }
  | { readonly link: string; readonly text: string }
  | { readonly paragraph: readonly Piece[] }
  | { readonly list: readonly Piece[] }
  | { readonly item: readonly Piece[] }

/** One parameter, or one field of a parameter or of an answer. */
export interface Row {
  readonly path: string
  readonly type: string
  readonly optional: boolean
  readonly text: readonly Piece[]
}

/** What a function's docstring says. */
export interface Entry {
  readonly name: string
  /** The file it is in, by its name. */
  readonly file: string
  readonly signature: { readonly call: string; readonly returns: string }
  readonly about: readonly Piece[]
  /** In MathML. */
  readonly formulas: readonly string[]
  readonly where: readonly (readonly Piece[])[]
  readonly assumes: readonly (readonly Piece[])[]
  readonly parameters: readonly Row[]
  readonly returns: { readonly text: readonly Piece[]; readonly rows: readonly Row[] }
  readonly throws: readonly (readonly Piece[])[]
  readonly sources: readonly {
    readonly id: string
    readonly title: string
    readonly authors: readonly string[]
    readonly year: number
    readonly where: string
    readonly url?: string
  }[]
  /** What the example says comes out, in words and numbers. */
  readonly answer: string
  readonly types: readonly {
    readonly name: string
    readonly text: readonly Piece[]
    readonly code: string
  }[]
}

/** A place in the arguments of a call: the number of the argument, and from there keys. */
export type Path = readonly (string | number)[]

/** A value that a reader can set. */
export interface Field {
  readonly path: Path
  readonly label: string
  readonly optional: boolean
  readonly kind: 'number' | 'component' | 'choice' | 'json'
  readonly options?: readonly string[]
  /** As in the example of the docstring; nothing where the example leaves it out. */
  readonly value?: unknown
}

/** How to call one function with other values than those of its example. */
export interface Form {
  readonly name: string
  readonly fields: readonly Field[]
  /** Functions among the arguments: shown, not to be edited. */
  readonly fixed: readonly {
    readonly path: Path
    readonly label: string
    readonly source: string
  }[]
}

/** The functions of one category. */
export interface Part {
  readonly forms: readonly Form[]
  /** While prerendering; in the browser this text is in the page already. */
  readonly entries: readonly Entry[]
}

/** @throws RangeError for a category that no function names. */
export async function loadPart(id: string): Promise<Part> {
  const { parts } = await loadParts()
  const part = Object.hasOwn(parts, id) ? parts[id] : undefined
  if (!part) throw new RangeError(`loadPart: no category "${id}"`)
  return part
}
