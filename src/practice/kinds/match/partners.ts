import type { MatchQuestion } from '../../question.ts'

/** As many characters as a menu shows on a narrow phone. */
const MENU_LETTERS = 26

export interface Partner {
  readonly id: string
  readonly text: string
  /** Only where the partners are too long for a menu, and are listed in full before it. */
  readonly letter?: string
  /** What the menu says, without code. */
  readonly label: string
}

/**
 * The partners as a menu shows them. Where one is too long for it, each gets a letter of its own.
 *
 * @param lettered a letter and a text, as the language joins them
 */
export function partnersOf(
  { columns }: MatchQuestion,
  lettered: (letter: string, text: string) => string,
): readonly Partner[] {
  const short = columns.every(({ text }) => text.length <= MENU_LETTERS)
  return columns.map(({ id, text }, index) => {
    const label = text.replaceAll('`', '')
    if (short) return { id, text, label }
    const letter = String.fromCodePoint(65 + index)
    return { id, text, letter, label: lettered(letter, label) }
  })
}
