import * as m from '#messages/messages.js'
import { memo, useEffect, useMemo, useState } from 'react'
import { happenings } from './happenings.ts'
import { useLaboratory, useLaboratoryStore } from './laboratory.ts'
import styles from './Laboratory.module.css'
import { entriesOf } from './session.ts'
import { clock } from './words.ts'

/** A table that changed with every frame could not be read. */
const EVERY_MS = 400

/** The session, at most so often. */
function useCalmSession() {
  const store = useLaboratoryStore()
  const [session, show] = useState(() => store.getState().session)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = store.subscribe(() => {
      timer ??= setTimeout(() => {
        timer = undefined
        show(store.getState().session)
      }, EVERY_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [store])
  return session
}

/** What happened and when, the newest first: deeds, faults, and what the API stored of them. */
export const Happenings = memo(function Happenings() {
  const [open, setOpen] = useState(false)
  const look = useLaboratory((state) => state.look)
  const session = useCalmSession()
  const { count } = session.frame
  const rows = useMemo(
    () => (open ? happenings(entriesOf(session)).toReversed() : []),
    // oxlint-disable-next-line react/exhaustive-deps -- a session of the same count and course has the same entries
    [open, count, session.run],
  )
  return (
    <details
      className={styles['happenings']}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{m.lab_events()}</summary>
      {rows.length === 0 ? (
        <p>{m.lab_no_events()}</p>
      ) : (
        <div className={styles['rows']} tabIndex={0} role="region" aria-label={m.lab_events()}>
          <table>
            <thead>
              <tr>
                <th scope="col">{m.lab_when()}</th>
                <th scope="col">{m.lab_what()}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ atMs, text }, index) => (
                <tr key={rows.length - index}>
                  <td>
                    <button type="button" onClick={() => look(atMs)}>
                      {clock(atMs)}
                    </button>
                  </td>
                  <td>{text}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  )
})
