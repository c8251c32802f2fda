import * as m from '#messages/messages.js'
import { useMemo, useState } from 'react'
import type { Act, View } from './contract.ts'
import { onTarget } from './course.ts'
import styles from './Player.module.css'

type Listed = ReturnType<View['subjects']>[number]

/** One kind of thing: which of them, and what is to be done to it. */
function SubjectRow({ subject, onAct }: { readonly subject: Listed; readonly onAct: Act }) {
  const { label, targets, actions } = subject
  const [asked, ask] = useState('')
  // What was chosen may be gone: then nothing is, rather than something that nobody chose.
  const chosen = targets.find(({ id }) => id === (asked || targets[0]?.id))
  return (
    <div className={styles['subject']} role="group" aria-label={label()}>
      <label>
        {label()}
        <select value={chosen?.id ?? ''} onChange={(event) => ask(event.target.value)}>
          {!chosen && (
            <option value="">{targets.length > 0 ? m.player_gone() : m.player_none()}</option>
          )}
          {targets.map((target) => (
            <option key={target.id} value={target.id}>
              {target.label}
            </option>
          ))}
        </select>
      </label>
      {actions.map((action) => (
        <button
          key={action.id}
          type="button"
          aria-disabled={!chosen}
          onClick={() => chosen && onAct(onTarget(action.id, chosen.id))}
        >
          {action.label()}
        </button>
      ))}
    </div>
  )
}

/** What can be done to single things in the picture, without having to hit them there. */
export function Subjects({
  subjects,
  atMs,
  onAct,
}: {
  readonly subjects: View['subjects']
  readonly atMs: number
  readonly onAct: Act
}) {
  const listed = useMemo(() => subjects(atMs), [subjects, atMs])
  return listed.map((subject) => <SubjectRow key={subject.id} subject={subject} onAct={onAct} />)
}
