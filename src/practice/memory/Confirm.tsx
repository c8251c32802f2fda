import * as m from '#messages/messages.js'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import styles from './Memory.module.css'

interface Props {
  readonly title: string
  /** What the button says that does it. */
  readonly confirm: string
  /** What will be gone. */
  readonly children: ReactNode
  readonly onBackup: () => void
  readonly onConfirm: () => Promise<void>
  readonly onKeep: () => void
}

/**
 * Asks before something is deleted. The focus begins on the button that deletes nothing, and goes back
 * where it came from when the dialog closes, both by the browser's own dialog.
 */
export function Confirm({ title, confirm, children, onBackup, onConfirm, onKeep }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const keep = useRef<HTMLButtonElement>(null)
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState(false)
  const name = useId()
  useEffect(() => {
    dialog.current?.showModal()
    keep.current?.focus()
  }, [])
  const close = () => dialog.current?.close()
  return (
    <dialog
      ref={dialog}
      className={styles['confirm']}
      aria-labelledby={name}
      aria-describedby={`${name}-text`}
      onClose={onKeep}
    >
      <h2 id={name}>{title}</h2>
      <div id={`${name}-text`}>{children}</div>
      <p role="status" className={styles['said']}>
        {saved && m.practice_backup_done()}
      </p>
      <div className={styles['row']}>
        <button type="button" ref={keep} onClick={close}>
          {m.practice_keep()}
        </button>
        <button
          type="button"
          onClick={() => {
            onBackup()
            setSaved(true)
          }}
        >
          {m.practice_backup()}
        </button>
        <button
          type="button"
          className={styles['delete']}
          disabled={busy}
          onClick={() => {
            setBusy(true)
            void onConfirm().then(close)
          }}
        >
          {confirm}
        </button>
      </div>
    </dialog>
  )
}
