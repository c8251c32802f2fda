import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Show } from './show.ts'
import {
  createRoom,
  FIRST_SHOWN,
  parseKept,
  type Role,
  type Room,
  type RoomState,
  type Shown,
} from './room.ts'

const HERE_EVERY_MS = 2000
/** A window that was not heard for so long is taken for gone. */
export const GONE_AFTER_MS = 5000

const name = () => `${performance.timeOrigin.toString(36)}-${Math.random().toString(36).slice(2)}`

const keyOf = (show: string, role: Role) => `still-flying room ${role} ${show}`

function keptAt(key: string): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

function keepAt(key: string, state: RoomState) {
  try {
    sessionStorage.setItem(key, JSON.stringify({ stamp: state.stamp, shown: state.shown }))
  } catch {
    // Storage is full or forbidden: a reload then asks the other windows, or begins anew.
  }
}

/** Whether this page was opened at its address, and not come back to. */
const isFresh = () =>
  performance
    .getEntriesByType('navigation')
    .every((entry) => entry instanceof PerformanceNavigationTiming && entry.type === 'navigate')

/** The part of a state that an address holds. */
export type Addressed = Pick<Shown, 'slide' | 'search' | 'atMs'>

const differs = (asked: Addressed, { slide, search, atMs, playing }: Shown) =>
  asked.slide !== slide || asked.search !== search || (!playing && asked.atMs !== atMs)

/**
 * This window's place in the room of a show. It hears the other windows while it stands on the page,
 * and finds its state again after a reload.
 *
 * @param slide the one that the page was prerendered with
 * @param readAddress what the address of this window names, if it names anything; asked once
 */
export function useRoom(
  show: Show,
  role: Role,
  slide: number,
  readAddress: () => Addressed | undefined,
): Room {
  const [[room, connect]] = useState(() => {
    const key = keyOf(show.id, role)
    let channel: BroadcastChannel | undefined
    const made = createRoom({
      name: import.meta.env.SSR ? '' : name(),
      role,
      first: { ...FIRST_SHOWN, slide },
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
      post: (message) => channel?.postMessage(message),
      now: Date.now,
    })
    const open = () => {
      const kept = parseKept(keptAt(key))
      if (kept) made.restore(kept)
      const asked = readAddress()
      // After a reload the address may be a moment behind what was shown.
      if (asked && (!kept || (isFresh() && differs(asked, kept.shown))))
        made.claim({ ...asked, playing: undefined })
      channel = new BroadcastChannel(`still-flying ${show.id}`)
      channel.addEventListener('message', ({ data }) => made.receive(data))
      const forget = made.store.subscribe((state) => keepAt(key, state))
      const beat = setInterval(made.here, HERE_EVERY_MS)
      const leave = () => made.bye()
      addEventListener('pagehide', leave)
      addEventListener('pageshow', made.hello)
      made.hello()
      return () => {
        made.bye()
        removeEventListener('pagehide', leave)
        removeEventListener('pageshow', made.hello)
        clearInterval(beat)
        forget()
        channel?.close()
      }
    }
    return [made, open] as const
  })
  useEffect(connect, [connect])
  return room
}

export const useShown = <T>(room: Room, select: (shown: Shown) => T): T =>
  useStore(room.store, ({ shown }) => select(shown))
