import * as m from '#messages/messages.js'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { QrPath } from './draw-code.ts'
import { QrDrawing } from './QrCode.tsx'
import styles from './Share.module.css'

interface Printed extends QrPath {
  readonly address: string
}

/** Without the encoder the paper has no code; its text is all there. */
const failed = () => {}

/** Runs when the browser has nothing else to do; where it cannot say so, a little later. */
function whenIdle(work: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const id = requestIdleCallback(work)
    return () => cancelIdleCallback(id)
  }
  const id = setTimeout(work, 2000)
  return () => clearTimeout(id)
}

/**
 * On paper, where what is printed lives: its address, and a code of it. Browsers give no time to
 * fetch anything once they print, so the encoder comes when the page is idle.
 *
 * @param hrefOf the address at the moment of printing
 */
export function PrintedAddress({ hrefOf }: { readonly hrefOf: () => string }) {
  const [printed, setPrinted] = useState<Printed>()
  useEffect(() => {
    let gone = false
    let draw: ((text: string) => QrPath) | undefined
    const show = () => {
      if (gone || !draw) return
      const address = new URL(hrefOf(), document.baseURI).href
      setPrinted((before) =>
        before?.address === address || !draw ? before : { address, ...draw(address) },
      )
    }
    const print = () => flushSync(show)
    const stop = whenIdle(() => {
      import('./draw-code.ts').then(({ drawCode }) => {
        draw = drawCode
        show()
      }, failed)
    })
    addEventListener('beforeprint', print)
    return () => {
      gone = true
      stop()
      removeEventListener('beforeprint', print)
    }
  }, [hrefOf])
  return (
    <div className={styles['printed']} data-printed>
      {printed && (
        <>
          <QrDrawing {...printed} label={m.frame_share_code()} />
          <p>
            <code>{printed.address}</code>
          </p>
        </>
      )}
    </div>
  )
}
