import * as m from '#messages/messages.js'
import { useEffect, useEffectEvent, useState, type FormEvent, type ReactNode } from 'react'
import { requestOf } from './address.ts'
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

const queryOf = ({ selection, keys }: Shown) =>
  `?${new URLSearchParams({
    seed: String(selection.seed),
    count: String(selection.count),
    ...(selection.outcome === undefined ? {} : { outcome: selection.outcome }),
    ...(keys ? {} : { keys: 'no' }),
  })}`

/** Questions to print, for a seed and an outcome, with keys or without. */
export function Keys({ outcomes, load, first, student }: Props) {
  const [shown, setShown] = useState<Shown>()
  const [course, setCourse] = useState<Course>()
  const [failed, setFailed] = useState(false)
  const seed = shown?.selection.seed ?? FIRST_SEED

  function show(next: Shown) {
    setShown(next)
    setFailed(false)
    if (!course) load().then(setCourse, () => setFailed(true))
  }
  // The address is the browser's: the prerendered page does not know it.
  const arrive = useEffectEvent(() => {
    const request = requestOf(location.search)
    if (request.kind === 'check')
      show({
        selection: request.selection,
        keys: new URLSearchParams(location.search).get('keys') !== 'no',
      })
  })
  useEffect(() => {
    const soon = setTimeout(() => arrive())
    return () => clearTimeout(soon)
  }, [])

  function apply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const outcome = String(fields.get('outcome') ?? '')
    const next: Shown = {
      selection: {
        seed: Math.min(LARGEST_SEED, Math.max(0, Math.floor(Number(fields.get('seed')) || 0))),
        count: ALL,
        ...(outcome === '' ? {} : { outcome }),
      },
      keys: fields.get('show') !== 'without',
    }
    history.replaceState(history.state, '', queryOf(next))
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
            <a href={student + queryOf({ ...shown, keys: true })}>{m.practice_key_student()}</a>
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
