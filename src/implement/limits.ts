/** The longest code, in letters: more than anybody needs for a few lines. */
export const MOST_CODE = 10_000

/** How far a reader's code may go: far more than a few lines need. */
export const LIMITS = {
  /** Rounds of loops in one call. */
  steps: 100_000,
  /** Elements and letters made at once, in one call. */
  made: 1_000_000,
  /** Without a sign of life; a schedule takes some hundredths of a second. */
  silentMs: 3000,
  /** Altogether. */
  longestMs: 90_000,
} as const
