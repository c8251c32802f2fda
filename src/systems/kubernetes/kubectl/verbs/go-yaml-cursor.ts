/** What a text fails with, and on which line, counted from 0. */
export class ScanError extends Error {
  override readonly name = 'ScanError'
  readonly line: number

  constructor(message: string, line: number) {
    super(message)
    this.line = line
  }
}

const ESCAPES = '0abt\tnvfre "\'/\\N_LPxuU\n'

/** A place in a text, which only goes on; it knows how the scalars of YAML end. */
export class Cursor {
  readonly #text: string
  #at = 0
  #line = 0
  #column = 0

  constructor(text: string) {
    this.#text = text
  }

  /** Counted from 0. */
  get line(): number {
    return this.#line
  }

  /** Counted from 0. */
  get column(): number {
    return this.#column
  }

  /** What is still to come. */
  get rest(): string {
    return this.#text.slice(this.#at)
  }

  /** The letter at hand, or one further on; nothing at the end. */
  peek(ahead = 0): string {
    return this.#text[this.#at + ahead] ?? ''
  }

  /** Goes on. */
  skip(count = 1): void {
    for (let step = 0; step < count; step += 1) {
      if (this.peek() === '\n') {
        this.#line += 1
        this.#column = 0
      } else this.#column += 1
      this.#at += 1
    }
  }

  /** @throws ScanError at this line */
  fail(message: string): never {
    throw new ScanError(message, this.#line)
  }

  /** Whether there is a blank, the end of a line or the end. */
  isBlank(ahead = 0): boolean {
    return ['', ' ', '\t', '\n', '\r'].includes(this.peek(ahead))
  }

  /** Whether a line `---` or `...` begins here. */
  isDocumentMark(): boolean {
    const mark = this.#text.slice(this.#at, this.#at + 3)
    return this.#column === 0 && (mark === '---' || mark === '...') && this.isBlank(3)
  }

  /** Goes behind the end of a text in quotes. */
  quoted(quote: string): void {
    this.skip()
    for (;;) {
      const letter = this.peek()
      if (this.isDocumentMark()) this.fail('found unexpected document indicator')
      if (letter === '') this.fail('found unexpected end of stream')
      if (quote === "'" && letter === "'" && this.peek(1) === "'") this.skip(2)
      else if (letter === quote) break
      else if (quote === '"' && letter === '\\') {
        if (!ESCAPES.includes(this.peek(1))) this.fail('found unknown escape character')
        this.skip(2)
      } else this.skip()
    }
    this.skip()
  }

  /** Goes behind the lines of a block scalar, whose surroundings are `outer` deep. */
  blockLines(outer: number, given: number | undefined): void {
    let indent = given
    while (this.peek() !== '') {
      if (this.peek() === '\r') this.skip()
      if (this.peek() === '\n') this.skip()
      const rest = this.rest
      const spaces = /^ */.exec(rest)?.[0].length ?? 0
      const next = rest[spaces] ?? ''
      if (next === '\n' || next === '\r' || next === '') {
        this.skip(spaces)
        if (next === '') return
        continue
      }
      if (next === '\t' && (indent === undefined || spaces < indent)) {
        this.skip(spaces)
        this.fail('found a tab character where an indentation space is expected')
      }
      indent ??= Math.max(spaces, outer + 1, 1)
      if (spaces < indent) return
      while (!['', '\n'].includes(this.peek())) this.skip()
    }
  }

  /** Goes behind a plain scalar; whether a line ended after it. */
  plain(outer: number, flow: boolean): boolean {
    const indent = outer + 1
    let broken = false
    while (!this.isDocumentMark() && this.peek() !== '#' && this.peek() !== '') {
      while (!this.isBlank() && !this.#endsPlain(flow)) {
        broken = false
        this.skip()
      }
      if (!this.isBlank() || this.peek() === '') break
      while (this.peek() !== '' && this.isBlank()) {
        if (broken && this.#column < indent && this.peek() === '\t')
          this.fail('found a tab character that violates indentation')
        broken ||= this.peek() === '\n'
        this.skip()
      }
      if (!flow && this.#column < indent) break
      if (this.#endsPlain(flow)) break
    }
    return broken
  }

  #endsPlain(flow: boolean): boolean {
    const letter = this.peek()
    if (letter === ':' && (this.isBlank(1) || (flow && ',?[]{}'.includes(this.peek(1)))))
      return true
    return flow && ',[]{}'.includes(letter) && letter !== ''
  }
}
