import * as m from '#messages/messages.js'
import { memo, useId, useMemo } from 'react'
import { useLaboratory, useLaboratoryStore } from './laboratory.ts'
import type { Survey } from './picture/survey.ts'
import type { Workloads } from './picture/workloads.ts'
import styles from './Laboratory.module.css'
import { deedsFor, thingsOf } from './things.ts'

interface Props {
  readonly survey: Survey
  readonly workloads: Workloads
}

/** What can be done to single things, chosen from a list or in the picture. */
export const Things = memo(function Things({ survey, workloads }: Props) {
  const id = useId()
  const store = useLaboratoryStore()
  const world = useLaboratory(({ session }) => session.frame.world)
  const asked = useLaboratory(({ chosen }) => chosen)
  const groups = useMemo(() => thingsOf(survey, workloads), [survey, workloads])
  const things = groups.flatMap((group) => group.things)
  // What was chosen may be gone: then nothing is, rather than something that nobody chose.
  const chosen = things.find((thing) => thing.id === (asked ?? things[0]?.id))
  const deeds = chosen ? deedsFor(world, survey, chosen.id) : []
  return (
    <div className={styles['things']} role="group" aria-label={m.lab_things()}>
      <label htmlFor={id}>{m.lab_things()}</label>
      <select
        id={id}
        value={chosen?.id ?? ''}
        onChange={(event) => store.getState().choose(event.target.value)}
      >
        {!chosen && <option value="">{m.lab_gone()}</option>}
        {groups.map(({ label, things }) => (
          <optgroup key={label} label={label}>
            {things.map((thing) => (
              <option key={thing.id} value={thing.id}>
                {thing.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <span className={styles['deeds']}>
        {deeds.map((deed) => (
          <button key={deed.id} type="button" onClick={() => store.getState().act(deed.action)}>
            {deed.label}
          </button>
        ))}
        {chosen && deeds.length === 0 && <span>{m.lab_no_deeds()}</span>}
      </span>
    </div>
  )
})
