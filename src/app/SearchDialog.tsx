import * as m from '#messages/messages.js'
import MiniSearch from 'minisearch'
import { useEffect, useId, useRef, useState } from 'react'
import { fullPath, rootFrom } from './routes.ts'
import { usePage } from './page-context.ts'
import { searchOptions, type Found } from './search-index.ts'
import styles from './SearchDialog.module.css'

type Index = MiniSearch<Found>

async function loadIndex(address: string): Promise<Index> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`search index: ${response.status}`)
  return MiniSearch.loadJSON<Found>(await response.text(), searchOptions)
}

const MOST = 12

/** A native dialog: it traps the focus, closes on Escape, and gives the focus back. */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const { place } = usePage()
  const root = rootFrom(fullPath(place))
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const [index, setIndex] = useState<Index | 'failed'>()
  const [words, setWords] = useState('')
  useEffect(() => {
    dialog.current?.showModal()
    loadIndex(`${root}search/${place.locale}.json`).then(setIndex, () => setIndex('failed'))
  }, [root, place.locale])
  const results =
    index instanceof MiniSearch && words.trim() !== '' ? index.search(words).slice(0, MOST) : []
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-label={m.app_search_label()}
      onClose={onClose}
      closedby="any"
    >
      <search className={styles['inside']}>
        <div className={styles['bar']}>
          <label htmlFor={id} className="unseen">
            {m.app_search_label()}
          </label>
          <input
            id={id}
            type="search"
            placeholder={m.app_search_hint()}
            autoComplete="off"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <button type="button" onClick={() => dialog.current?.close()}>
            {m.app_close()}
          </button>
        </div>
        <p role="status" className={styles['status']}>
          {index === 'failed'
            ? m.app_search_failed()
            : words.trim() === '' || index === undefined
              ? ''
              : results.length === 0
                ? m.app_search_none()
                : m.app_search_count({ count: results.length })}
        </p>
        <ul role="list" className={styles['results']}>
          {results.map((result) => (
            <li key={String(result.id)}>
              <a href={root + String(result['path'])} onClick={() => dialog.current?.close()}>
                <strong>{String(result['heading'])}</strong>
                <span>{String(result['page'])}</span>
              </a>
            </li>
          ))}
        </ul>
      </search>
    </dialog>
  )
}
