import type { Timeline } from './contract.ts'

type Stops = Pick<Timeline, 'entries' | 'lengthMs'>

/** The next moment at which something happens, or the end. */
export function nextStop({ entries, lengthMs }: Stops, atMs: number): number {
  return entries.find((entry) => entry.atMs > atMs)?.atMs ?? lengthMs
}

/** The moment before this one at which something happened, or the start. */
export function previousStop({ entries }: Stops, atMs: number): number {
  return entries.findLast((entry) => entry.atMs < atMs)?.atMs ?? 0
}
