import { useEffect, type RefObject } from 'react'
import { calm, STEP_EVERY_MS } from '../frame/calm.ts'
import { useLaboratory, useLaboratoryStore } from './laboratory.ts'

/** A tab that slept goes on where it was, not where it would have been. */
const LONGEST_FRAME_MS = 100

/** What the cluster may take of a frame; the rest is for drawing it. */
const WORK_MS = 6

/** Lets the cluster's time pass while it plays and any of it can be seen. */
export function useClock(element: RefObject<HTMLElement | null>): void {
  const store = useLaboratoryStore()
  const playing = useLaboratory((state) => state.playing)
  useEffect(() => {
    const target = element.current
    if (!playing || !target) return undefined
    let frame = 0
    let before: number | undefined
    let owedMs = 0
    const tick = (now: number) => {
      owedMs += before === undefined ? 0 : Math.min(now - before, LONGEST_FRAME_MS)
      before = now
      if (owedMs > 0 && (!calm() || owedMs >= STEP_EVERY_MS)) {
        const until = performance.now() + WORK_MS
        store
          .getState()
          .advance(Math.round(owedMs * store.getState().speed), () => performance.now() < until)
        owedMs = 0
      }
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
  }, [playing, element, store])
}
