import { type List, type Part, SyntaxProblem, Unfinished, type Word } from './syntax.ts'

/** Where reading stands in a text. */
export interface Cursor {
  readonly text: string
  at: number
  /** Heredocs announced on this line; their texts begin on the next. */
  readonly heredocs: Heredoc[]
}

/** A heredoc that was announced: what ends it, and where its text goes. */
export interface Heredoc {
  readonly delimiter: string
  readonly quoted: boolean
  readonly stripTabs: boolean
  readonly fill: (body: Word) => void
}

/** Reads commands up to a closing bracket; given by the parser, which in turn reads words. */
export type ReadList = (cursor: Cursor) => List

const META = new Set([' ', '\t', '\n', '|', '&', ';', '(', ')', '<', '>'])
const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  '\\': '\\',
  "'": "'",
  r: '\r',
}

const text = (value: string, quoted: boolean): Part => ({ part: 'text', text: value, quoted })

function readUntil(cursor: Cursor, end: string): string {
  const stop = cursor.text.indexOf(end, cursor.at)
  if (stop < 0) throw new Unfinished(end)
  const found = cursor.text.slice(cursor.at, stop)
  cursor.at = stop + end.length
  return found
}

/** What stands in `$(( … ))`, with brackets of its own. */
function readSum(cursor: Cursor): string {
  const begin = cursor.at
  for (let depth = 0; cursor.at < cursor.text.length; cursor.at += 1) {
    if (cursor.text[cursor.at] === '(') depth += 1
    if (cursor.text[cursor.at] !== ')') continue
    if (depth === 0 && cursor.text[cursor.at + 1] === ')') {
      cursor.at += 2
      return cursor.text.slice(begin, cursor.at - 2)
    }
    depth -= 1
  }
  throw new Unfinished('))')
}

