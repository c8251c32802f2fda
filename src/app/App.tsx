import { useEffect, useSyncExternalStore } from 'react'
import { MemoryContext, type Memory } from '../frame/memory.ts'
import { announceLive } from './EmbeddedWidget.tsx'
import { Footer } from './Footer.tsx'
import { Header } from './Header.tsx'
import * as m from '#messages/messages.js'
import styles from './Page.module.css'
import { PageContext, type PageData } from './page-context.ts'
import { reader, useReader } from './reader.ts'
import { fullPath, isBare } from './routes.ts'

/** The page that is shown now. Navigation replaces it; see navigate.ts. */
export interface CurrentPage {
  readonly get: () => PageData
  readonly subscribe: (listener: () => void) => () => void
}

const memory: Memory = {
  useGuess: (widget) => [
    useReader((state) => state.guesses[widget]),
    (option) => reader.getState().keepGuess(widget, option),
  ],
}

export function App({ current }: { readonly current: CurrentPage }) {
  const page = useSyncExternalStore(current.subscribe, current.get, current.get)
  useEffect(() => {
    announceLive(document.body)
  }, [])
  const bare = isBare(page.place.route)
  return (
    <PageContext value={page}>
      <MemoryContext value={memory}>
        {!bare && (
          <>
            <a className="skip" href="#main">
              {m.app_skip()}
            </a>
            <Header />
          </>
        )}
        <noscript>
          <p className={styles['unscripted']}>{m.app_no_script()}</p>
        </noscript>
        <main id="main" tabIndex={-1} key={fullPath(page.place)}>
          <page.Page />
        </main>
        {!bare && <Footer />}
      </MemoryContext>
    </PageContext>
  )
}
