import type { Waiting } from '../command.ts'
import type { Chain, For, If, List, Simple, While } from '../language/syntax.ts'
import type { Turn } from '../../turn.ts'

/** What commands share that run one after the other: variables, `$?`, and a `break` on its way out. */
export interface Scope {
  readonly variables: Readonly<Record<string, string>>
  readonly last: number
  readonly leaving?: { readonly by: 'break' | 'continue' | 'exit'; readonly levels: number }
}

/** What has come in and was not read yet. */
export interface Input {
  readonly text: string
  /** No more will come. */
  readonly ended: boolean
}

/** Commands in `$( … )`, run one after the other before the words around them are known. */
export interface Substitution {
  readonly outputs: readonly string[]
  readonly exit: number
  readonly running?: { readonly task: Task; readonly scope: Scope; readonly text: string }
}

/** One command of a pipe, with what the one before has printed and it has not read. */
export interface Stage {
  /** Absent once it has ended. */
  readonly task?: Task
  readonly exit: number
  readonly scope: Scope
  readonly input: Input
}

/** Where a stream goes. */
export type Sink =
  { readonly to: 'out' | 'err' | 'nowhere' } | { readonly to: 'file'; readonly file: string }

/** Where a command's streams go, and what it reads where that is not what the others read. */
export interface Redirection {
  readonly input?: Input
  readonly out: Sink
  readonly err: Sink
}

/** Something that runs and waits, as plain data: how far it has come and what is inside it. */
export type Task =
  | { readonly do: 'list'; readonly list: List; readonly at: number; readonly inner?: Task }
  | { readonly do: 'chain'; readonly chain: Chain; readonly at: number; readonly inner?: Task }
  | { readonly do: 'pipe'; readonly stages: readonly Stage[] }
  | {
      readonly do: 'simple'
      readonly of: Simple
      readonly outputs: Substitution
    }
  | ({ readonly do: 'redirected'; readonly inner: Task } & Redirection)
  | {
      readonly do: 'for'
      readonly of: For
      readonly outputs: Substitution
      readonly values?: readonly string[]
      readonly at: number
      readonly inner?: Task
    }
  | {
      readonly do: 'while'
      readonly of: While
      readonly inTest: boolean
      readonly inner?: Task
      readonly exit: number
      /** Rounds that took no time, up to now. */
      readonly idle: number
      readonly beganMs: number
    }
  | {
      readonly do: 'if'
      readonly of: If
      readonly branch: number
      readonly inTest: boolean
      readonly inner?: Task
    }
  | { readonly do: 'apart'; readonly scope: Scope; readonly inner: Task }
  | {
      readonly do: 'kubectl'
      readonly words: readonly string[]
      readonly stdin?: string
      readonly startAtMs: number
      readonly waiting?: Waiting
      /** The revision of the store when it began to wait. */
      readonly revision: number
    }
  | { readonly do: 'read'; readonly names: readonly string[] }
  | { readonly do: 'sleep'; readonly untilMs?: number }
  | { readonly do: 'timeout'; readonly untilMs: number; readonly inner: Task }
  | {
      readonly do: 'watch'
      readonly list: List
      readonly title: string
      readonly everyMs: number
      readonly nextMs: number
      readonly text: string
      readonly inner?: Task
    }
  | {
      readonly do: 'xargs'
      readonly words: readonly string[]
      readonly each: number
      readonly replace?: string
      readonly always: boolean
      readonly queue?: readonly (readonly string[])[]
      readonly exit: number
      readonly inner?: Task
    }
  | {
      readonly do: 'tool'
      readonly name: string
      readonly args: readonly string[]
      readonly state: unknown
    }

/** How a task ended, or how far it came. */
export type Progress = { readonly exit: number } | { readonly task: Task }

/** Takes a task as far as it gets. */
export type Advance = (task: Task, place: Place) => Progress

/** Where a task runs: what it may read, write and change while a turn works on it. */
export interface Place {
  readonly turn: Turn
  readonly shell: string
  scope: Scope
  input: Input
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Gathers what the tasks that wait are waiting for. */
  readonly wakes: { onChange: boolean; atMs: number | undefined }
}

/** Nothing to read, and nothing to come. */
export const NO_INPUT: Input = { text: '', ended: true }
/** No command in `$( … )` has run. */
export const NOTHING_YET: Substitution = { outputs: [], exit: 0 }

/** Asks to be looked at again at a time. */
export function wakeAt(place: Place, atMs: number): void {
  const { wakes } = place
  wakes.atMs = wakes.atMs === undefined ? atMs : Math.min(wakes.atMs, atMs)
}

/** A variable's value, or one of the few that the shell itself keeps. */
export function variable({ scope, turn, shell }: Place, name: string): string {
  if (name === '?') return String(scope.last)
  if (name === '$') return '1'
  if (name === '#') return '0'
  if (name === 'RANDOM') return String(turn.draw.whole(`shell ${shell} random`, 0, 32_767))
  return scope.variables[name] ?? ''
}
