import * as m from '#messages/messages.js'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Answer } from './Answer.tsx'
import { callText, placed, readField, written } from './arguments.ts'
import { rowId } from './row-id.ts'
import { type Outcome, ask } from './evaluator.ts'
import type { Field, Form } from './library.ts'
import styles from './Trial.module.css'

/** What a reader is waiting for while typing. */
const SETTLED_MS = 150

interface FieldProps {
  readonly form: Form
  readonly field: Field
  readonly unreadable: boolean
}

const hintOf = (field: Field) =>
  field.kind === 'json' ? m.reference_unreadable_json() : m.reference_unreadable_number()

function FieldInput({ form, field, unreadable }: FieldProps) {
  const id = useId()
  const shared = {
    id,
    name: field.label,
    'aria-describedby': `${rowId(form.name, field.label)} ${id}-complaint`,
    'aria-invalid': unreadable,
    'data-wakes': true,
  }
  const text = written(field.value)
  return (
    <div className={styles['field']} data-wide={field.kind === 'json' || undefined}>
      <label htmlFor={id}>
        <code>{field.label}</code>
        {field.optional && <small> {m.reference_optional()}</small>}
      </label>
      {field.kind === 'choice' ? (
        <select {...shared} defaultValue={text}>
          {field.optional && <option value="">{m.reference_left_out()}</option>}
          {field.options?.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : field.kind === 'json' ? (
        <textarea
          {...shared}
          defaultValue={text}
          rows={Math.min(6, Math.ceil(text.length / 32) || 1)}
          spellCheck={false}
          autoCapitalize="off"
        />
      ) : (
        <input
          {...shared}
          type="text"
          inputMode="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          defaultValue={text}
          placeholder={field.optional ? m.reference_left_out() : undefined}
        />
      )}
      <p id={`${id}-complaint`} className={styles['complaint']} role="status">
        {unreadable && hintOf(field)}
      </p>
    </div>
  )
}

interface Props {
  readonly form: Form
  /** The answer to the example, which the page was prerendered with. */
  readonly first: ReactNode
}

/** A function to try: its arguments as fields, the call they make, and the answer. */
export function Trial({ form, first }: Props) {
  const element = useRef<HTMLFormElement>(null)
  const [unreadable, setUnreadable] = useState<ReadonlySet<string>>(new Set())
  const [shown, setShown] = useState<{ readonly call: string; readonly outcome: Outcome }>()
  const latest = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const evaluate = async () => {
    if (!element.current) return
    const data = new FormData(element.current)
    const wrong = new Set<string>()
    let args: readonly unknown[] = []
    for (const field of form.fields) {
      const found = readField(field, String(data.get(field.label) ?? ''))
      if (found.kind === 'unreadable') wrong.add(field.label)
      if (found.kind === 'value') args = placed(args, field.path, found.value)
    }
    setUnreadable(wrong)
    const mine = ++latest.current
    if (wrong.size > 0) return
    const outcome = await ask(form.name, args)
    // An answer to what has been changed since is no answer.
    if (mine === latest.current) setShown({ call: callText(form.name, args, form.fixed), outcome })
  }
  const soon = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void evaluate(), SETTLED_MS)
  }
  // What was typed before React came is in the fields already.
  useEffect(() => {
    const typed = form.fields.some(({ label, value }) => {
      const input = element.current?.elements.namedItem(label)
      return (
        (input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement) &&
        input.value !== written(value)
      )
    })
    if (typed) soon()
    return () => clearTimeout(timer.current)
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the form comes alive
  }, [])

  return (
    <div className={styles['trial']} role="group" aria-label={m.reference_try({ name: form.name })}>
      <form
        ref={element}
        className={styles['fields']}
        onInput={soon}
        onReset={soon}
        onSubmit={(event) => {
          event.preventDefault()
          void evaluate()
        }}
        data-needs-script
      >
        {form.fields.map((field) => (
          <FieldInput
            key={field.label}
            form={form}
            field={field}
            unreadable={unreadable.has(field.label)}
          />
        ))}
        {form.fixed.map(({ label, source }) => (
          <p key={label} className={styles['fixed']}>
            <code>{label}</code> {m.reference_fixed()} <code>{source}</code>
          </p>
        ))}
        {shown && (
          <button type="reset" className={styles['reset']}>
            {m.reference_reset()}
          </button>
        )}
      </form>
      <div className={styles['answer']} role="status" data-stale={unreadable.size > 0 || undefined}>
        {shown ? <Answer {...shown} /> : first}
      </div>
    </div>
  )
}
