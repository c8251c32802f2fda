import * as m from '#messages/messages.js'
import { memo, useEffect, useRef } from 'react'
import type { Timeline } from './contract.ts'
import styles from './Player.module.css'

interface Props {
  readonly entries: Timeline['entries']
  /** What the clock shows at a moment. Must stay the same function, as must `onGo`. */
  readonly clock: (atMs: number) => string
  /** The place of the last event that has happened; absent before the first. */
  readonly current: number | undefined
  /** Must stay the same function: the table is drawn anew for nothing but a new current row. */
  readonly onGo: (atMs: number) => void
}

/** Moves a row into the part of its box that can be seen, and nothing else on the page. */
function reveal(row: HTMLElement, box: HTMLElement) {
  const [rowAt, boxAt] = [row.getBoundingClientRect(), box.getBoundingClientRect()]
  if (boxAt.height === 0) return
  // The head of the table stays at the top of its box, and is about as high as a row.
  const top = boxAt.top + rowAt.height
  if (rowAt.top < top) box.scrollTop -= top - rowAt.top
  else if (rowAt.bottom > boxAt.bottom) box.scrollTop += rowAt.bottom - boxAt.bottom
}

/** What happens and when, in words: the run for those who do not see it move. */
export const EventTable = memo(function EventTable({ entries, clock, current, onGo }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const row = box.current?.querySelector<HTMLElement>('[aria-current]')
    if (row && box.current) reveal(row, box.current)
  }, [current])
  return (
    <details className={styles['table']}>
      <summary>{m.player_events({ count: entries.length })}</summary>
      <div
        className={styles['rows']}
        tabIndex={0}
        role="region"
        aria-label={m.player_table()}
        ref={box}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{m.player_when()}</th>
              <th scope="col">{m.player_what()}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry, index) => (
              <tr key={index} aria-current={index === current ? 'step' : undefined}>
                <td>
                  <button type="button" onClick={() => onGo(entry.atMs)}>
                    {clock(entry.atMs)}
                  </button>
                </td>
                <td>{entry.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
})
