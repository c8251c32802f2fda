import type { FillQuestion } from '../../question.ts'

const WORDS = 6

/** What stands for the gap itself, as it is printed in exercises. */
const GAP = '___'

const wordsOf = (piece: FillQuestion['pieces'][number] | undefined): readonly string[] =>
  typeof piece === 'string'
    ? piece
        .replaceAll('`', '')
        .split(/\s+/)
        .filter((word) => word !== '')
    : piece === undefined
      ? []
      : [GAP]

/** A gap with the words around it, for whoever cannot see where it stands in its sentence. */
export function around({ pieces }: FillQuestion, at: number): string {
  const before = wordsOf(pieces[at - 1])
  const after = wordsOf(pieces[at + 1])
  return [
    ...(before.length > WORDS ? ['…'] : []),
    ...before.slice(-WORDS),
    GAP,
    ...after.slice(0, WORDS),
    ...(after.length > WORDS ? ['…'] : []),
  ].join(' ')
}
