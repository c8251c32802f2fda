import * as m from '#messages/messages.js'
import { useCallback } from 'react'
import { FIRST_SEED, Keys } from '../../practice/Keys.tsx'
import { KeySheet } from '../../practice/KeySheet.tsx'
import sheet from '../../practice/KeySheet.module.css'
import { CourseContext } from '../../practice/practice-context.ts'
import { loadCourse } from '../load-course.ts'
import { useHref, usePage } from '../page-context.ts'
import styles from '../Page.module.css'
import { Static } from '../Static.tsx'

export function Page() {
  const { course, place, practice } = usePage()
  const href = useHref()
  // A page never changes under its questions, and addresses follow from the page.
  // oxlint-disable-next-line react/exhaustive-deps
  const load = useCallback(() => loadCourse(place.locale, course, href), [place.locale])
  return (
    <div className={styles['page']}>
      <article className={`${styles['alone']} ${styles['text']}`}>
        <div className={sheet['onScreen']}>
          <p className={styles['kicker']}>
            <a href={href({ kind: 'practice' })}>{m.practice_key_kicker()}</a>
          </p>
          <h1 tabIndex={-1}>{m.practice_key_title()}</h1>
          <p className={styles['lead']}>{m.practice_key_lead()}</p>
          <p>{m.practice_key_open()}</p>
        </div>
        <Keys
          outcomes={course.outcomes}
          load={load}
          student={href({ kind: 'practice' })}
          first={
            <Static n="keys">
              {practice && (
                <CourseContext value={practice}>
                  <KeySheet questions={practice.questions} seed={FIRST_SEED} keys />
                </CourseContext>
              )}
            </Static>
          }
        />
      </article>
    </div>
  )
}
