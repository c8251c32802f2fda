import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { calm, STEP_EVERY_MS } from '../frame/calm.ts'
import type { Timeline, View, Widget } from '../frame/contract.ts'
import { createInstance, type InstanceStore } from '../frame/instance.ts'
import { type Clock } from '../frame/PlayerControls.tsx'
import { readState, writeState } from '../frame/state.ts'
import { playedTo, type Room, type Shown } from './room.ts'
import { openingOf, type Slide } from './show.ts'
import { useShown } from './use-room.ts'

const courseOf = (course: ReturnType<typeof readState>['course'], atMs: number | undefined) => {
  const { seed, deeds } = course
  return { seed, deeds, ...(atMs === undefined ? {} : { atMs }) }
}

/**
 * The figure of the slide that is shown, bound to the room both ways: what is done to it here is
 * seen in every window, and what another window does is done to it here.
 */
export function useSlide(room: Room, widget: Widget, slide: Slide): InstanceStore {
  const store = useMemo(() => {
    const { search, atMs } = room.store.getState().shown
    const { values, course } = readState(widget, search, openingOf(widget, slide))
    return createInstance(values, courseOf(course, atMs))
  }, [room, widget, slide])
  useEffect(() => {
    const opening = openingOf(widget, slide)
    const written = () => {
      const { values, course } = store.getState()
      return writeState(widget, { values, course: courseOf(course, undefined) }, opening)
    }
    const at = room.store.getState().shown.slide
    let following = false
    const follow = () => {
      const { shown } = room.store.getState()
      if (shown.slide !== at) return
      following = true
      if (shown.search !== written()) {
        const { values, course } = readState(widget, shown.search, opening)
        const atMs = shown.playing ? store.getState().course.atMs : shown.atMs
        store.getState().show(values, courseOf(course, atMs))
        // An address may write the same state in other words.
        if (shown.search !== written())
          room.store.setState({ shown: { ...shown, search: written() } })
      } else if (!shown.playing && shown.atMs !== store.getState().course.atMs)
        store.getState().go(shown.atMs)
      following = false
    }
    const tell = () => {
      const { shown } = room.store.getState()
      if (following || shown.slide !== at) return
      const search = written()
      const { atMs } = store.getState().course
      const moved = !shown.playing && atMs !== shown.atMs
      if (search !== shown.search || moved)
        room.change({ search, ...(shown.playing ? {} : { atMs }) })
    }
    const stops = [room.store.subscribe(follow), store.subscribe(tell)]
    return () => stops.forEach((stop) => stop())
  }, [room, store, widget, slide])
  return store
}

/** What the figure shows, for everything but its playhead. */
export function useView(widget: Widget, store: InstanceStore): View {
  const values = useStore(store, (state) => state.values)
  const seed = useStore(store, ({ course }) => course.seed)
  const deeds = useStore(store, ({ course }) => course.deeds)
  return useMemo(() => widget.view(values, { seed, deeds }), [widget, values, seed, deeds])
}

const still: Timeline = { lengthMs: 0, restMs: 0, pace: 0, entries: [] }

/**
 * The clock that all windows share. What plays is written down once, as the moment it began; each
 * window works out where that has led to, so that none can fall behind another.
 */
export function useRoomClock(room: Room, store: InstanceStore, timeline = still): Clock {
  const playing = useShown(room, (shown) => shown.playing)
  const speed = useShown(room, (shown) => shown.speed)
  useEffect(() => {
    if (!playing) return undefined
    let frame = 0
    let drawnMs = -Infinity
    const follow = (time: number) => {
      frame = requestAnimationFrame(follow)
      const to = playedTo(room.store.getState().shown, timeline, Date.now())
      if (to === undefined) return
      const ended = to >= timeline.lengthMs
      if (calm() && !ended) {
        if (time - drawnMs < STEP_EVERY_MS) return
        drawnMs = time
        store.getState().go(timeline.entries.findLast(({ atMs }) => atMs <= to)?.atMs ?? 0)
      } else store.getState().go(to)
      if (ended) room.change({ playing: undefined, atMs: timeline.lengthMs })
    }
    frame = requestAnimationFrame(follow)
    return () => cancelAnimationFrame(frame)
  }, [room, store, timeline, playing])
  return useMemo((): Clock => {
    const now = () => Math.min(store.getState().course.atMs ?? timeline.restMs, timeline.lengthMs)
    const begin = (fromMs: number): Shown['playing'] => ({ sinceMs: Date.now(), fromMs })
    return {
      playing: playing !== undefined,
      speed,
      setPlaying(play) {
        if (play) room.change({ playing: begin(now() >= timeline.lengthMs ? 0 : now()) })
        else room.change({ playing: undefined, atMs: Math.round(now()) })
      },
      setSpeed: (next) =>
        room.change({ speed: next, ...(playing ? { playing: begin(now()) } : {}) }),
      goAndStop: (atMs) => room.change({ playing: undefined, atMs: Math.round(atMs) }),
    }
  }, [room, store, timeline, playing, speed])
}

const subscribe = (listener: () => void) => {
  const timer = setInterval(listener, 500)
  return () => clearInterval(timer)
}
const second = () => Math.floor(Date.now() / 1000) * 1000

/** The time of day, in milliseconds, once a second; absent while prerendering. */
export const useNow = (): number | undefined =>
  useSyncExternalStore(subscribe, second, () => undefined)
