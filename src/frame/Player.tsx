import { useCallback, useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'
import { useStore } from 'zustand'
import { calm, STEP_EVERY_MS } from './calm.ts'
import type { PlayerProps } from './contract.ts'
import { PlayerControls } from './PlayerControls.tsx'
import { nextStop } from './stops.ts'

/** A tab that slept goes on where it was, not where it would have been. */
const LONGEST_FRAME_MS = 100

/** Moves the playhead while it plays and the figure can be seen; off-screen it uses no frames. */
function useFrames(
  playing: boolean,
  element: RefObject<HTMLElement | null>,
  advance: (passedMs: number) => void,
) {
  const onFrame = useEffectEvent(advance)
  useEffect(() => {
    const target = element.current
    if (!playing || !target) return undefined
    let frame = 0
    let before: number | undefined
    const tick = (now: number) => {
      if (before !== undefined) onFrame(Math.min(now - before, LONGEST_FRAME_MS))
      before = now
      frame = requestAnimationFrame(tick)
    }
    const observer = new IntersectionObserver((entries) => {
      const seen = entries.at(-1)?.isIntersecting ?? false
      cancelAnimationFrame(frame)
      before = undefined
      if (seen) frame = requestAnimationFrame(tick)
    })
    observer.observe(target)
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [playing, element])
}

/** The player of a figure that has its own clock. */
export function Player({ timeline, actions, subjects, store }: PlayerProps) {
  const element = useRef<HTMLDivElement>(null)
  const [playing, setPlaying] = useState(false)
  const [speed, setSpeed] = useState(1)
  const { lengthMs, restMs, pace } = timeline
  const asked = useStore(store, ({ course }) => course.atMs) ?? restMs
  const atMs = Math.min(asked, lengthMs)
  const { go } = store.getState()
  const goAndStop = useCallback(
    (to: number) => {
      setPlaying(false)
      store.getState().go(Math.round(to))
    },
    [store],
  )
  const waited = useRef(0)
  useFrames(playing, element, (passedMs) => {
    if (calm()) {
      waited.current += passedMs * speed
      if (waited.current < STEP_EVERY_MS) return
      waited.current = 0
      go(nextStop(timeline, atMs))
    } else go(Math.min(lengthMs, atMs + (passedMs * pace * speed) / 1000))
    if (atMs >= lengthMs) setPlaying(false)
  })
  const clock = {
    playing,
    speed,
    setSpeed,
    goAndStop,
    setPlaying(play: boolean) {
      if (play && atMs >= lengthMs) go(0)
      setPlaying(play)
    },
  }
  return (
    <PlayerControls
      timeline={timeline}
      actions={actions}
      subjects={subjects}
      store={store}
      clock={clock}
      element={element}
    />
  )
}
