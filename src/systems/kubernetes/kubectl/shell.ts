/** One terminal: what was typed and still waits, and the command that runs. */
export interface Shell {
  readonly waiting: readonly string[]
}
export const idleShell: Shell = { waiting: [] }

/** A command goes on. */
export type ShellEvent = { readonly kind: 'shell'; readonly shell: string }
