import { evaluate } from './arithmetic.ts'
import type { List, Part, Word } from './syntax.ts'

/** What words are worked out with. */
export interface Surroundings {
  readonly variable: (name: string) => string
  /** What the commands in `$( … )` printed, in the order in which `outputsIn` names them. */
  readonly outputs: readonly string[]
  /** Names of the reader's files, which `*` and `?` stand for. */
  readonly files: readonly string[]
}

/** The commands in `$( … )` of some words, in order; they have to run before `expand`. */
export function outputsIn(words: readonly Word[]): readonly List[] {
  return words.flatMap((word) =>
    word.flatMap((part) =>
      part.part === 'output'
        ? [part.of]
        : part.part === 'variable' && part.otherwise
          ? outputsIn([part.otherwise])
          : [],
    ),
  )
}

interface Piece {
  readonly text: string
  readonly quoted: boolean
  /** Whether blanks in it part words: so it is for what stood for something else, unquoted. */
  readonly splits: boolean
}

/** Works words out one after the other, so that each takes its own commands' outputs. */
export function expander({ variable, outputs, files }: Surroundings): {
  /** Words as a command gets them: split at blanks, with files for `*`. */
  readonly fields: (word: Word) => readonly string[]
  /** One text, never split: for assignments, redirections and heredocs. */
  readonly single: (word: Word) => string
} {
  let taken = 0
  const textOf = (part: Part): string => {
    switch (part.part) {
      case 'text':
        return part.text
      case 'variable': {
        const value = variable(part.name)
        const otherwise = part.otherwise ? single(part.otherwise) : ''
        return value === '' ? otherwise : value
      }
      case 'output':
        taken += 1
        return (outputs[taken - 1] ?? '').replace(/\n+$/, '')
      case 'sum':
        return String(evaluate(part.text, variable))
    }
  }
  const single = (word: Word): string => word.map(textOf).join('')
  const fields = (word: Word): readonly string[] =>
    braces(word).flatMap((one) => {
      const pieces = one.map((part): Piece => ({
        text: textOf(part),
        quoted: part.quoted,
        splits: part.part !== 'text' && !part.quoted,
      }))
      return split(pieces).flatMap((field) => globbed(field, files))
    })
  return { fields, single }
}

/** `a{1..3}` and `{a,b}c` as several words; only where nothing in the word is quoted. */
function braces(word: Word): readonly Word[] {
  const [only] = word
  if (word.length !== 1 || only?.part !== 'text' || only.quoted) return [word]
  return braced(only.text).map((text) => [{ ...only, text }])
}

function braced(text: string): readonly string[] {
  const [all, before = '', low, high, list, after = ''] =
    /^(.*?)\{(?:(-?\d+)\.\.(-?\d+)|([^{}\s]*,[^{}\s]*))\}(.*)$/.exec(text) ?? []
  if (all === undefined) return [text]
  const middles = list === undefined ? counted(Number(low), Number(high)) : list.split(',')
  return middles.flatMap((middle) => braced(after).map((end) => before + middle + end))
}

/** At most a thousand, so that a slip of the finger does not fill the page. */
function counted(from: number, to: number): readonly string[] {
  const count = Math.min(1000, Math.abs(to - from) + 1)
  return Array.from({ length: count }, (_, step) => String(from + Math.sign(to - from) * step))
}

/** Splits where blanks came out of a variable or a command; quoted emptiness stays a word. */
function split(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const fields: Piece[][] = []
  let open: Piece[] | undefined
  const add = (piece: Piece): void => {
    if (open === undefined) fields.push((open = []))
    open.push(piece)
  }
  for (const piece of pieces) {
    if (!piece.splits) {
      add(piece)
      continue
    }
    for (const text of piece.text.split(/([ \t\n]+)/)) {
      if (/^[ \t\n]+$/.test(text)) open = undefined
      else if (text !== '') add({ ...piece, text })
    }
  }
  return fields
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function globbed(pieces: readonly Piece[], files: readonly string[]): readonly string[] {
  const plain = pieces.map(({ text }) => text).join('')
  if (!pieces.some(({ text, quoted }) => !quoted && /[*?]/.test(text))) return [plain]
  const pattern = pieces
    .map(({ text, quoted }) =>
      quoted ? escaped(text) : escaped(text).replaceAll('\\*', '[^/]*').replaceAll('\\?', '[^/]'),
    )
    .join('')
  const matching = files.filter(
    (file) => new RegExp(`^(?:${pattern})$`).test(file) && !file.startsWith('.'),
  )
  return matching.length === 0 ? [plain] : matching.toSorted((a, b) => (a < b ? -1 : 1))
}
