import * as m from '#messages/messages.js'
import { FreeLaboratory } from '../../laboratory/FreeLaboratory.tsx'
import { missionIds } from '../../laboratory/missions/mission-ids.ts'
import { missions } from '../../laboratory/missions/missions.ts'
import laboratory from '../../laboratory/Text.module.css'
import { BASE_LOCALE } from '../content.ts'
import { pieces } from '../lesson-pieces.tsx'
import { solvedKey } from '../mission-progress.ts'
import { useHref, usePage } from '../page-context.ts'
import styles from '../Page.module.css'
import { useReader } from '../reader.ts'
import { Static } from '../Static.tsx'

/** The missions, each with what it is about; what is static ships as HTML alone. */
function Missions() {
  const href = useHref()
  const solved = useReader((state) => state.solved)
  return (
    <>
      <h2 className={laboratory['section']} id="missions">
        {m.lab_missions()}
      </h2>
      <p className={laboratory['text']}>{m.lab_missions_lead()}</p>
      <ul role="list" className={laboratory['missions']}>
        {missionIds.map((id) => (
          <li key={id}>
            <Static n={`mission ${id}`}>
              {import.meta.env.SSR && (
                <>
                  <h3>
                    <a href={href({ kind: 'mission', mission: id })}>{missions[id].title()}</a>
                  </h3>
                  <p>{missions[id].lead()}</p>
                </>
              )}
            </Static>
            {solved[solvedKey(id)] === true && <small>{m.lab_solved()}</small>}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The laboratory without a task: a cluster, the missions, and what the cluster is not. */
export function Page() {
  const { place, text } = usePage()
  if (!text) return null
  const { default: Content, frontmatter } = text.text
  const lang = text.fallback ? BASE_LOCALE : undefined
  return (
    <div className={styles['page']}>
      <div className={`${styles['alone']} ${styles['text']}`}>
        {text.fallback && (
          <p className={styles['notice']} role="note" lang={place.locale}>
            {m.app_fallback()}
          </p>
        )}
        <p className={styles['kicker']}>{m.lab_kicker()}</p>
        <div lang={lang}>
          <h1 tabIndex={-1}>{frontmatter.question}</h1>
          <p className={`${styles['lead']} ${laboratory['lead']}`}>{frontmatter.lead}</p>
        </div>
        <FreeLaboratory />
        <Missions />
        <div className={`${styles['body']} ${laboratory['prose']}`} lang={lang}>
          <Content components={pieces} />
        </div>
      </div>
    </div>
  )
}
