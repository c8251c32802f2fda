/** What the provider goes through in a run. */
export type Trouble = 'outage' | 'blip' | 'brown-out' | 'flapping' | 'slow' | 'none'

/** A stretch of the provider's life. */
export interface Health {
  readonly fromMs: number
  readonly toMs: number
  /** The share of calls that fail, beside the usual ones. */
  readonly failing: number
  readonly slow: boolean
}

export const LENGTH_MS = 90_000

/** When each trouble begins and ends, how many calls fail in it, and whether they drag. */
const SPELLS: Readonly<Record<Trouble, readonly Health[]>> = {
  outage: [{ fromMs: 15_000, toMs: 55_000, failing: 1, slow: false }],
  blip: [{ fromMs: 24_000, toMs: 26_000, failing: 1, slow: false }],
  'brown-out': [{ fromMs: 15_000, toMs: 60_000, failing: 0.4, slow: false }],
  flapping: [15, 27, 39, 51, 63].map((second) => ({
    fromMs: second * 1000,
    toMs: (second + 6) * 1000,
    failing: 1,
    slow: false,
  })),
  slow: [{ fromMs: 15_000, toMs: 55_000, failing: 0, slow: true }],
  none: [],
}

export const inTrouble = ({ failing, slow }: Health): boolean => failing > 0 || slow

/** The provider's whole life in a run, its good stretches too, in the order of time. */
export function healthOf(trouble: Trouble): readonly Health[] {
  const well = (fromMs: number, toMs: number): Health => ({ fromMs, toMs, failing: 0, slow: false })
  const life: Health[] = []
  let atMs = 0
  for (const spell of SPELLS[trouble]) {
    life.push(well(atMs, spell.fromMs), spell)
    atMs = spell.toMs
  }
  return [...life, well(atMs, LENGTH_MS)]
}
