import * as m from '#messages/messages.js'
import { useCallback, useEffect } from 'react'
import { PrintedAddress } from '../frame/share/PrintedAddress.tsx'
import { talkIds } from './content.ts'
import styles from './Page.module.css'
import { useHref, useShareHref } from './page-context.ts'

type Edition = 'questions' | 'keys'

const setEdition = (edition: Edition | undefined) => {
  if (edition === 'keys') document.documentElement.dataset['edition'] = edition
  else delete document.documentElement.dataset['edition']
}

/** The edition that an address asks for: `?edition=keys` prints the answers. */
const asked = (): Edition | undefined =>
  new URLSearchParams(location.search).get('edition') === 'keys' ? 'keys' : undefined

/** The lesson for a room and for paper: its talk, and its handout without and with the answers. */
export function Handout({ lesson }: { readonly lesson: string }) {
  const href = useHref()
  const shareHref = useShareHref()
  const own = shareHref({ kind: 'lesson', lesson })
  const hrefOf = useCallback(() => own, [own])
  useEffect(() => {
    setEdition(asked())
    return () => setEdition(undefined)
  }, [])
  const print = (edition: Edition) => {
    setEdition(edition)
    window.print()
    setEdition(asked())
  }
  return (
    <section className={styles['handout']} aria-labelledby="handout">
      <h2 id="handout">{m.app_teach()}</h2>
      <p>
        {talkIds.includes(lesson) && (
          <a href={href({ kind: 'talk', lesson })} target="_blank" rel="noreferrer">
            {m.app_teach_talk()}
          </a>
        )}
        <button type="button" onClick={() => print('questions')} data-needs-script>
          {m.app_teach_handout()}
        </button>
        <button type="button" onClick={() => print('keys')} data-needs-script>
          {m.app_teach_keys()}
        </button>
      </p>
      <PrintedAddress hrefOf={hrefOf} />
    </section>
  )
}
