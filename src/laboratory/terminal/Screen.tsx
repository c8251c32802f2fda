import * as m from '#messages/messages.js'
import { memo, useEffect, useRef } from 'react'
import { entriesOf } from '../session.ts'
import { useLaboratory } from '../laboratory.ts'
import { type Line, type Scrollback, scrollback } from './scrollback.ts'
import styles from './Terminal.module.css'

const Block = memo(function Block({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <div className={styles['block']}>
      {lines.map(({ stream, text }, index) => (
        <div key={index} data-stream={stream}>
          {stream === 'stderr' && <span className="unseen">{m.lab_stderr()} </span>}
          {text === '' ? '\u00a0' : text}
        </div>
      ))}
    </div>
  )
})

interface Props {
  readonly shell: string
  /** The number of entries that were cleared away. */
  readonly clearedTo: number
}

/** What a terminal has shown up to this moment; it follows the newest line while that is in sight. */
export function Screen({ shell, clearedTo }: Props) {
  const session = useLaboratory((state) => state.session)
  const known = useRef<Scrollback>(undefined)
  const box = useRef<HTMLDivElement>(null)
  const follows = useRef(true)
  const entries = entriesOf(session)
  // Cleared entries lie in a future that may have been replaced.
  const from = Math.min(clearedTo, entries.length)
  const shown = scrollback(entries, shell, from, known.current)
  known.current = shown
  useEffect(() => {
    const element = box.current
    if (element && follows.current) element.scrollTop = element.scrollHeight
  }, [shown])
  return (
    <div
      ref={box}
      className={styles['screen']}
      role="region"
      aria-label={m.lab_screen({ shell })}
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        follows.current = scrollHeight - scrollTop - clientHeight < 8
      }}
    >
      <div role="log" aria-live="polite" aria-label={m.lab_output({ shell })}>
        {shown.blocks.map((lines, index) => (
          <Block key={shown.firstBlock + index} lines={lines} />
        ))}
      </div>
    </div>
  )
}
