import { ScanError } from './go-yaml-cursor.ts'
import { Scanner, type Token, type TokenKind } from './go-yaml-scan.ts'

/** Goes through the tokens of a document as libyaml's parser does. */
class Grammar {
  readonly #tokens: readonly Token[]
  readonly #fault: ScanError | undefined
  readonly #anchors = new Set<string>()
  #next = 0

  constructor(tokens: readonly Token[], fault: ScanError | undefined) {
    this.#tokens = tokens
    this.#fault = fault
  }

  /** The token at hand. @throws ScanError where the text could not be cut any further */
  #token(): Token {
    const token = this.#tokens[this.#next]
    if (token) return token
    throw this.#fault ?? new ScanError('did not find expected node content', 0)
  }

  #is(...kinds: readonly TokenKind[]): boolean {
    return kinds.includes(this.#token().kind)
  }

  #take(kind: TokenKind): boolean {
    if (!this.#is(kind)) return false
    this.#next += 1
    return true
  }

  #fail(message: string): never {
    throw new GrammarError(message, this.#token().line)
  }

  /** One document; what follows is not looked at. */
  document(): void {
    while (this.#take('document'));
    if (this.#is('stream-end')) return
    this.#node('block', false)
    // Whether the document ends there shows with the next token.
    this.#token()
  }

  #node(style: 'block' | 'flow', indentless: boolean): void {
    if (this.#is('alias')) {
      const { text = '' } = this.#token()
      if (!this.#anchors.has(text.slice(1)))
        throw new GrammarError(`unknown anchor '${text.slice(1)}' referenced`, 0)
      this.#next += 1
      return
    }
    let named = false
    while (this.#is('property')) {
      const { text = '' } = this.#token()
      if (text.startsWith('&')) this.#anchors.add(text.slice(1))
      named = true
      this.#next += 1
    }
    if (indentless && this.#is('entry')) this.#indentless()
    else if (this.#take('scalar')) return
    else if (this.#take('[')) this.#flowSequence()
    else if (this.#take('{')) this.#flowMapping()
    else if (style === 'block' && this.#take('sequence')) this.#sequence()
    else if (style === 'block' && this.#take('mapping')) this.#mapping()
    else if (!named) this.#fail('did not find expected node content')
  }

  #sequence(): void {
    while (this.#take('entry')) if (!this.#is('entry', 'end')) this.#node('block', false)
    if (!this.#take('end')) this.#fail("did not find expected '-' indicator")
  }

  #indentless(): void {
    while (this.#take('entry'))
      if (!this.#is('entry', 'key', 'value', 'end')) this.#node('block', false)
  }

  #mapping(): void {
    while (this.#take('key')) {
      if (!this.#is('key', 'value', 'end')) this.#node('block', true)
      if (this.#take('value') && !this.#is('key', 'value', 'end')) this.#node('block', true)
    }
    if (!this.#take('end')) this.#fail('did not find expected key')
  }

  #flowSequence(): void {
    for (let first = true; !this.#take(']'); first = false) {
      if (!first && !this.#take(',')) this.#fail("did not find expected ',' or ']'")
      if (this.#take('key')) this.#pair(']')
      else if (!this.#is(']')) this.#node('flow', false)
    }
  }

  #flowMapping(): void {
    for (let first = true; !this.#take('}'); first = false) {
      if (!first && !this.#take(',')) this.#fail("did not find expected ',' or '}'")
      if (this.#take('key')) this.#pair('}')
      else if (!this.#is('}')) this.#node('flow', false)
    }
  }

  #pair(close: ']' | '}'): void {
    if (!this.#is('value', ',', close)) this.#node('flow', false)
    if (this.#take('value') && !this.#is(',', close)) this.#node('flow', false)
  }
}

/** A fault in how tokens follow one another; go-yaml counts its lines otherwise. */
class GrammarError extends Error {
  override readonly name = 'GrammarError'
  readonly line: number

  constructor(message: string, line: number) {
    super(message)
    this.line = line
  }
}

/** What no text may have: the others control something. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/** The line in front of a message; go-yaml says none for the first one. */
const placed = (line: number, message: string): string =>
  line === 0 ? message : `line ${line}: ${message}`

/**
 * What go-yaml complains of in a text of YAML, with its own count of lines; undefined where it
 * reads it. A line it cannot cut into tokens is counted from 1, a token out of place from 0.
 */
export function yamlProblem(text: string): string | undefined {
  if (FORBIDDEN.test(text)) return 'control characters are not allowed'
  const scanner = new Scanner(text)
  let fault: ScanError | undefined
  try {
    scanner.scan()
  } catch (error) {
    if (!(error instanceof ScanError)) throw error
    fault = error
  }
  try {
    new Grammar(scanner.tokens, fault).document()
  } catch (error) {
    if (error instanceof GrammarError) return placed(error.line, error.message)
    if (error instanceof ScanError)
      return placed(error.line === 0 ? 0 : error.line + 1, error.message)
    throw error
  }
  return undefined
}
