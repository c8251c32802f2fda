/** Something wrong with a file, and where. */
export interface Problem {
  /** From 1 on; absent where it concerns the whole. */
  readonly line?: number
  readonly text: string
}
