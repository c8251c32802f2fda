import { useEffect, useRef, useState } from 'react'

const QUIET_MS = 1000

/**
 * Says a change to a screen reader: politely, never the first state, and at most one sentence a
 * second. While a slider is dragged only the last state of each second is spoken.
 */
export function LiveDescription({ text }: { text: string }) {
  const [spoken, setSpoken] = useState('')
  const known = useRef(text)
  const lastAt = useRef(0)
  useEffect(() => {
    if (text === known.current) return
    const wait = Math.max(0, lastAt.current + QUIET_MS - performance.now())
    const timer = setTimeout(() => {
      known.current = text
      lastAt.current = performance.now()
      setSpoken(text)
    }, wait)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <p className="unseen" role="status" data-live>
      {spoken}
    </p>
  )
}
