/** One row of the picture, from its top. */
export interface Row {
  readonly y: number
  readonly height: number
}

export type RowName =
  'provider' | 'breaker' | 'probes' | 'served' | 'failed' | 'rejected' | 'plain' | 'held' | 'tally'

/** Where things stand in one layout of the picture. */
export interface Layout {
  readonly width: number
  readonly height: number
  /** The time axis, from its start to its end. */
  readonly axis: readonly [from: number, to: number]
  readonly rows: Readonly<Record<RowName, Row>>
  /** Whether the name of a row stands above it, not at its left. */
  readonly stacked: boolean
  readonly box: { readonly width: number; readonly height: number }
  /** The left edges of closed, open and half-open. */
  readonly boxes: readonly [closed: number, open: number, halfOpen: number]
  readonly tickMs: number
}

export const wide: Layout = {
  width: 980,
  height: 556,
  axis: [104, 856],
  rows: {
    provider: { y: 104, height: 26 },
    breaker: { y: 138, height: 32 },
    probes: { y: 176, height: 20 },
    served: { y: 210, height: 22 },
    failed: { y: 238, height: 22 },
    rejected: { y: 266, height: 22 },
    plain: { y: 306, height: 22 },
    held: { y: 340, height: 46 },
    tally: { y: 430, height: 92 },
  },
  stacked: false,
  box: { width: 196, height: 54 },
  boxes: [2, 392, 782],
  tickMs: 10_000,
}

export const narrow: Layout = {
  width: 350,
  height: 630,
  axis: [4, 344],
  rows: {
    provider: { y: 128, height: 20 },
    breaker: { y: 174, height: 28 },
    probes: { y: 228, height: 18 },
    served: { y: 270, height: 18 },
    failed: { y: 312, height: 18 },
    rejected: { y: 354, height: 18 },
    plain: { y: 396, height: 18 },
    held: { y: 438, height: 42 },
    tally: { y: 514, height: 86 },
  },
  stacked: true,
  box: { width: 94, height: 44 },
  boxes: [2, 128, 254],
  tickMs: 30_000,
}
