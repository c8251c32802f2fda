import { drawFrom } from '../../simulation/draw.ts'
import { type Health, LENGTH_MS, healthOf } from '../../systems/circuit-breaker/provider.ts'

/** The kinds of day that a design is examined on, in the order in which they stand. */
export const KINDS = ['blip', 'brown-out', 'outage', 'flapping', 'slow', 'calm'] as const
export type Kind = (typeof KINDS)[number]

/** A provider's life through one examination, and the luck of the calls that come. */
export interface Fault {
  readonly kind: Kind
  readonly health: readonly Health[]
  readonly seed: number
}

const well = (fromMs: number, toMs: number): Health => ({ fromMs, toMs, failing: 0, slow: false })

/** Puts good stretches around bad ones. */
function lifeOf(spells: readonly Health[]): readonly Health[] {
  const life: Health[] = []
  let atMs = 0
  for (const spell of spells) {
    if (spell.fromMs > atMs) life.push(well(atMs, spell.fromMs))
    life.push(spell)
    atMs = spell.toMs
  }
  return [...life, well(atMs, LENGTH_MS)]
}

/**
 * The sealed faults of a round: one of each kind, with times of its own.
 *
 * @param round a whole number of at least 1
 */
export function sealedFaults(round: number): readonly Fault[] {
  const { draw } = drawFrom(round)
  const whole = (stream: string, low: number, high: number) => draw.whole(stream, low, high) * 1000
  const spell = (stream: string, least: number, most: number, failing: number, slow = false) => {
    const fromMs = whole(`${stream} begins`, 8, 25)
    return { fromMs, toMs: fromMs + whole(`${stream} lasts`, least, most), failing, slow }
  }
  const flaps: Health[] = []
  for (let atMs = whole('flapping', 8, 16); atMs < LENGTH_MS - 30_000;) {
    const toMs = atMs + whole('flapping', 3, 7)
    flaps.push({ fromMs: atMs, toMs, failing: 1, slow: false })
    atMs = toMs + whole('flapping', 4, 9)
  }
  const spells: Readonly<Record<Kind, readonly Health[]>> = {
    blip: [spell('blip', 1, 3, 1)],
    'brown-out': [spell('brown-out', 25, 45, draw.whole('share', 3, 6) / 10)],
    outage: [spell('outage', 25, 50, 1)],
    flapping: flaps,
    slow: [spell('slow', 25, 45, 0, true)],
    calm: [],
  }
  return KINDS.map((kind, index) => ({
    kind,
    health: lifeOf(spells[kind]),
    seed: round * 16 + index,
  }))
}

/** The one that a reader may practise on: the long outage of the figure before. */
export const practice: Fault = { kind: 'outage', health: healthOf('outage'), seed: 0 }
