import * as m from '#messages/messages.js'
import { useId, useState } from 'react'
import styles from './Share.module.css'

interface Props {
  readonly name: string
  readonly text: string
  readonly lines?: number
}

/** A text to take along: to be copied by a button, or by hand where a browser forbids that. */
export function CopyField({ name, text, lines = 1 }: Props) {
  const id = useId()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      const field = document.getElementById(id)
      if (field instanceof HTMLTextAreaElement) field.select()
    }
  }
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{name}</label>
      <textarea
        id={id}
        readOnly
        rows={lines}
        value={text}
        spellCheck={false}
        onFocus={(event) => event.target.select()}
      />
      <button
        type="button"
        onClick={() => void copy()}
        aria-label={m.frame_share_copy({ what: name })}
      >
        {copied ? m.frame_copied() : m.frame_share_copy({ what: '' }).trim()}
      </button>
    </div>
  )
}
