import * as v from 'valibot'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { LONGEST_ADDRESS } from '../frame/address.ts'
import { SPEEDS } from '../frame/speeds.ts'

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const spot = v.object({ x: share, y: share })
const milliseconds = v.pipe(v.number(), v.minValue(0), v.maxValue(1e14))
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/))
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999))

/** What the room sees, whichever window it is seen in. Small, and sent whole at every change. */
const Shown = v.object({
  /** The place of the slide among the slides of the show. */
  slide: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999)),
  /** Parameters, luck and deeds as a query over the scene of the slide; empty for the scene itself. */
  search: v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS)),
  /** Where the playhead stands while nothing plays; absent where the figure rests of itself. */
  atMs: v.optional(milliseconds),
  /** While it plays: when that began by the clock of the machine, and from where. */
  playing: v.optional(v.object({ sinceMs: milliseconds, fromMs: milliseconds })),
  speed: v.picklist(SPEEDS),
  black: v.boolean(),
  /** Where the picture is enlarged, as shares of its width and height. */
  zoom: v.optional(
    v.object({
      ...spot.entries,
      /** Of a figure that has several drawings, the one that fills the wall. */
      drawing: v.optional(count),
    }),
  ),
  /** Where the light is, the rest being dimmed. */
  light: v.optional(spot),
  /** Whether the address of what is shown stands there to be photographed. */
  code: v.boolean(),
  /** Hands that were raised, by figure and option of its prediction. */
  hands: v.record(slug, v.record(slug, count)),
  /** The talk's own time: running since when, and how much had passed before. */
  timer: v.object({ sinceMs: v.optional(milliseconds), passedMs: milliseconds }),
})
export type Shown = v.InferOutput<typeof Shown>

/** A state is newer than another if its number is greater; the name settles what is left. */
const Stamp = v.tuple([v.pipe(v.number(), v.safeInteger(), v.minValue(0)), v.string()])
export type Stamp = v.InferOutput<typeof Stamp>

const from = v.pipe(v.string(), v.maxLength(64))
const role = v.picklist(['projection', 'console'])
export type Role = v.InferOutput<typeof role>

const Message = v.variant('kind', [
  /** Asks for the state; every window answers. */
  v.object({ kind: v.literal('hello'), from, role }),
  v.object({ kind: v.literal('state'), from, role, stamp: Stamp, shown: Shown }),
  v.object({ kind: v.literal('here'), from, role }),
  v.object({ kind: v.literal('bye'), from }),
])
export type Message = v.InferOutput<typeof Message>

/** What a window keeps, so that a reload finds it again. */
const Kept = v.object({ stamp: Stamp, shown: Shown })
export type Kept = v.InferOutput<typeof Kept>

/** What an earlier life of this window left; nothing if it cannot be read. */
export function parseKept(raw: string | null): Kept | undefined {
  if (raw === null) return undefined
  try {
    return v.parse(Kept, JSON.parse(raw))
  } catch {
    return undefined
  }
}

export const FIRST_SHOWN: Shown = {
  slide: 0,
  search: '',
  speed: 1,
  black: false,
  code: false,
  hands: {},
  timer: { passedMs: 0 },
}

export interface RoomState {
  readonly shown: Shown
  readonly stamp: Stamp
  /** The other windows: what they are, and when they were last heard, on this window's clock. */
  readonly others: Readonly<Record<string, { readonly role: Role; readonly heardMs: number }>>
}

export interface Room {
  readonly store: StoreApi<RoomState>
  /** Takes up what an earlier life of this window left. */
  readonly restore: (kept: Kept) => void
  /** Shows what its address names; that goes before what other windows show, until it is changed. */
  readonly claim: (part: Partial<Shown>) => void
  /** Changes what the room sees, here and in every other window. */
  readonly change: (part: Partial<Shown>) => void
  /** Takes in what another window said; anything that is no message is dropped. */
  readonly receive: (data: unknown) => void
  /** Says that this window is here and asks for the state. */
  readonly hello: () => void
  readonly here: () => void
  readonly bye: () => void
}

