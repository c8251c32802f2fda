import * as m from '#messages/messages.js'
import { useCallback } from 'react'
import { MissionLaboratory } from '../../laboratory/MissionLaboratory.tsx'
import { isMission, type MissionId } from '../../laboratory/missions/mission-ids.ts'
import { missions } from '../../laboratory/missions/missions.ts'
import laboratory from '../../laboratory/Text.module.css'
import { solvedKey } from '../mission-progress.ts'
import { useHref, usePage } from '../page-context.ts'
import styles from '../Page.module.css'
import { reader, useReader } from '../reader.ts'

/** Where the text begins that says what the cluster leaves out. */
const NOT = '#what-this-cluster-is-not'

function MissionText({ id }: { readonly id: MissionId }) {
  const href = useHref()
  const solved = useReader((state) => state.solved[solvedKey(id)] === true)
  const onSolved = useCallback(() => reader.getState().solve(solvedKey(id)), [id])
  const { title, lead } = missions[id]
  return (
    <div className={styles['page']}>
      <div className={`${styles['alone']} ${styles['text']}`}>
        <p className={styles['kicker']}>
          <a href={href({ kind: 'lab' })}>{m.lab_kicker()}</a>
          {solved && <span> · {m.lab_solved()}</span>}
        </p>
        <h1 tabIndex={-1}>{title()}</h1>
        <p className={`${styles['lead']} ${laboratory['lead']}`}>{lead()}</p>
        <MissionLaboratory mission={missions[id]} solved={solved} onSolved={onSolved} />
        <p className={`${styles['open']} ${laboratory['text']}`}>
          <a href={`${href({ kind: 'lab' })}#missions`}>{m.lab_all_missions()}</a> ·{' '}
          <a href={href({ kind: 'lab' }) + NOT}>{m.lab_not_link()}</a>
        </p>
      </div>
    </div>
  )
}

/** A mission of the laboratory. */
export function Page() {
  const { route } = usePage().place
  return (
    route.kind === 'mission' &&
    isMission(route.mission) && <MissionText key={route.mission} id={route.mission} />
  )
}
