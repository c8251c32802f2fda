/** Answers a line of recorded cases: what our model says, and what the line expects. */
export type CaseLine = (entry: Readonly<Record<string, unknown>>) => {
  readonly got: unknown
  readonly expected: unknown
}
