import * as m from '#messages/messages.js'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { type ShellName, useLaboratory, useLaboratoryStore } from '../laboratory.ts'
import { completed } from './completed.ts'
import styles from './Terminal.module.css'

interface Props {
  readonly shell: ShellName
  readonly sign: '$ ' | '> ' | ''
  readonly busy: boolean
}

/** More words would be read by nobody. */
const MOST_CHOICES = 40

const isInFirstLine = ({ value, selectionStart }: HTMLTextAreaElement): boolean =>
  !value.slice(0, selectionStart).includes('\n')

const isInLastLine = ({ value, selectionEnd }: HTMLTextAreaElement): boolean =>
  !value.slice(selectionEnd).includes('\n')

/** Which of the commands typed before is in the input line; none after the newest. */
function useRecall(shell: ShellName, put: (text: string) => void) {
  const store = useLaboratoryStore()
  const place = useRef<number>(undefined)
  const written = useRef('')
  return {
    forget() {
      place.current = undefined
    },
    /** @returns false where there is no other one */
    go(by: -1 | 1, present: string): boolean {
      const commands = store.getState().session.frame.world.shells[shell]?.history ?? []
      const from = place.current ?? commands.length
      if (from === commands.length) written.current = present
      const to = from + by
      if (to < 0 || to > commands.length) return false
      place.current = to === commands.length ? undefined : to
      put(commands[to] ?? written.current)
      return true
    },
  }
}

/** The line that is typed at a terminal. Enter runs it; several pasted lines run one by one. */
export function Prompt({ shell, sign, busy }: Props) {
  const id = useId()
  const store = useLaboratoryStore()
  const text = useLaboratory(({ inputs }) => inputs[shell])
  const setText = (next: string) => store.getState().input(shell, next)
  const input = useRef<HTMLTextAreaElement>(null)
  const [choices, setChoices] = useState<readonly string[]>([])
  const leaving = useRef(false)
  const recall = useRecall(shell, setText)
  const offers = useLaboratory((state) => state.offers)
  useEffect(() => {
    if (offers > 0 && store.getState().shell === shell) input.current?.focus()
  }, [offers, shell, store])

  const run = (lines: string) => {
    recall.forget()
    store.getState().act({ do: 'type', shell, text: lines })
  }
  const completeAt = (area: HTMLTextAreaElement) => {
    const { value, selectionEnd } = area
    const { world } = store.getState().session.frame
    const { line, choices } = completed(world, shell, value.slice(0, selectionEnd))
    setText(line + value.slice(selectionEnd))
    setChoices(choices)
  }
  const interrupt = () => {
    recall.forget()
    setText('')
    if (busy) store.getState().act({ do: 'interrupt', shell })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { key, ctrlKey, shiftKey, altKey, metaKey, currentTarget } = event
    const plain = !ctrlKey && !altKey && !metaKey && !shiftKey
    const left = leaving.current
    leaving.current = key === 'Escape'
    if (key !== 'Tab') setChoices([])
    if (event.nativeEvent.isComposing) return
    if (key === 'Enter' && plain) {
      run(text)
      setText('')
    } else if (key === 'ArrowUp' && plain && isInFirstLine(currentTarget)) {
      if (!recall.go(-1, text)) return
    } else if (key === 'ArrowDown' && plain && isInLastLine(currentTarget)) {
      if (!recall.go(1, text)) return
    } else if (
      ctrlKey &&
      key === 'c' &&
      currentTarget.selectionStart === currentTarget.selectionEnd
    )
      interrupt()
    else if (key === 'Tab' && plain && !left && text.trim() !== '') completeAt(currentTarget)
    else if (ctrlKey && key === 'l') store.getState().clear(shell)
    else return
    event.preventDefault()
  }
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData('text').replaceAll(/\r\n?/g, '\n')
    const last = pasted.lastIndexOf('\n')
    if (last < 0) return
    event.preventDefault()
    const { value, selectionStart, selectionEnd } = event.currentTarget
    run(value.slice(0, selectionStart) + pasted.slice(0, last))
    setText(pasted.slice(last + 1) + value.slice(selectionEnd))
  }
  return (
    <div className={styles['prompt']}>
      <label htmlFor={id}>
        <span aria-hidden="true">{sign}</span>
        <span className="unseen">{m.lab_input({ shell })}</span>
      </label>
      <textarea
        id={id}
        ref={input}
        value={text}
        rows={Math.min(12, text.split('\n').length)}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="send"
        aria-describedby={`${id}-keys`}
        onChange={({ target }) => {
          recall.forget()
          setText(target.value)
        }}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      <button
        type="button"
        className={styles['stop']}
        aria-disabled={!busy}
        onClick={() => busy && interrupt()}
      >
        {m.lab_stop()}
      </button>
      <p role="status" className={styles['choices']}>
        {choices.length > 0 && choices.slice(0, MOST_CHOICES).join('  ')}
        {choices.length > MOST_CHOICES && ' …'}
      </p>
      <p id={`${id}-keys`} className={styles['keys']}>
        {m.lab_keys()}
      </p>
    </div>
  )
}
