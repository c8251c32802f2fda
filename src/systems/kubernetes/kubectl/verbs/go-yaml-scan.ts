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

export interface Token {
  readonly kind: TokenKind
  /** Counted from 0. */
  readonly line: number
  readonly text?: string
}

/** What a text fails with, and on which line, counted from 0. */
export class ScanError extends Error {
  override readonly name = 'ScanError'
  readonly line: number

  constructor(message: string, line: number) {
    super(message)
    this.line = line
  }
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
const ESCAPES = '0abt\tnvfre "\'/\\N_LPxuU\n'

/**
 * Cuts a text into tokens by the rules of libyaml, on which go-yaml stands: indentation opens and
 * closes mappings and lists, and a scalar becomes a key when a colon follows on its line.
 */
export class Scanner {
  readonly tokens: Token[] = []
  readonly #text: string
  #at = 0
  #line = 0
  #column = 0
  #indent = -1
  readonly #indents: number[] = []
  #flow = 0
  #keyAllowed = true
  readonly #keys: (SimpleKey | undefined)[] = [undefined]

  constructor(text: string) {
    this.#text = text
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

  #peek(ahead = 0): string {
    return this.#text[this.#at + ahead] ?? ''
  }

  #skip(count = 1): void {
    for (let step = 0; step < count; step += 1) {
      if (this.#peek() === '\n') {
        this.#line += 1
        this.#column = 0
      } else this.#column += 1
      this.#at += 1
    }
  }

  #fail(message: string): never {
    throw new ScanError(message, this.#line)
  }

  #isBlank(ahead = 0): boolean {
    return ['', ' ', '\t', '\n', '\r'].includes(this.#peek(ahead))
  }

