import type { Entry } from '../../simulation/machine.ts'
import type { TrafficNote } from '../../systems/traffic/world.ts'
import { PATIENCE_MS } from './fixed.ts'

/** One attempt of a request, from its sender to a server and back, as far as it came. */
export interface Journey {
  readonly request: number
  readonly fromMs: number
  /** When it was answered or died; Infinity where that is not known. */
  readonly toMs: number
  /** Where it was sent; nobody where nobody could be reached. */
  readonly server: number | undefined
  readonly died: boolean
}

/** The journeys of a lane in the order in which they began. */
export function journeysOf(entries: readonly Entry<TrafficNote>[]): readonly Journey[] {
  const open = new Map<string, Pick<Journey, 'request' | 'fromMs' | 'server'>>()
  const done: Journey[] = []
  for (const { atMs, note } of entries) {
    if (note.kind === 'sent') {
      const { request, attempt, servers } = note
      open.set(`${request} ${attempt}`, { request, fromMs: atMs, server: servers[0] })
    } else if (note.kind === 'served' || note.kind === 'attempt-failed') {
      const { request, attempt } = note
      const begun = open.get(`${request} ${attempt}`)
      open.delete(`${request} ${attempt}`)
      const died = note.kind === 'attempt-failed'
      done.push({ request, fromMs: atMs, server: undefined, ...begun, toMs: atMs, died })
    }
  }
  const under = [...open.values()].map((one) => ({ ...one, toMs: Infinity, died: false }))
  return [...done, ...under].toSorted((one, other) => one.fromMs - other.fromMs)
}

/** A request that is seen at a moment: how far it has come, from 0 at its sender to 1 back there. */
export interface Seen {
  readonly request: number
  readonly server: number | undefined
  readonly progress: number
  readonly died: boolean
}

/** How long the cross of one that died stands where it died. */
const STANDS_MS = 1200

/** Half-way it is inside the server, and waits there for as long as it must. */
const progressAt = ({ fromMs, server }: Journey, atMs: number, serviceMs: number): number =>
  server === undefined ? 0.35 : Math.min(atMs - fromMs, serviceMs) / serviceMs

/** How many journeys have begun by then. */
function upTo(journeys: readonly Journey[], atMs: number): number {
  let [low, high] = [0, journeys.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((journeys[middle]?.fromMs ?? Infinity) <= atMs) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * What is under way at a moment, and what died a little before it.
 *
 * @param journeys of the whole run, in the order in which they began
 * @param serviceMs how long a request takes where nothing is wrong
 * @param aliveAt whether a server worked when a request had come half-way, so that it gets further
 */
export function seenAt(
  journeys: readonly Journey[],
  atMs: number,
  serviceMs: number,
  aliveAt: (server: number, atMs: number) => boolean,
): readonly Seen[] {
  const seen: Seen[] = []
  for (let index = upTo(journeys, atMs) - 1; index >= 0; index -= 1) {
    const journey = journeys[index]
    // Nobody is under way for longer than a client waits.
    if (!journey || journey.fromMs < atMs - PATIENCE_MS - STANDS_MS) break
    const { request, fromMs, toMs, server, died } = journey
    if (atMs >= toMs + (died ? STANDS_MS : 0)) continue
    const gone = died && atMs >= toMs
    const raw = progressAt(journey, gone ? toMs : atMs, serviceMs)
    // One that was sent to a dead server comes as far as that, and no further.
    const stuck = server !== undefined && !aliveAt(server, Math.min(atMs, fromMs + serviceMs))
    seen.push({ request, server, progress: stuck ? Math.min(raw, 0.5) : raw, died: gone })
  }
  return seen.reverse()
}
