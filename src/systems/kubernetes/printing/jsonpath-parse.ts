/** A part of a slice: `2` in `[2:]`; null where nothing was written. */
export interface Slice {
  readonly from: number | null
  readonly to: number | null
  readonly step: number | null
  /** Whether the end was not written but follows from the start, as in `[3]`. */
  readonly single: boolean
}

/** One step of a path. */
export type PathNode =
  | { readonly node: 'text'; readonly text: string }
  | { readonly node: 'number'; readonly value: number }
  | { readonly node: 'boolean'; readonly value: boolean }
  | { readonly node: 'word'; readonly word: string }
  | { readonly node: 'field'; readonly name: string }
  | { readonly node: 'every' }
  | { readonly node: 'deep' }
  | { readonly node: 'slice'; readonly slice: Slice }
  | { readonly node: 'union'; readonly paths: readonly Path[] }
  | {
      readonly node: 'filter'
      readonly left: Path
      readonly operator: string
      readonly right: Path
    }

/** The steps between a pair of braces, or a text outside of them. */
export type Path = readonly PathNode[]

/** A text and a place in it. */
interface Reader {
  readonly text: string
  at: number
}

const ENDS_A_NAME = /[\s.,[\]$@{}]/
const SLICE = /^(-?\d*)(:-?\d*)?(:-?\d*)?$/
const COMPARISON = /^([^!<>=]+)([!<>=]+)(.+?)$/

/** A name up to what ends it; a stroke keeps the character behind it from ending anything. */
function readName(reader: Reader): string {
  const start = reader.at
  while (reader.at < reader.text.length) {
    const letter = reader.text[reader.at] ?? ''
    if (letter === '\\') reader.at += 1
    else if (ENDS_A_NAME.test(letter)) break
    reader.at += 1
  }
  return reader.text.slice(start, reader.at)
}

const fieldNode = (name: string): PathNode =>
  name === '*' ? { node: 'every' } : { node: 'field', name: name.replaceAll('\\', '') }

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\' }

function readQuoted(reader: Reader): PathNode {
  const quote = reader.text[reader.at] ?? ''
  const start = reader.at + 1
  let end = start
  while (reader.text[end] !== quote || reader.text[end - 1] === '\\') {
    if (end >= reader.text.length || reader.text[end] === '\n')
      throw new RangeError('unterminated quoted string')
    end += 1
  }
  reader.at = end + 1
  const inside = reader.text.slice(start, end)
  const text = inside.replaceAll(/\\(.)/g, (_, letter: string) => {
    const meant = letter === quote ? quote : ESCAPES[letter]
    if (meant === undefined)
      throw new RangeError(`unquote string ${quote}${inside}${quote} error invalid syntax`)
    return meant
  })
  return { node: 'text', text }
}

function sliceNode(text: string): PathNode {
  const parts = SLICE.exec(text)
  if (!parts) throw new RangeError(`invalid array index ${text}`)
  const [, from = '', to, step] = parts
  const numberOf = (part: string | undefined): number | null =>
    part === undefined || part === '' || part === ':' ? null : Number(part.replace(':', ''))
  const start = numberOf(from)
  return {
    node: 'slice',
    slice: {
      from: start,
      to: to === undefined ? (start ?? 0) + 1 : numberOf(to),
      step: numberOf(step),
      single: to === undefined,
    },
  }
}

/** What stands between square brackets: a union, a quoted key, an index or a slice. */
function bracketNodes(text: string): Path {
  const parts = text.split(',')
  if (parts.length > 1)
    return [{ node: 'union', paths: parts.map((part) => pathOf(`[${part.trim()}]`)) }]
  const quoted = /^'([^']*)'$/.exec(text)
  if (quoted) return pathOf(`.${quoted[1] ?? ''}`)
  return [sliceNode(text === '*' ? ':' : text)]
}

function readBrackets(reader: Reader): Path {
  const end = reader.text.slice(reader.at).search(/[\]\n]/)
  if (end < 0 || reader.text[reader.at + end] === '\n') throw new RangeError('unterminated array')
  const inside = reader.text.slice(reader.at + 1, reader.at + end)
  reader.at += end + 1
  return bracketNodes(inside)
}

