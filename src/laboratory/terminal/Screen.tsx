import * as m from '#messages/messages.js'
import { memo, useEffect, useRef } from 'react'
import { type ShellName, useLaboratory } from '../laboratory.ts'
import type { Line } from './scrollback.ts'
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

/** So near to its end a screen follows what is added. */
const NEAR_PX = 8

/** What a terminal has shown up to this moment; it follows the newest line while that is in sight. */
export function Screen({ shell }: { readonly shell: ShellName }) {
  const { blocks, firstBlock } = useLaboratory(({ screens }) => screens[shell])
  const box = useRef<HTMLDivElement>(null)
  const follows = useRef(true)
  useEffect(() => {
    const element = box.current
    if (element && follows.current) element.scrollTop = element.scrollHeight
  }, [blocks])
  return (
    <div
      ref={box}
      className={styles['screen']}
      role="region"
      aria-label={m.lab_screen({ shell })}
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        follows.current = scrollHeight - scrollTop - clientHeight < NEAR_PX
      }}
    >
      {blocks.length === 0 && <p className={styles['blank']}>{m.lab_nothing_typed()}</p>}
      <div role="log" aria-live="polite" aria-label={m.lab_output({ shell })}>
        {blocks.map((lines, index) => (
          <Block key={firstBlock + index} lines={lines} />
        ))}
      </div>
    </div>
  )
}
