import * as m from '#messages/messages.js'
import { useState } from 'react'
import styles from './WidgetFrame.module.css'

/** Copies the address of exactly this state; where a browser refuses, it shows the address. */
export function CopyLink({ hrefOf }: { readonly hrefOf: () => string }) {
  const [result, setResult] = useState<{ readonly address: string; readonly copied: boolean }>()
  const addressOf = () => new URL(hrefOf(), document.baseURI).href
  const copy = async () => {
    const address = addressOf()
    try {
      await navigator.clipboard.writeText(address)
      setResult({ address, copied: true })
    } catch {
      setResult({ address, copied: false })
    }
  }
  const stale = result !== undefined && addressOf() !== result.address
  return (
    <>
      <button type="button" onClick={() => void copy()} data-replay>
        {m.frame_copy_link()}
      </button>
      <span role="status" className={styles['copied']}>
        {result?.copied && !stale && m.frame_copied()}
        {result && !result.copied && !stale && (
          <input
            type="text"
            readOnly
            value={result.address}
            aria-label={m.frame_address()}
            onFocus={(event) => event.target.select()}
          />
        )}
      </span>
    </>
  )
}
