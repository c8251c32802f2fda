import * as m from '#messages/messages.js'
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useRef } from 'react'
import { check } from './check.ts'
import styles from './Files.module.css'
import { useLaboratory } from '../laboratory.ts'
import { whole } from '../words.ts'

interface Props {
  readonly name: string
  readonly text: string
  readonly describedBy: string
  readonly onChange: (text: string) => void
  readonly onSave: () => void
}

const INDENT = '  '

/** A line that is begun is indented as the one before it. */
function newLine(area: HTMLTextAreaElement): string {
  const line = area.value.slice(0, area.selectionStart).split('\n').at(-1) ?? ''
  return `\n${/^\s*(?:- )?/.exec(line)?.[0].replaceAll('-', ' ') ?? ''}`
}

/** Puts text where the cursor is, in a way that the browser's own undo takes back. */
function insert(area: HTMLTextAreaElement, text: string): void {
  area.focus()
  // oxlint-disable-next-line typescript/no-deprecated -- there is no other that undo knows of
  document.execCommand('insertText', false, text)
}

/** A file as text with line numbers, and what is wrong with it in words. */
export function Editor({ name, text, describedBy, onChange, onSave }: Props) {
  const id = useId()
  const leaving = useRef(false)
  const settled = useDeferredValue(text)
  const profile = useLaboratory(({ session }) => session.frame.world.profile)
  const problems = useMemo(() => check(profile, name, settled), [profile, name, settled])
  const wrong = new Set(problems.map(({ line }) => line))
  const lines = text.split('\n').length
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, currentTarget } = event
    const left = leaving.current
    leaving.current = key === 'Escape'
    if ((ctrlKey || metaKey) && key === 's') onSave()
    else if (key === 'Tab' && !left && !shiftKey && !ctrlKey && !altKey)
      insert(currentTarget, INDENT)
    else if (key === 'Enter' && !ctrlKey && !altKey && !event.nativeEvent.isComposing)
      insert(currentTarget, newLine(currentTarget))
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className={styles['editor']}>
        <pre className={styles['numbers']} aria-hidden="true">
          {Array.from({ length: lines }, (_, index) => (
            <span key={index} data-wrong={wrong.has(index + 1) ? '' : undefined}>
              {`${wrong.has(index + 1) ? '✕ ' : ''}${index + 1}\n`}
            </span>
          ))}
        </pre>
        <textarea
          value={text}
          rows={Math.max(8, lines)}
          aria-label={m.lab_editor({ name })}
          aria-describedby={`${describedBy} ${id}`}
          aria-invalid={problems.length > 0}
          autoCapitalize="off"
          autoCorrect="off"
          autoComplete="off"
          spellCheck={false}
          wrap="off"
          onChange={({ target }) => onChange(target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => {
            leaving.current = false
          }}
        />
      </div>
      <div id={id} role="status">
        {problems.length > 0 ? (
          <ul className={styles['problems']} role="list">
            {problems.map(({ line, text }, index) => (
              <li key={index}>
                {line === undefined ? text : m.lab_problem({ line: whole(line), text })}
              </li>
            ))}
          </ul>
        ) : (
          <p className={styles['fine']}>{m.lab_no_problem()}</p>
        )}
      </div>
    </>
  )
}