/** Where the round bracket of a filter closes, quotes minded. */
function filterEnd({ text, at }: Reader): number {
  let quote = ''
  let closed = false
  for (let end = at; end < text.length && text[end] !== '\n'; end += 1) {
    const letter = text[end] ?? ''
    if (letter === '"' || letter === "'") {
      if (quote === '') quote = letter
      else if (letter === quote && text[end - 1] !== '\\') closed = true
    }
    if (letter === ')' && (quote !== '') === closed) return end
  }
  throw new RangeError('unterminated filter')
}

function readFilter(reader: Reader): PathNode {
  reader.at += '[?('.length
  const end = filterEnd(reader)
  if (reader.text[end + 1] !== ']') throw new RangeError('unclosed array expect ]')
  const inside = reader.text.slice(reader.at, end)
  reader.at = end + 2
  const [, left, operator = '', right = ''] = COMPARISON.exec(inside) ?? []
  return left === undefined
    ? { node: 'filter', left: pathOf(inside), operator: 'exists', right: [] }
    : { node: 'filter', left: pathOf(left), operator, right: pathOf(right) }
}

/** `..`, and the name that may follow it at once. */
function readDeep(reader: Reader): Path {
  reader.at += 2
  const name = /^\w/.test(reader.text.slice(reader.at)) ? readName(reader) : undefined
  return name === undefined ? [{ node: 'deep' }] : [{ node: 'deep' }, fieldNode(name)]
}

function readWord(reader: Reader): PathNode {
  const word = readName(reader)
  if (word === 'true' || word === 'false') return { node: 'boolean', value: word === 'true' }
  return { node: 'word', word }
}

function readNumber(reader: Reader): PathNode {
  const [text = ''] = /^[-+]?[\d.]*/.exec(reader.text.slice(reader.at)) ?? []
  reader.at += text.length
  const value = Number(text)
  if (Number.isNaN(value)) throw new RangeError(`cannot parse number ${text}`)
  return { node: 'number', value }
}

const unrecognized = (letter: string): RangeError => {
  const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return new RangeError(`unrecognized character in action: U+${code} '${letter}'`)
}

/** The next step or steps; nothing for a blank, or for the sign of the present object. */
function readNodes(reader: Reader): Path {
  const rest = reader.text.slice(reader.at)
  const letter = rest[0] ?? ''
  if (rest.startsWith('[?(')) return [readFilter(reader)]
  if (rest.startsWith('..')) return readDeep(reader)
  if (letter === '[') return readBrackets(reader)
  if (letter === '"' || letter === "'") return [readQuoted(reader)]
  if (/[-+\d]/.test(letter)) return [readNumber(reader)]
  if (/[\p{L}_]/u.test(letter)) return [readWord(reader)]
  reader.at += 1
  if (letter === '.') return [fieldNode(readName(reader))]
  if (letter === ' ' || letter === '@' || letter === '$') return []
  if (letter === '' || letter === '\n') throw new RangeError('unclosed action')
  throw unrecognized(letter)
}

/** The steps up to the closing brace. */
function readAction(reader: Reader): Path {
  const nodes: PathNode[] = []
  while (reader.text[reader.at] !== '}') nodes.push(...readNodes(reader))
  reader.at += 1
  return nodes
}

/** The steps of a path that stands in no braces. */
const pathOf = (text: string): Path => readAction({ text: `${text}}`, at: 0 })

/**
 * Reads a template: texts, and paths in braces.
 *
 * @throws RangeError in kubectl's words if it is no template
 * @source k8s-jsonpath
 */
export function parseTemplate(text: string): readonly Path[] {
  const reader: Reader = { text, at: 0 }
  const paths: Path[] = []
  while (reader.at < text.length) {
    const brace = text.indexOf('{', reader.at)
    const end = brace < 0 ? text.length : brace
    if (end > reader.at) paths.push([{ node: 'text', text: text.slice(reader.at, end) }])
    reader.at = end + 1
    if (brace >= 0) paths.push(readAction(reader))
  }
  return paths
}