interface Parts {
  readonly name: string
  readonly role: Role
  readonly first: Shown
  readonly post: (message: Message) => void
  readonly now: () => number
}

const newer = ([a, x]: Stamp, [b, y]: Stamp) => a > b || (a === b && x > y)

/**
 * One window's copy of what the room sees. Every change is stamped with a Lamport clock and sent
 * whole; the newest stamp wins everywhere, so that windows that hear each other agree, in whatever
 * order, twice, or late the messages come. Two changes made at the same moment in two windows are
 * not merged: one of them is lost, as in every last-writer-wins register.
 *
 * @source lamport-1978
 */
export function createRoom({ name, role: own, first, post, now }: Parts): Room {
  let claiming = false
  const store = createStore<RoomState>()(() => ({ shown: first, stamp: [0, ''], others: {} }))
  const send = () => {
    const { shown, stamp } = store.getState()
    post({ kind: 'state', from: name, role: own, stamp, shown })
  }
  const change = (part: Partial<Shown>) => {
    claiming = false
    store.setState(({ shown, stamp }) => ({
      shown: { ...shown, ...part },
      stamp: [stamp[0] + 1, name],
    }))
    send()
  }
  const adopt = (stamp: Stamp, shown: Shown) => {
    if (!claiming) {
      store.setState({ stamp, shown })
      return
    }
    const { slide, search, atMs } = store.getState().shown
    store.setState({ stamp, shown })
    change({ slide, search, atMs, playing: undefined, zoom: undefined, light: undefined })
  }
  return {
    store,
    change,
    restore: (kept) => store.setState(kept),
    claim(part) {
      claiming = true
      // What this window knew already is older than what its address asks for now.
      store.setState(({ shown, stamp }) => ({
        shown: { ...shown, ...part },
        stamp: stamp[0] === 0 ? stamp : [stamp[0] + 1, name],
      }))
    },
    receive(data) {
      const { success, output } = v.safeParse(Message, data)
      if (!success || output.from === name) return
      if (output.kind === 'bye') {
        store.setState(({ others }) => ({
          others: Object.fromEntries(Object.entries(others).filter(([id]) => id !== output.from)),
        }))
        return
      }
      const heard = { role: output.role, heardMs: now() }
      store.setState(({ others }) => ({ others: { ...others, [output.from]: heard } }))
      const { stamp } = store.getState()
      if (output.kind === 'hello') {
        // A state that nobody changed has no stamp yet; the one that was here first goes before.
        if (stamp[0] === 0) change({})
        else send()
      } else if (output.kind === 'state') {
        if (newer(output.stamp, stamp)) adopt(output.stamp, output.shown)
        else if (newer(stamp, output.stamp)) send()
      }
    },
    hello() {
      post({ kind: 'hello', from: name, role: own })
      // After a reload the others may have missed what this window still knows.
      if (store.getState().stamp[0] > 0) send()
    },
    here: () => post({ kind: 'here', from: name, role: own }),
    bye: () => post({ kind: 'bye', from: name }),
  }
}

/** The same talk time in words of a clock: how much has passed. */
export const passedOf = ({ sinceMs, passedMs }: Shown['timer'], nowMs: number): number =>
  passedMs + (sinceMs === undefined ? 0 : Math.max(0, nowMs - sinceMs))

/** Where a playhead stands that has been playing: the same in every window, whatever it missed. */
export const playedTo = (
  { playing, speed }: Pick<Shown, 'playing' | 'speed'>,
  { pace, lengthMs }: { readonly pace: number; readonly lengthMs: number },
  nowMs: number,
): number | undefined =>
  playing &&
  Math.min(lengthMs, playing.fromMs + (Math.max(0, nowMs - playing.sinceMs) * pace * speed) / 1000)
