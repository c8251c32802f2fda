import { memo, type ReactNode, useEffect, useRef, useState } from 'react'
import styles from './Fitted.module.css'

interface Props {
  /** Drawn where the figure has room. */
  readonly wide: ReactNode
  /** Drawn where it has not: the same content, larger for its width. */
  readonly narrow: ReactNode
}

/** A layout that is not shown catches up once nothing has changed for so long. */
const CATCH_UP_MS = 250

/** What is drawn in one layout; drawn anew where it is shown, and elsewhere when it is due. */
const Drawn = memo(
  function Drawn({
    children,
  }: {
    readonly shown: boolean
    readonly due: number
    readonly children: ReactNode
  }) {
    return children
  },
  (before, next) => !next.shown && before.due === next.due,
)

/**
 * One of the two layouts. The style decides which is shown; a figure that runs would otherwise be
 * drawn twice in every frame, once for nobody.
 */
function Layout({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState(true)
  const [due, setDue] = useState(0)
  useEffect(() => {
    if (!place.current || typeof ResizeObserver === 'undefined') return undefined
    const observer = new ResizeObserver((sizes) => {
      setShown((sizes.at(-1)?.contentRect.width ?? 0) > 0)
    })
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    if (shown) return undefined
    const timer = setTimeout(() => setDue((times) => times + 1), CATCH_UP_MS)
    return () => clearTimeout(timer)
  }, [children, shown])
  return (
    <div className={name} ref={place}>
      <Drawn shown={shown} due={due}>
        {children}
      </Drawn>
    </div>
  )
}

/**
 * One drawing in two layouts. Both are in the page and the style shows the one that fits, so that
 * a prerendered figure is right at every width before any script has measured anything.
 */
export const Fitted = ({ wide, narrow }: Props) => (
  <>
    <Layout name={styles['wide'] ?? ''}>{wide}</Layout>
    <Layout name={styles['narrow'] ?? ''}>{narrow}</Layout>
  </>
)
