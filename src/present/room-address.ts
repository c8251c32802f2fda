import { useEffect } from 'react'
import type { Room, Shown } from './room.ts'

/** How the address of a projected window names a slide. */
export interface SlideAddress {
  /** The slide that a query names, and what it names that is not there. */
  readonly read: (query: URLSearchParams) => {
    readonly slide: number
    readonly unknown?: string | undefined
  }
  /** The folder that stands for a slide, if slides are folders; and its part of the query. */
  readonly write: (slide: number) => { readonly folder?: string; readonly query?: string }
  /** The keys of the query that belong to the slide and not to its figure. */
  readonly keys: readonly string[]
}

/** What an address asks for: sound, but for the search, which the figure itself reads. */
export interface Asked extends Pick<Shown, 'slide' | 'search' | 'atMs'> {
  readonly unknown?: string | undefined
}

export function readRoomAddress(address: SlideAddress, search: string): Asked {
  const query = new URLSearchParams(search)
  const { slide, unknown } = address.read(query)
  for (const key of address.keys) query.delete(key)
  const at = query.get('at')
  const sound = at !== null && /^\d{1,9}$/.test(at)
  if (sound) query.delete('at')
  return { slide, search: query.toString(), ...(sound ? { atMs: Number(at) } : {}), unknown }
}

/** The address that brings back what the room sees, over the folder that the page stands in. */
export function writeRoomAddress(
  address: SlideAddress,
  { slide, search, atMs, playing }: Shown,
  pathname: string,
): string {
  const { folder, query = '' } = address.write(slide)
  const path = folder === undefined ? pathname : pathname.replace(/[^/]+\/?$/, `${folder}/`)
  const at = atMs === undefined || playing ? '' : `at=${Math.round(atMs)}`
  const whole = [query, search, at].filter(Boolean).join('&')
  return whole ? `${path}?${whole}` : path
}

const SETTLED_MS = 250

/** The address follows what the room sees, so that a reload, or a link, finds it. */
export function useRoomAddress(room: Room, address: SlideAddress | undefined) {
  useEffect(() => {
    if (!address) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const write = () => {
      clearTimeout(timer)
      const to = writeRoomAddress(address, room.store.getState().shown, location.pathname)
      if (to !== location.pathname + location.search) history.replaceState(null, '', to)
    }
    const stop = room.store.subscribe(({ shown }, before) => {
      if (shown === before.shown) return
      clearTimeout(timer)
      timer = setTimeout(write, SETTLED_MS)
    })
    addEventListener('pagehide', write)
    return () => {
      clearTimeout(timer)
      stop()
      removeEventListener('pagehide', write)
    }
  }, [room, address])
}
