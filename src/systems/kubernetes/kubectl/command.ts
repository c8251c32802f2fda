import type { Turn } from '../turn.ts'
import type { Flag } from './flags.ts'

/** Where a command's output goes: a terminal, or the next command of a pipe. Whole lines, each ended. */
export interface Streams {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/** A command as it was called, after the shell has taken quotes and `$( … )` away. */
export interface Call {
  /** `kubectl` is not among them: `['get', 'pods', '-o', 'wide']`. */
  readonly words: readonly string[]
  /** What came through a pipe or a heredoc; absent where nothing did. */
  readonly stdin?: string
  /** The terminal it runs in. */
  readonly shell: string
}

/** A command that is not done: what it has to remember, as plain data, and what it waits for. */
export interface Waiting {
  readonly state: unknown
  /** Whether any write to the store wakes it. */
  readonly onChange: boolean
  /** When it goes on in any case, in milliseconds of the run. */
  readonly wakeAtMs?: number
}

/** How a command ended, or that it has not. */
export type Outcome = { readonly exit: number } | { readonly wait: Waiting }

/**
 * One command of kubectl. It lives inside the world, as plain data, so that a run can be looked at
 * and taken another way in the middle of a drain.
 */
export interface Command {
  /** Starts it. */
  readonly run: (turn: Turn, call: Call, streams: Streams) => Outcome
  /** Goes on with it; only for commands that wait. */
  readonly resume?: (turn: Turn, call: Call, streams: Streams, state: unknown) => Outcome
  /** Its own flags, for help and completion. */
  readonly flags?: readonly Flag[]
  /** Its sub-commands: `status` and `undo` of `rollout`. */
  readonly members?: Commands
}

/** The commands of a part of kubectl, by name: `{ scale, cordon }`. */
export type Commands = Readonly<Record<string, Command>>
