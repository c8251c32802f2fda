import { nextUniform, randomState } from '../reliability/random-source.ts'
import { logarithm } from './logarithm.ts'

/**
 * Chance, in streams that do not disturb one another: one more arrival changes no service time, so
 * two designs can be compared on the very same luck.
 */
export interface Draw {
  /** A number from 0 to 1, 1 excluded. */
  readonly uniform: (stream: string) => number
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (stream: string, low: number, high: number) => number
  /** An exponential time with this mean, in its unit. */
  readonly exponential: (stream: string, mean: number) => number
  /** Whether something of this probability happens. A certainty draws nothing. */
  readonly happens: (stream: string, probability: number) => boolean
}

/** The state of every stream that was used, as plain data: four words each. */
export type DrawState = Readonly<Record<string, readonly number[]>>

/** The hash by Fowler, Noll and Vo of a name, on top of a seed. */
function seedOf(seed: number, stream: string): number {
  let hash = (seed ^ 0x811c9dc5) | 0
  for (let index = 0; index < stream.length; index += 1) {
    hash = Math.imul(hash ^ stream.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}

/**
 * The streams of a seed.
 *
 * @param seed a whole number from 0 to 4,294,967,295
 * @param from a state that `save` gave, to go on from there
 * @throws RangeError if `seed` is not such a number
 * @example drawFrom(1).draw.whole('dice', 1, 6) // 1 to 6, the same every time
 */
export function drawFrom(
  seed: number,
  from: DrawState = {},
): { readonly draw: Draw; readonly save: () => DrawState } {
  randomState(seed)
  const streams = new Map<string, Int32Array>(
    Object.entries(from).map(([name, words]) => [name, Int32Array.from(words)]),
  )
  const uniform = (stream: string): number => {
    let state = streams.get(stream)
    if (!state) {
      state = randomState(seedOf(seed, stream))
      streams.set(stream, state)
    }
    return nextUniform(state)
  }
  const draw: Draw = {
    uniform,
    whole: (stream, low, high) => low + Math.floor(uniform(stream) * (high - low + 1)),
    exponential: (stream, mean) => -mean * logarithm(1 - uniform(stream)),
    happens: (stream, probability) =>
      probability >= 1 || (probability > 0 && uniform(stream) < probability),
  }
  const save = (): DrawState =>
    Object.fromEntries([...streams].map(([name, state]) => [name, [...state]]))
  return { draw, save }
}
