import * as m from '#messages/messages.js'
import { useEffect, useEffectEvent, useState, type FormEvent, type ReactNode } from 'react'
import { queryOf, requestOf } from './address.ts'
import { compose, type Selection } from './compose.ts'
import { KeySheet } from './KeySheet.tsx'
import styles from './KeySheet.module.css'
import { CourseContext, type Course } from './practice-context.ts'
import { ALL } from './StartForm.tsx'
import { LARGEST_SEED } from './variant.ts'

/** The seed of the page as it was prerendered. */
export const FIRST_SEED = 1

interface Props {
  readonly outcomes: Course['outcomes']
  readonly load: () => Promise<Course>
  /** The sheet of the first seed with all keys, which is in the page already. */
  readonly first: ReactNode
  /** Where a student gets the same questions to answer, as a folder. */
  readonly student: string
}

interface Shown {
  readonly selection: Selection
  readonly keys: boolean
}

/** The address of the sheet: that of the check itself, and whether keys are left out. */
const sheetQueryOf = ({ selection, keys }: Shown) => queryOf(selection) + (keys ? '' : '&keys=no')

/** Questions to print, for a seed and an outcome, with keys or without. */
export function Keys({ outcomes, load, first, student }: Props) {
  const [shown, setShown] = useState<Shown>()
  const [course, setCourse] = useState<Course>()
  const [failed, setFailed] = useState(false)
  const [unreadable, setUnreadable] = useState(false)
  const seed = shown?.selection.seed ?? FIRST_SEED

  function show(next: Shown) {
    setShown(next)
    setUnreadable(false)
    setFailed(false)
    if (!course) load().then(setCourse, () => setFailed(true))
  }
  // The address is the browser's: the prerendered page does not know it.
  const arrive = useEffectEvent(() => {
    const request = requestOf(location.search)
    const keys = new URLSearchParams(location.search).get('keys') !== 'no'
    switch (request.kind) {
      case 'check':
        return show({ selection: request.selection, keys })
      case 'lesson':
        return show({ selection: { seed: FIRST_SEED, lesson: request.lesson, count: ALL }, keys })
      case 'unreadable':
        return setUnreadable(true)
      case 'nothing':
    }
  })
  useEffect(() => {
    const soon = setTimeout(() => arrive())
    return () => clearTimeout(soon)
  }, [])

  function apply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const outcome = String(fields.get('outcome') ?? '')
    const { outcome: before, ...asked } = shown?.selection ?? { count: ALL }
    const next: Shown = {
      selection: {
        // An address may ask for fewer than all, which the form does not.
        ...(before === (outcome || undefined) ? asked : { count: ALL }),
        seed: Math.min(LARGEST_SEED, Math.max(0, Math.floor(Number(fields.get('seed')) || 0))),
        ...(outcome === '' ? {} : { outcome }),
      },
      keys: fields.get('show') !== 'without',
    }
    history.replaceState(history.state, '', sheetQueryOf(next))
    show(next)
  }

  const questions = shown && course ? compose(course.questions, shown.selection) : undefined
  return (
    <>
      <form className={styles['form']} onSubmit={apply} key={JSON.stringify(shown)}>
        <p>{m.practice_key_seed_about()}</p>
        <label>
          {m.practice_key_seed()}
          <input
            type="number"
            name="seed"
            min={0}
            max={LARGEST_SEED}
            step={1}
            required
            defaultValue={seed}
          />
        </label>
        <label>
          {m.practice_start_outcome()}
          <select name="outcome" defaultValue={shown?.selection.outcome ?? ''}>
            <option value="">{m.practice_start_all()}</option>
            {outcomes.map(({ id, text }) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
          </select>
        </label>
        <label>
          {m.practice_key_show()}
          <select name="show" defaultValue={shown?.keys === false ? 'without' : 'with'}>
            <option value="with">{m.practice_key_with()}</option>
            <option value="without">{m.practice_key_without()}</option>
          </select>
        </label>
        <button type="submit" data-wakes>
          {m.practice_key_apply()}
        </button>
        <button type="button" onClick={() => print()} data-replay>
          {m.practice_key_print()}
        </button>
        {shown && (
          <p>
            <a href={student + queryOf(shown.selection)}>{m.practice_key_student()}</a>
          </p>
        )}
      </form>
      <div className={styles['printed']}>
        <p>
          {shown?.keys === false
            ? m.practice_key_printed({ seed: String(seed) })
            : m.practice_key_printed_keys({ seed: String(seed) })}
        </p>
        {shown?.keys === false && <p className={styles['name']}>{m.practice_key_name()}</p>}
      </div>
      {failed && <p role="alert">{m.practice_failed()}</p>}
      {unreadable && <p>{m.practice_bad_address()}</p>}
      <p role="status" className={styles['onScreen']}>
        {shown && !failed && !questions && m.practice_coming()}
        {questions && m.practice_key_of({ count: String(questions.length), seed: String(seed) })}
      </p>
      {shown && course && questions && (
        <CourseContext value={course}>
          <KeySheet questions={questions} seed={seed} keys={shown.keys} />
        </CourseContext>
      )}
      {/* A sheet that was asked for without keys must not be printed with them while it is on its way. */}
      {!shown && first}
    </>
  )
}
