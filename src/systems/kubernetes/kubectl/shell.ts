import type { Turn } from '../turn.ts'
import type { Change } from '../world.ts'

/** One terminal: what was typed and still waits, and the command that runs. */
export interface Shell {
  readonly waiting: readonly string[]
}
export const idleShell: Shell = { waiting: [] }

/** A command goes on. */
export type ShellEvent = { readonly kind: 'shell'; readonly shell: string }

/** Takes a line, or several, at a terminal. */
export function type(_turn: Turn, _shell: string, _text: string): void {}

/** Ends what runs at a terminal, as Ctrl-C does. */
export function interrupt(_turn: Turn, _shell: string): void {}

/** Wakes commands that wait for the store. */
export function shellsHear(_turn: Turn, _changes: readonly Change[]): void {}

/** A command goes on at a time of its own. */
export function shellHappens(_turn: Turn, _event: ShellEvent): void {}
