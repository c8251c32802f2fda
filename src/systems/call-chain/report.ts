import type { Entry } from '../../simulation/machine.ts'
import type { ChainNote } from './world.ts'

/** What became of one user's request. */
export interface Fate {
  readonly request: number
  readonly bornMs: number
  /** When the user knew; absent while that is open. */
  readonly endMs: number | undefined
  readonly outcome: 'answered' | 'failed' | 'open'
  /** Calls of the store that were made for it. */
  readonly calls: number
}

/** What became of each request of a run, in the order in which they came. */
export function fatesOf(entries: readonly Entry<ChainNote>[]): readonly Fate[] {
  const born: number[] = []
  const calls: number[] = []
  const ends = new Map<number, Pick<Fate, 'endMs' | 'outcome'>>()
  for (const { atMs, note } of entries) {
    if (note.kind === 'arrived') born[note.request] = atMs
    else if (note.kind === 'called') calls[note.request] = (calls[note.request] ?? 0) + 1
    else if (note.kind === 'answered' || note.kind === 'failed') {
      ends.set(note.request, { endMs: atMs, outcome: note.kind })
    }
  }
  return born.map((bornMs, request) => ({
    request,
    bornMs,
    endMs: undefined,
    outcome: 'open',
    calls: calls[request] ?? 0,
    ...ends.get(request),
  }))
}

/** What came in one stretch of time. */
export interface Slice {
  readonly fromMs: number
  /** Calls of the store that were the first of their request, and those that were not. */
  readonly first: number
  readonly again: number
  /** Work of the store that nobody waited for any more. */
  readonly wasted: number
  /** Users that were answered, and that were told of a failure. */
  readonly answered: number
  readonly failed: number
}

/**
 * A run in slices of equal length.
 *
 * @param entries the event table
 * @param sliceMs the length of a slice, in milliseconds, above 0
 * @param lengthMs how much of the run is counted
 */
export function slicesOf(
  entries: readonly Entry<ChainNote>[],
  sliceMs: number,
  lengthMs: number,
): readonly Slice[] {
  const count = Math.ceil(lengthMs / sliceMs)
  const empty = () => ({ first: 0, again: 0, wasted: 0, answered: 0, failed: 0 })
  const slices = Array.from({ length: count }, (_, index) => ({
    fromMs: index * sliceMs,
    ...empty(),
  }))
  for (const { atMs, note } of entries) {
    const slice = slices[Math.floor(atMs / sliceMs)]
    if (!slice) continue
    if (note.kind === 'called') slice[note.attempt === 0 ? 'first' : 'again'] += 1
    else if (note.kind === 'wasted' || note.kind === 'answered' || note.kind === 'failed') {
      slice[note.kind] += 1
    }
  }
  return slices
}
