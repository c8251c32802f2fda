import * as m from '#messages/messages.js'
import { useId, useRef, useState } from 'react'
import { save as hand } from '../../ui/save.ts'
import { useLaboratory, useLaboratoryStore } from '../laboratory.ts'
import { Editor } from './Editor.tsx'
import styles from './Files.module.css'
import { fileName } from './names.ts'

/** Asks for the name of a new file. */
function NewFile({
  taken,
  onMade,
}: {
  readonly taken: readonly string[]
  readonly onMade: (name: string) => void
}) {
  const id = useId()
  const [asked, ask] = useState('')
  const name = fileName(asked)
  const problem = name !== undefined && taken.includes(name) ? m.lab_file_taken({ name }) : ''
  return (
    <form
      className={styles['new']}
      onSubmit={(event) => {
        event.preventDefault()
        if (name === undefined || problem) return
        onMade(name)
        ask('')
      }}
    >
      <label htmlFor={id}>{m.lab_file_new()}</label>
      <input
        id={id}
        value={asked}
        placeholder="pdb.yaml"
        autoCapitalize="off"
        spellCheck={false}
        aria-describedby={`${id}-problem`}
        onChange={({ target }) => ask(target.value)}
      />
      <button type="submit" aria-disabled={name === undefined || problem !== ''}>
        {m.lab_file_make()}
      </button>
      <span id={`${id}-problem`} role="status">
        {problem}
      </span>
    </form>
  )
}

/** The files in the reader's directory, as tabs, and the one that is open. */
export function Files() {
  const id = useId()
  const store = useLaboratoryStore()
  const files = useLaboratory(({ session }) => session.frame.world.files)
  const drafts = useLaboratory((state) => state.drafts)
  const [asked, open] = useState<string>()
  const list = useRef<HTMLDivElement>(null)
  const names = [...new Set([...Object.keys(files), ...Object.keys(drafts)])]
  const name = asked !== undefined && names.includes(asked) ? asked : names[0]
  const saved = name === undefined ? undefined : files[name]
  const text = name === undefined ? '' : (drafts[name] ?? saved ?? '')
  const dirty = text !== saved
  const save = () => {
    if (name === undefined || !dirty) return
    store.getState().act({ do: 'save', file: name, text })
    store.getState().draft(name, undefined)
  }
  const apply = () => {
    save()
    const { shell } = store.getState()
    store.getState().act({ do: 'type', shell, text: `kubectl apply -f ${name}` })
  }
  return (
    <div className={styles['files']}>
      <div ref={list} className={styles['tabs']} role="group" aria-label={m.lab_files()}>
        {names.map((each) => (
          <button key={each} type="button" aria-pressed={each === name} onClick={() => open(each)}>
            {each}
            {each in drafts && drafts[each] !== files[each] && <small> {m.lab_unsaved()}</small>}
          </button>
        ))}
      </div>
      {name !== undefined && (
        <>
          <Editor
            key={name}
            name={name}
            text={text}
            describedBy={`${id}-hint`}
            onChange={(next) => store.getState().draft(name, next === saved ? undefined : next)}
            onSave={save}
          />
          <div className={styles['buttons']}>
            <button type="button" className={styles['main']} onClick={apply}>
              {m.lab_apply({ name })}
            </button>
            <button type="button" aria-disabled={!dirty} onClick={save}>
              {m.lab_save()}
            </button>
            <button type="button" onClick={() => hand(name, text, 'application/yaml')}>
              {m.lab_download()}
            </button>
          </div>
          <p id={`${id}-hint`} className={styles['hint']}>
            {m.lab_editor_hint()}
          </p>
        </>
      )}
      <NewFile
        taken={names}
        onMade={(made) => {
          store.getState().draft(made, '')
          open(made)
        }}
      />
    </div>
  )
}
