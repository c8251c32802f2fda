import * as m from '#messages/messages.js'
import { lazy, Suspense, useEffect, useState } from 'react'

const SearchDialog = lazy(() =>
  import('./SearchDialog.tsx').then(({ SearchDialog }) => ({ default: SearchDialog })),
)

/** Opens the search; its library and index are fetched the first time it is used. */
export function SearchButton() {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, [contenteditable]')
      const asked = event.key === '/' || (event.key === 'k' && (event.metaKey || event.ctrlKey))
      if (!asked || typing || (event.key === '/' && (event.metaKey || event.ctrlKey))) return
      event.preventDefault()
      setOpen(true)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <button
        type="button"
        aria-keyshortcuts="/"
        onClick={() => setOpen(true)}
        data-replay
        data-needs-script
      >
        {m.app_search()}
      </button>
      {open && (
        <Suspense>
          <SearchDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
