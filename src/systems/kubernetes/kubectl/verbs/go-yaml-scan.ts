import { Cursor } from './go-yaml-cursor.ts'

/** What a scanner of YAML cuts a text into. */
export type TokenKind =
  | 'alias'
  | 'property'
  | 'scalar'
  | 'key'
  | 'value'
  | 'entry'
  | 'mapping'
  | 'sequence'
  | 'end'
  | '['
  | ']'
  | '{'
  | '}'
  | ','
  | 'document'
  | 'stream-end'

/** A piece of a text of YAML. */
export interface Token {
  readonly kind: TokenKind
  /** Counted from 0. */
  readonly line: number
  readonly text?: string
}

/** A scalar that may turn out to be a key, once a colon follows. */
interface SimpleKey {
  readonly at: number
  readonly line: number
  readonly column: number
  /** Nothing else may stand there. */
  readonly required: boolean
}

const NO_COLON = "could not find expected ':'"
const INDICATORS = '-?:,[]{}#&*!|>\'"%@`'
/**
 * Cuts a text into tokens by the rules of libyaml, on which go-yaml stands: indentation opens and
 * closes mappings and lists, and a scalar becomes a key when a colon follows on its line.
 */
export class Scanner {
  readonly tokens: Token[] = []
  readonly #here: Cursor
  #indent = -1
  readonly #indents: number[] = []
  #flow = 0
  #keyAllowed = true
  readonly #keys: (SimpleKey | undefined)[] = [undefined]

  constructor(text: string) {
    this.#here = new Cursor(text)
  }

  /**
   * Reads to the end, or to the first fault.
   *
   * @throws ScanError when `tokens` holds all that a parser could have seen before it
   */
  scan(): void {
    try {
      while (this.tokens.at(-1)?.kind !== 'stream-end') this.#fetch()
    } catch (error) {
      // What may yet become a key is not handed out before that is known.
      const pending = this.#keys.flatMap((key) => (key ? [key.at] : []))
      this.tokens.length = Math.min(this.tokens.length, ...pending)
      throw error
    }
  }

