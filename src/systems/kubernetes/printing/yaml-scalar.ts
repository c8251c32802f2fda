/** Plain texts that a reader of YAML would take for something else than text. */
const TAKEN_FOR_A_WORD =
  /^(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE|y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF|\.nan|\.NaN|\.NAN|[-+]?\.(?:inf|Inf|INF))$/

const TAKEN_FOR_A_NUMBER =
  /^(?:[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[\da-fA-F_]+|\d[\d_]*|(?:\.\d+|\d[\d_]*(?:\.\d*)?)(?:[eE][-+]?\d+)?)|[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?)$/

const TAKEN_FOR_A_TIME = /^\d{4}-\d\d?-\d\d?(?:$|[Tt ]+\d)/

const taken = (text: string): boolean =>
  TAKEN_FOR_A_WORD.test(text) || TAKEN_FOR_A_NUMBER.test(text) || TAKEN_FOR_A_TIME.test(text)

/** Texts that cannot stand bare because of how YAML reads their first or other characters. */
const needsQuotes = (text: string): boolean =>
  /^[ ,[\]{}#&*!|>'"%@`]/.test(text) ||
  /^[-?:](?: |$)/.test(text) ||
  /^(?:---|\.\.\.)/.test(text) ||
  /:(?: |$)/.test(text) ||
  / #/.test(text) ||
  text.endsWith(' ')

const ESCAPES: Readonly<Record<string, string>> = {
  '"': String.raw`\"`,
  '\\': String.raw`\\`,
  '\n': String.raw`\n`,
  '\t': String.raw`\t`,
  '\r': String.raw`\r`,
}

/** Whether Go's YAML escapes a character: controls, and all outside the basic plane. */
function isEscaped(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0
  const control = code < 0x20 || (code >= 0x7f && code < 0xa0 && code !== 0x85)
  return (control && letter !== '\n') || code === 0xfeff || code > 0xffff
}

function escaped(letter: string): string {
  const escape = ESCAPES[letter]
  if (escape !== undefined) return escape
  if (!isEscaped(letter)) return letter
  const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase()
  if (code.length <= 2) return String.raw`\x` + code.padStart(2, '0')
  return code.length <= 4
    ? String.raw`\u` + code.padStart(4, '0')
    : String.raw`\U` + code.padStart(8, '0')
}

/** Where a line is broken: at the first single space past this column. */
const FULL = 80

/**
 * Text broken at spaces once a line is full.
 *
 * @param letters what is written for each character
 * @param column where the text begins
 * @param indent what each further line begins with
 */
function folded(letters: readonly string[], column: number, indent: string): string {
  let at = column
  let text = ''
  letters.forEach((letter, index) => {
    const inside = index > 0 && index < letters.length - 1
    const single = letter === ' ' && letters[index - 1] !== ' ' && letters[index + 1] !== ' '
    if (inside && single && at > FULL) {
      text += `\n${indent}`
      at = indent.length
    } else {
      text += letter
      at += letter.length
    }
  })
  return text
}

/** Text of several lines, each on its own; the sign after `|` tells how it ends. */
function block(text: string, indent: string): string {
  const ending = text === '\n' || text.endsWith('\n\n') ? '+' : text.endsWith('\n') ? '' : '-'
  const lines = text.replace(/\n$/, '').split('\n')
  // A block whose first line is empty or indented has to say how deep it is.
  const depth = /^[ \n]/.test(text) ? '2' : ''
  return `|${depth}${ending}\n${lines.map((line) => (line === '' ? '' : indent + line)).join('\n')}`
}

/**
 * A text as Go's YAML writes it.
 *
 * @param column where it begins; text of one line is broken past column 80
 * @param indent what each further line begins with
 */
export function scalarText(text: string, column: number, indent: string): string {
  if (text === '' || taken(text)) return `"${text}"`
  const spaced = / \n| $/.test(text) && text.includes('\n')
  if (Array.from(text).some(isEscaped) || spaced)
    return `"${folded(Array.from(text, escaped), column + 1, indent)}"`
  if (text.includes('\n')) return block(text, indent)
  if (!needsQuotes(text)) return folded(Array.from(text), column, indent)
  const doubled = Array.from(text, (letter) => (letter === "'" ? "''" : letter))
  return `'${folded(doubled, column + 1, indent)}'`
}
