import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { useRef, useState } from 'react'
import { number } from '../../ui/format.ts'
import { save } from '../../ui/save.ts'
import type { Attempt } from '../attempt.ts'
import {
  type Backup,
  fileName,
  fileText,
  mergeInto,
  type Place,
  replaceWith,
  reset,
} from '../transfer.ts'
import { Confirm } from './Confirm.tsx'
import { ChosenFile } from './ChosenFile.tsx'
import styles from './Memory.module.css'
import { useChosenFile } from './use-chosen-file.ts'

interface Props {
  readonly attempts: readonly Attempt[]
  /** Records that this version cannot read; a file cannot carry them. */
  readonly unreadable: number
  readonly place: Place
}

type Asked = { readonly what: 'reset' } | { readonly what: 'replace'; readonly backup: Backup }

/** Everything that the course remembers of a reader: into a file, out of one, or away. */
export function Transfer({ attempts, unreadable, place }: Props) {
  const [said, setSaid] = useState('')
  const [asked, setAsked] = useState<Asked>()
  const file = useChosenFile()
  const input = useRef<HTMLInputElement>(null)
  const shown = number(getLocale(), attempts.length)
  const counted = m.practice_answers({ count: attempts.length, shown })

  const download = () => {
    const now = Date.now()
    const others = othersOf(place)
    save(fileName(now), fileText({ exported: now, attempts, others }), 'application/json')
    setSaid(m.practice_export_done({ answers: counted }))
  }
  /** The buttons of the file are gone then, and the focus needs another place. */
  const forget = () => {
    file.forget()
    input.current?.focus()
  }
  const finish = async (deed: Promise<boolean>, done: string) => {
    const worked = await deed
    if (worked && file.chosen) forget()
    setSaid(worked ? done : m.practice_nothing_changed())
  }
  const merge = (backup: Backup) => finish(mergeInto(place, backup), m.practice_merge_done())

  return (
    <div className={styles['transfer']}>
      <div className={styles['row']}>
        <button type="button" onClick={download}>
          {m.practice_export()}
        </button>
        <label className={styles['file']}>
          <span>{m.practice_import()}</span>
          <input
            ref={input}
            type="file"
            accept=".json,application/json"
            onChange={({ currentTarget }) => {
              const [chosen] = currentTarget.files ?? []
              setSaid('')
              if (chosen) void file.choose(chosen)
              // The same file may be chosen again after it was mended.
              currentTarget.value = ''
            }}
          />
        </label>
        <button type="button" onClick={() => setAsked({ what: 'reset' })}>
          {m.practice_reset()}
        </button>
      </div>
      <ChosenFile
        file={file.chosen}
        attempts={attempts}
        others={othersOf(place)}
        onMerge={(backup) => void merge(backup)}
        onReplace={(backup) => setAsked({ what: 'replace', backup })}
        onForget={forget}
      />
      <p role="status" className={styles['said']}>
        {said}
      </p>
      {asked && (
        <Confirm
          title={asked.what === 'reset' ? m.practice_reset_title() : m.practice_replace_title()}
          confirm={asked.what === 'reset' ? m.practice_reset_do() : m.practice_replace_do()}
          onBackup={download}
          onConfirm={() =>
            asked.what === 'reset'
              ? finish(reset(place), m.practice_reset_done())
              : finish(replaceWith(place, asked.backup), m.practice_replace_done())
          }
          onKeep={() => {
            setAsked(undefined)
            // What opened the dialog is gone with the file.
            if (asked.what === 'replace' && !file.chosen) input.current?.focus()
          }}
        >
          <p>{m.practice_deleted({ answers: counted })}</p>
          {unreadable > 0 && asked.what === 'reset' && <p>{m.practice_deleted_unreadable()}</p>}
          <p>{m.practice_deleted_for_good()}</p>
        </Confirm>
      )}
    </div>
  )
}

/** A blocked storage holds nothing. */
function othersOf({ others }: Place) {
  try {
    return others.read()
  } catch {
    return {}
  }
}
