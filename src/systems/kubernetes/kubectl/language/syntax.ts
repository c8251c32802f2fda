/** A piece of a word, still to be worked out where it is not plain text. Plain data, as all of this. */
export type Part =
  | { readonly part: 'text'; readonly text: string; readonly quoted: boolean }
  | {
      readonly part: 'variable'
      readonly name: string
      /** `${X:-this}`. */
      readonly otherwise?: Word
      readonly quoted: boolean
    }
  | { readonly part: 'output'; readonly of: List; readonly quoted: boolean }
  | { readonly part: 'sum'; readonly text: string; readonly quoted: boolean }

/** A word as it was written, in pieces. */
export type Word = readonly Part[]

/** `> file`, `2>&1`, `<<EOF`. */
export interface Redirect {
  /** Which stream is sent elsewhere; 3 stands for both outputs. */
  readonly fd: 0 | 1 | 2 | 3
  /** From a text (heredoc), from a file, to a file anew, to its end, or to where another stream goes. */
  readonly op: 'text' | '<' | '>' | '>>' | '>&'
  readonly target: Word
}

interface Redirected {
  readonly redirects: readonly Redirect[]
}

/** `X=1 command words > file`. */
export interface Simple extends Redirected {
  readonly kind: 'simple'
  readonly sets: readonly { readonly name: string; readonly value: Word }[]
  readonly words: readonly Word[]
}

/** `for name in words; do body; done`. */
export interface For extends Redirected {
  readonly kind: 'for'
  readonly name: string
  readonly words: readonly Word[]
  readonly body: List
}

/** `while test; do body; done`. */
export interface While extends Redirected {
  readonly kind: 'while'
  /** `until`: goes on while the test fails. */
  readonly until: boolean
  readonly test: List
  readonly body: List
}

/** `if test; then body; elif …; else …; fi`. */
export interface If extends Redirected {
  readonly kind: 'if'
  readonly branches: readonly { readonly test: List; readonly body: List }[]
  readonly otherwise: List
}

/** `( list )` and `{ list; }`. */
export interface Group extends Redirected {
  readonly kind: 'group'
  /** In round brackets: what it sets is forgotten behind it. */
  readonly apart: boolean
  readonly body: List
}

/** One command of a pipe. */
export type Syntax = Simple | For | While | If | Group

/** Commands joined by `|`. */
export interface Pipeline {
  readonly negated: boolean
  readonly commands: readonly Syntax[]
}

/** Pipelines joined by `&&` and `||`. */
export interface Chain {
  readonly first: Pipeline
  readonly rest: readonly { readonly on: '&&' | '||'; readonly pipeline: Pipeline }[]
}

/** Chains one after the other, parted by `;` and ends of lines. */
export type List = readonly Chain[]

/** More lines are needed before this is a command. */
export class Unfinished extends Error {
  override readonly name = 'Unfinished'
}

/** This is no command; the message is what bash prints, or names what this terminal leaves out. */
export class SyntaxProblem extends Error {
  override readonly name = 'SyntaxProblem'
}
