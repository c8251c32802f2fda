import { SyntaxProblem, Unfinished, type Word } from './syntax.ts'
import type { Cursor } from './read-word.ts'

/** An operator or a plain word at the cursor, without taking it; `''` at the end. */
export function peek(cursor: Cursor): string {
  const rest = cursor.text.slice(cursor.at)
  const [found = ''] =
    /^(?:\|\||&&|;;|&>>|&>|[|&;()<>\n]|[^\s|&;()<>"'\\$`]+(?=$|[\s|&;()<>]))/.exec(rest) ?? []
  return found
}

/** Skips blanks, continued lines and remarks; not the ends of lines. */
export function skipBlanks(cursor: Cursor): void {
  const [found = ''] = /^(?:[ \t]|\\\n)*(?:#[^\n]*)?/.exec(cursor.text.slice(cursor.at)) ?? []
  cursor.at += found.length
  if (found.endsWith('\\\n') && cursor.at === cursor.text.length) throw new Unfinished('\\')
}

/** What bash says of a word in the wrong place. */
export const unexpected = (token: string): SyntaxProblem =>
  new SyntaxProblem(
    `bash: syntax error near unexpected token \`${token === '\n' ? 'newline' : token}'`,
  )

/** The text of a word in which nothing is to be worked out. */
export const plainText = (word: Word): string =>
  word.map((part) => (part.part === 'text' ? part.text : '')).join('')