/** `${X}` and `${X:-word}`, the cursor behind the brace. */
function readBraced(cursor: Cursor, quoted: boolean, list: ReadList): Part {
  const [, name] = /^(\w+|[?#$@*!])/.exec(cursor.text.slice(cursor.at)) ?? []
  const begin = cursor.at
  if (name !== undefined) {
    cursor.at += name.length
    if (cursor.text[cursor.at] === '}') {
      cursor.at += 1
      return { part: 'variable', name, quoted }
    }
    if (cursor.text.startsWith(':-', cursor.at)) {
      cursor.at += 2
      const otherwise = readQuoted(cursor, '}', list).map((one) =>
        one.part === 'text' && !quoted ? { ...one, text: one.text.replace(/["']/g, '') } : one,
      )
      return { part: 'variable', name, otherwise, quoted }
    }
  }
  const inside = readUntil(cursor, '}')
  const whole = cursor.text.slice(begin, cursor.at - 1) || inside
  throw new SyntaxProblem(`bash: \${${whole}}: this form of \${ } is left out of this terminal`)
}

/** What follows a dollar sign, the cursor behind it. */
function readDollar(cursor: Cursor, quoted: boolean, list: ReadList): Part {
  const rest = cursor.text.slice(cursor.at)
  if (rest.startsWith('((')) {
    cursor.at += 2
    return { part: 'sum', text: readSum(cursor), quoted }
  }
  if (rest.startsWith('(')) {
    cursor.at += 1
    const of = list(cursor)
    if (cursor.text[cursor.at] !== ')') throw new Unfinished(')')
    cursor.at += 1
    return { part: 'output', of, quoted }
  }
  if (rest.startsWith('{')) {
    cursor.at += 1
    return readBraced(cursor, quoted, list)
  }
  const [name] = /^([A-Za-z_]\w*|[0-9?#$@*!])/.exec(rest) ?? []
  if (name === undefined) return text('$', quoted)
  cursor.at += name.length
  return { part: 'variable', name, quoted }
}

/** `` `…` ``, the cursor behind the first one: the old way to write `$( … )`. */
function readBackticks(cursor: Cursor, quoted: boolean, list: ReadList): Part {
  let inside = ''
  for (;;) {
    const next = cursor.text[cursor.at]
    if (next === undefined) throw new Unfinished('`')
    cursor.at += 1
    if (next === '`') break
    const after = cursor.text[cursor.at]
    if (next === '\\' && (after === '`' || after === '\\' || after === '$')) {
      inside += after
      cursor.at += 1
    } else inside += next
  }
  const inner: Cursor = { text: inside, at: 0, heredocs: [] }
  const of = list(inner)
  if (inner.at < inside.length)
    throw new SyntaxProblem(`bash: syntax error near unexpected token \`${inside[inner.at] ?? ''}'`)
  return { part: 'output', of, quoted }
}

/** Text in which only `$`, backticks and some backslashes mean something, up to an end. */
export function readQuoted(cursor: Cursor, end: string, list: ReadList): Word {
  const parts: Part[] = []
  let plain = ''
  const flush = (): void => {
    if (plain !== '') parts.push(text(plain, true))
    plain = ''
  }
  for (;;) {
    const next = cursor.text[cursor.at]
    if (next === undefined) {
      if (end === '') break
      throw new Unfinished(end)
    }
    cursor.at += 1
    if (next === end) break
    if (next === '\\') {
      const after = cursor.text[cursor.at]
      if (after === undefined && end !== '') throw new Unfinished(end)
      if (after === '\n') cursor.at += 1
      else if (after === '$' || after === '`' || after === '\\' || (after === '"' && end !== '')) {
        plain += after
        cursor.at += 1
      } else plain += next
    } else if (next === '$' || next === '`') {
      flush()
      parts.push(next === '$' ? readDollar(cursor, true, list) : readBackticks(cursor, true, list))
    } else plain += next
  }
  flush()
  return parts
}

function readAnsi(cursor: Cursor): Part {
  let value = ''
  for (;;) {
    const next = cursor.text[cursor.at]
    if (next === undefined) throw new Unfinished("'")
    cursor.at += 1
    if (next === "'") return text(value, true)
    if (next === '\\') {
      const after = cursor.text[cursor.at] ?? ''
      value += ESCAPES[after] ?? `\\${after}`
      cursor.at += 1
    } else value += next
  }
}

/** One piece of a word that is not plain; undefined where plain text goes on. */
function readSpecial(cursor: Cursor, list: ReadList): readonly Part[] | undefined {
  const [next, after] = [cursor.text[cursor.at], cursor.text[cursor.at + 1]]
  cursor.at += 1
  switch (next) {
    case "'":
      return [text(readUntil(cursor, "'"), true)]
    case '"': {
      const inside = readQuoted(cursor, '"', list)
      return inside.length === 0 ? [text('', true)] : inside
    }
    case '`':
      return [readBackticks(cursor, false, list)]
    case '$':
      if (after === "'") {
        cursor.at += 1
        return [readAnsi(cursor)]
      }
      // `$"…"` is a quoted text too.
      return after === '"' ? [] : [readDollar(cursor, false, list)]
    case '\\':
      if (after === undefined) throw new Unfinished('\\')
      cursor.at += 1
      return after === '\n' ? [] : [text(after, true)]
    default:
      cursor.at -= 1
      return undefined
  }
}

/** The word at the cursor; undefined where none begins. */
export function readWord(cursor: Cursor, list: ReadList): Word | undefined {
  const parts: Part[] = []
  let plain = ''
  const begin = cursor.at
  for (;;) {
    const next = cursor.text[cursor.at]
    if (next === undefined || META.has(next)) break
    const special = readSpecial(cursor, list)
    if (special === undefined) {
      plain += next
      cursor.at += 1
    } else {
      if (plain !== '') parts.push(text(plain, false))
      plain = ''
      parts.push(...special)
    }
  }
  if (plain !== '') parts.push(text(plain, false))
  return cursor.at === begin ? undefined : parts
}

/** Reads the heredocs whose texts begin here, at the start of a line. */
export function readHeredocs(cursor: Cursor, list: ReadList): void {
  for (const { delimiter, quoted, stripTabs, fill } of cursor.heredocs.splice(0)) {
    const lines: string[] = []
    for (;;) {
      if (cursor.at >= cursor.text.length) throw new Unfinished(delimiter)
      const end = cursor.text.indexOf('\n', cursor.at)
      const raw = cursor.text.slice(cursor.at, end < 0 ? undefined : end)
      cursor.at = end < 0 ? cursor.text.length : end + 1
      const line = stripTabs ? raw.replace(/^\t+/, '') : raw
      if (line === delimiter) break
      lines.push(`${line}\n`)
    }
    const body = lines.join('')
    fill(quoted ? [text(body, true)] : readQuoted({ text: body, at: 0, heredocs: [] }, '', list))
  }
}
