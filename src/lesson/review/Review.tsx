import * as m from '#messages/messages.js'
import { useId, useState } from 'react'
import { Group } from './Group.tsx'
import { EMPTY, LONGEST_NOTE, withEntry } from './model.ts'
import { groups } from './questions.ts'
import styles from './Review.module.css'
import { Summary } from './Summary.tsx'
import { Taking } from './Taking.tsx'
import { changeReview as change, useReview } from './use-review.ts'

/** The review of the reader's own system: a form that stays in the browser and gives a text away. */
export function Review() {
  const loaded = useReview()
  const answers = loaded?.answers ?? EMPTY
  const heading = useId()
  // After a reset the groups begin anew, and unfolded.
  const [round, setRound] = useState(0)
  return (
    <section className={styles['review']} aria-labelledby={heading} data-review>
      <h3 id={heading}>{m.review_title()}</h3>
      <label className={styles['note']}>
        {m.review_service()}
        <input
          type="text"
          maxLength={LONGEST_NOTE}
          autoComplete="off"
          value={answers.service}
          readOnly={!loaded}
          onChange={({ target: { value } }) => change((before) => ({ ...before, service: value }))}
          data-wakes
        />
      </label>
      {groups.map((group) => (
        <Group
          key={`${group.id}-${round}`}
          group={group}
          answers={answers}
          ready={loaded !== undefined}
          onChange={(id, changed) => change((before) => withEntry(before, id, changed))}
        />
      ))}
      <Summary answers={answers} />
      {loaded?.aside !== undefined && (
        <p role="status">{m.review_set_aside({ key: loaded.aside })}</p>
      )}
      {loaded && !loaded.keeps && <p role="status">{m.review_unkept()}</p>}
      <Taking
        answers={answers}
        onReset={() => {
          change(() => EMPTY)
          setRound(round + 1)
        }}
      />
    </section>
  )
}
