/** Where things stand in one layout of the picture. */
export interface FencingLayout {
  readonly width: number
  /** The time axis, from its start to its end. */
  readonly axis: readonly [from: number, to: number]
  /** Radius of a write's mark. */
  readonly mark: number
  readonly narrow: boolean
}

export const wide: FencingLayout = { width: 980, axis: [128, 966], mark: 5.5, narrow: false }
export const narrow: FencingLayout = { width: 350, axis: [44, 342], mark: 3.4, narrow: true }

export const ROW = 26

/** The tops of the rows, from the top down. */
export const TOPS = { lock: 10, a: 62, b: 112, store: 182, both: 222, axis: 260, key: 290 } as const
export const HEIGHT = { wide: 300, narrow: 352 } as const