  #push(kind: TokenKind, line = this.#line, text?: string): void {
    this.tokens.push({ kind, line, ...(text === undefined ? {} : { text }) })
  }

  #toNextToken(): void {
    for (;;) {
      const letter = this.#peek()
      if (letter === ' ' || letter === '\r') this.#skip()
      else if (letter === '\t' && (this.#flow > 0 || !this.#keyAllowed)) this.#skip()
      else if (letter === '#') while (!['', '\n'].includes(this.#peek())) this.#skip()
      else if (letter === '\n') {
        this.#skip()
        if (this.#flow === 0) this.#keyAllowed = true
      } else return
    }
  }

  /** A key has to have its colon on the same line. */
  #dropStaleKeys(): void {
    for (const [level, key] of this.#keys.entries()) {
      if (!key || key.line === this.#line) continue
      if (key.required) this.#fail(NO_COLON)
      this.#keys[level] = undefined
    }
  }

  #dropKey(): void {
    if (this.#keys.at(-1)?.required) this.#fail(NO_COLON)
    this.#keys[this.#keys.length - 1] = undefined
  }

  #saveKey(): void {
    if (!this.#keyAllowed) return
    this.#dropKey()
    this.#keys[this.#keys.length - 1] = {
      at: this.tokens.length,
      line: this.#line,
      column: this.#column,
      required: this.#flow === 0 && this.#indent === this.#column,
    }
  }

  #roll(column: number, kind: 'mapping' | 'sequence', place?: { at: number; line: number }): void {
    if (this.#flow > 0 || this.#indent >= column) return
    this.#indents.push(this.#indent)
    this.#indent = column
    const token: Token = { kind, line: place?.line ?? this.#line }
    this.tokens.splice(place?.at ?? this.tokens.length, 0, token)
  }

  #unroll(column: number): void {
    if (this.#flow > 0) return
    while (this.#indent > column) {
      this.#push('end')
      this.#indent = this.#indents.pop() ?? -1
    }
  }

  #isDocumentMark(): boolean {
    const mark = this.#text.slice(this.#at, this.#at + 3)
    return this.#column === 0 && (mark === '---' || mark === '...') && this.#isBlank(3)
  }

  #fetch(): void {
    this.#toNextToken()
    this.#dropStaleKeys()
    this.#unroll(this.#column)
    const letter = this.#peek()
    if (letter === '') this.#end()
    else if (this.#column === 0 && letter === '%')
      while (!['', '\n'].includes(this.#peek())) this.#skip()
    else if (this.#isDocumentMark()) this.#documentMark()
    else if (letter === '[' || letter === '{') this.#open(letter)
    else if (letter === ']' || letter === '}') this.#close(letter)
    else if (letter === ',') this.#comma()
    else if (letter === '-' && this.#isBlank(1)) this.#entry()
    else if (letter === '?' && (this.#flow > 0 || this.#isBlank(1))) this.#key()
    else if (letter === ':' && (this.#flow > 0 || this.#isBlank(1))) this.#value()
    else if (letter === '*' || letter === '&' || letter === '!') this.#property(letter)
    else if ((letter === '|' || letter === '>') && this.#flow === 0) this.#block()
    else if (letter === "'" || letter === '"') this.#quoted(letter)
    else if (this.#startsPlain(letter)) this.#plain()
    else this.#fail('found character that cannot start any token')
  }

  #startsPlain(letter: string): boolean {
    if (this.#isBlank()) return false
    if (!INDICATORS.includes(letter)) return true
    if (letter === '-') return !this.#isBlank(1)
    return this.#flow === 0 && '?:'.includes(letter) && !this.#isBlank(1)
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
    this.#push('document', this.#line, this.#peek())
    this.#skip(3)
  }

  #open(letter: '[' | '{'): void {
    this.#saveKey()
    this.#keys.push(undefined)
    this.#flow += 1
    this.#keyAllowed = true
    this.#push(letter)
    this.#skip()
  }

  #close(letter: ']' | '}'): void {
    this.#dropKey()
    if (this.#flow > 0) {
      this.#flow -= 1
      this.#keys.pop()
    }
    this.#keyAllowed = false
    this.#push(letter)
    this.#skip()
  }

  #comma(): void {
    this.#dropKey()
    this.#keyAllowed = true
    this.#push(',')
    this.#skip()
  }

  #entry(): void {
    if (this.#flow === 0) {
      if (!this.#keyAllowed) this.#fail('block sequence entries are not allowed in this context')
      this.#roll(this.#column, 'sequence')
    }
    this.#dropKey()
    this.#keyAllowed = true
    this.#push('entry')
    this.#skip()
  }

  #key(): void {
    if (this.#flow === 0) {
      if (!this.#keyAllowed) this.#fail('mapping keys are not allowed in this context')
      this.#roll(this.#column, 'mapping')
    }
    this.#dropKey()
    this.#keyAllowed = this.#flow === 0
    this.#push('key')
    this.#skip()
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
        if (!this.#keyAllowed) this.#fail('mapping values are not allowed in this context')
        this.#roll(this.#column, 'mapping')
      }
      this.#keyAllowed = this.#flow === 0
    }
    this.#push('value')
    this.#skip()
  }

  #property(letter: string): void {
    this.#saveKey()
    this.#keyAllowed = false
    const { length } = /^[^\s,[\]{}]*/.exec(this.#text.slice(this.#at + 1))?.[0] ?? ''
    const name = this.#text.slice(this.#at + 1, this.#at + 1 + length)
    if (letter !== '!' && !/^[\w-]+$/.test(name))
      this.#fail('did not find expected alphabetic or numeric character')
    this.#push(letter === '*' ? 'alias' : 'property', this.#line, letter + name)
    this.#skip(1 + length)
  }

  #quoted(quote: string): void {
    this.#saveKey()
    this.#keyAllowed = false
    const line = this.#line
    this.#skip()
    for (;;) {
      const letter = this.#peek()
      if (this.#isDocumentMark()) this.#fail('found unexpected document indicator')
      if (letter === '') this.#fail('found unexpected end of stream')
      if (quote === "'" && letter === "'" && this.#peek(1) === "'") this.#skip(2)
      else if (letter === quote) break
      else if (quote === '"' && letter === '\\') {
        if (!ESCAPES.includes(this.#peek(1))) this.#fail('found unknown escape character')
        this.#skip(2)
      } else this.#skip()
    }
    this.#skip()
    this.#push('scalar', line)
  }

  #block(): void {
    this.#dropKey()
    this.#keyAllowed = true
    const line = this.#line
    this.#skip()
    const header = /^(?:[+-]?[1-9]?|[1-9][+-]?)(?:[ \t]+(?:#[^\n]*)?)?(?=\r?\n|$)/.exec(
      this.#text.slice(this.#at),
    )
    if (!header) this.#fail('did not find expected comment or line break')
    this.#skip(header[0].length)
    const given = /[1-9]/.exec(header[0])?.[0]
    const least = Math.max(this.#indent, 0)
    this.#blockLines(given === undefined ? undefined : least + Number(given))
    this.#push('scalar', line)
  }

  #blockLines(given: number | undefined): void {
    let indent = given
    while (this.#peek() !== '') {
      if (this.#peek() === '\r') this.#skip()
      if (this.#peek() === '\n') this.#skip()
      const rest = this.#text.slice(this.#at)
      const spaces = /^ */.exec(rest)?.[0].length ?? 0
      const next = rest[spaces] ?? ''
      if (next === '\n' || next === '\r' || next === '') {
        this.#skip(spaces)
        if (next === '') return
        continue
      }
      if (next === '\t' && (indent === undefined || spaces < indent)) {
        this.#skip(spaces)
        this.#fail('found a tab character where an indentation space is expected')
      }
      indent ??= Math.max(spaces, this.#indent + 1, 1)
      if (spaces < indent) return
      while (!['', '\n'].includes(this.#peek())) this.#skip()
    }
  }

  #plain(): void {
    this.#saveKey()
    this.#keyAllowed = false
    const line = this.#line
    const indent = this.#indent + 1
    let broken = false
    while (!this.#isDocumentMark() && this.#peek() !== '#' && this.#peek() !== '') {
      while (!this.#isBlank() && !this.#endsPlain()) {
        broken = false
        this.#skip()
      }
      if (!this.#isBlank() || this.#peek() === '') break
      while (this.#peek() !== '' && this.#isBlank()) {
        if (broken && this.#column < indent && this.#peek() === '\t')
          this.#fail('found a tab character that violates indentation')
        broken ||= this.#peek() === '\n'
        this.#skip()
      }
      if (this.#flow === 0 && this.#column < indent) break
      if (this.#endsPlain()) break
    }
    if (broken) this.#keyAllowed = true
    this.#push('scalar', line)
  }

  #endsPlain(): boolean {
    const letter = this.#peek()
    if (
      letter === ':' &&
      (this.#isBlank(1) || (this.#flow > 0 && ',?[]{}'.includes(this.#peek(1))))
    )
      return true
    return this.#flow > 0 && ',[]{}'.includes(letter) && letter !== ''
  }
}