  #push(kind: TokenKind, line = this.#here.line, text?: string): void {
    this.tokens.push({ kind, line, ...(text === undefined ? {} : { text }) })
  }

  #toNextToken(): void {
    for (;;) {
      const letter = this.#here.peek()
      if (letter === ' ' || letter === '\r') this.#here.skip()
      else if (letter === '\t' && (this.#flow > 0 || !this.#keyAllowed)) this.#here.skip()
      else if (letter === '#') while (!['', '\n'].includes(this.#here.peek())) this.#here.skip()
      else if (letter === '\n') {
        this.#here.skip()
        if (this.#flow === 0) this.#keyAllowed = true
      } else return
    }
  }

  /** A key has to have its colon on the same line. */
  #dropStaleKeys(): void {
    for (const [level, key] of this.#keys.entries()) {
      if (!key || key.line === this.#here.line) continue
      if (key.required) this.#here.fail(NO_COLON)
      this.#keys[level] = undefined
    }
  }

  #dropKey(): void {
    if (this.#keys.at(-1)?.required) this.#here.fail(NO_COLON)
    this.#keys[this.#keys.length - 1] = undefined
  }

  #saveKey(): void {
    if (!this.#keyAllowed) return
    this.#dropKey()
    this.#keys[this.#keys.length - 1] = {
      at: this.tokens.length,
      line: this.#here.line,
      column: this.#here.column,
      required: this.#flow === 0 && this.#indent === this.#here.column,
    }
  }

  #roll(column: number, kind: 'mapping' | 'sequence', place?: { at: number; line: number }): void {
    if (this.#flow > 0 || this.#indent >= column) return
    this.#indents.push(this.#indent)
    this.#indent = column
    const token: Token = { kind, line: place?.line ?? this.#here.line }
    this.tokens.splice(place?.at ?? this.tokens.length, 0, token)
  }

  #unroll(column: number): void {
    if (this.#flow > 0) return
    while (this.#indent > column) {
      this.#push('end')
      this.#indent = this.#indents.pop() ?? -1
    }
  }

  #fetch(): void {
    this.#toNextToken()
    this.#dropStaleKeys()
    this.#unroll(this.#here.column)
    const letter = this.#here.peek()
    if (letter === '') this.#end()
    else if (this.#here.column === 0 && letter === '%')
      while (!['', '\n'].includes(this.#here.peek())) this.#here.skip()
    else if (this.#here.isDocumentMark()) this.#documentMark()
    else if (letter === '[' || letter === '{') this.#open(letter)
    else if (letter === ']' || letter === '}') this.#close(letter)
    else if (letter === ',') this.#comma()
    else if (letter === '-' && this.#here.isBlank(1)) this.#entry()
    else if (letter === '?' && (this.#flow > 0 || this.#here.isBlank(1))) this.#key()
    else if (letter === ':' && (this.#flow > 0 || this.#here.isBlank(1))) this.#value()
    else if (letter === '*' || letter === '&' || letter === '!') this.#property(letter)
    else if ((letter === '|' || letter === '>') && this.#flow === 0) this.#block()
    else if (letter === "'" || letter === '"') this.#scalar(() => this.#here.quoted(letter))
    else if (this.#startsPlain(letter)) this.#plain()
    else this.#here.fail('found character that cannot start any token')
  }

  #startsPlain(letter: string): boolean {
    if (this.#here.isBlank()) return false
    if (!INDICATORS.includes(letter)) return true
    if (letter === '-') return !this.#here.isBlank(1)
    return this.#flow === 0 && '?:'.includes(letter) && !this.#here.isBlank(1)
  }

  #end(): void {
    this.#unroll(-1)
    this.#dropKey()
    this.#keyAllowed = false
    this.#push('stream-end')
  }

  #documentMark(): void {
    this.#unroll(-1)
    this.#dropKey()
    this.#keyAllowed = false
    this.#push('document', this.#here.line, this.#here.peek())
    this.#here.skip(3)
  }

  #open(letter: '[' | '{'): void {
    this.#saveKey()
    this.#keys.push(undefined)
    this.#flow += 1
    this.#keyAllowed = true
    this.#push(letter)
    this.#here.skip()
  }

  #close(letter: ']' | '}'): void {
    this.#dropKey()
    if (this.#flow > 0) {
      this.#flow -= 1
      this.#keys.pop()
    }
    this.#keyAllowed = false
    this.#push(letter)
    this.#here.skip()
  }

  #comma(): void {
    this.#dropKey()
    this.#keyAllowed = true
    this.#push(',')
    this.#here.skip()
  }

  #entry(): void {
    if (this.#flow === 0) {
      if (!this.#keyAllowed)
        this.#here.fail('block sequence entries are not allowed in this context')
      this.#roll(this.#here.column, 'sequence')
    }
    this.#dropKey()
    this.#keyAllowed = true
    this.#push('entry')
    this.#here.skip()
  }

  #key(): void {
    if (this.#flow === 0) {
      if (!this.#keyAllowed) this.#here.fail('mapping keys are not allowed in this context')
      this.#roll(this.#here.column, 'mapping')
    }
    this.#dropKey()
    this.#keyAllowed = this.#flow === 0
    this.#push('key')
    this.#here.skip()
  }

  #value(): void {
    const key = this.#keys.at(-1)
    if (key) {
      const token: Token = { kind: 'key', line: key.line }
      this.tokens.splice(key.at, 0, token)
      this.#roll(key.column, 'mapping', key)
      this.#keys[this.#keys.length - 1] = undefined
      this.#keyAllowed = false
    } else {
      if (this.#flow === 0) {
        if (!this.#keyAllowed) this.#here.fail('mapping values are not allowed in this context')
        this.#roll(this.#here.column, 'mapping')
      }
      this.#keyAllowed = this.#flow === 0
    }
    this.#push('value')
    this.#here.skip()
  }

  #property(letter: string): void {
    this.#saveKey()
    this.#keyAllowed = false
    const { length } = /^[^\s,[\]{}]*/.exec(this.#here.rest.slice(1))?.[0] ?? ''
    const name = this.#here.rest.slice(1, 1 + length)
    if (letter !== '!' && !/^[\w-]+$/.test(name))
      this.#here.fail('did not find expected alphabetic or numeric character')
    this.#push(letter === '*' ? 'alias' : 'property', this.#here.line, letter + name)
    this.#here.skip(1 + length)
  }

  #block(): void {
    this.#dropKey()
    this.#keyAllowed = true
    const line = this.#here.line
    this.#here.skip()
    const header = /^(?:[+-]?[1-9]?|[1-9][+-]?)(?:[ \t]+(?:#[^\n]*)?)?(?=\r?\n|$)/.exec(
      this.#here.rest,
    )
    if (!header) this.#here.fail('did not find expected comment or line break')
    this.#here.skip(header[0].length)
    const given = /[1-9]/.exec(header[0])?.[0]
    const least = Math.max(this.#indent, 0)
    this.#here.blockLines(this.#indent, given === undefined ? undefined : least + Number(given))
    this.#push('scalar', line)
  }

  #scalar(read: () => void): void {
    this.#saveKey()
    this.#keyAllowed = false
    const { line } = this.#here
    read()
    this.#push('scalar', line)
  }

  #plain(): void {
    this.#scalar(() => {
      if (this.#here.plain(this.#indent, this.#flow > 0)) this.#keyAllowed = true
    })
  }
}
