import * as m from '#messages/messages.js'
import { useHref, usePage } from '../page-context.ts'
import { useReader } from '../reader.ts'
import styles from './CourseParts.module.css'

/** The course map in full: each part with what it teaches, as waypoints on one path. */
export function CourseParts() {
  const { course } = usePage()
  const href = useHref()
  const progress = useReader((state) => state.lessons)
  const done = course.parts.filter(({ id }) => progress[id] === 'finished').length
  return (
    <div className={styles['parts']}>
      <p className={styles['progress']}>{m.app_progress({ done, parts: course.parts.length })}</p>
      <ol role="list">
        {course.parts.map((part, index) => (
          <li
            key={part.id}
            data-open={part.lesson}
            data-finished={progress[part.id] === 'finished'}
          >
            <span className={styles['number']}>{index + 1}</span>
            <div>
              <h3>
                {part.lesson ? (
                  <a href={href({ kind: 'lesson', lesson: part.id })}>{part.title}</a>
                ) : (
                  part.title
                )}{' '}
                {!part.lesson && <small>{m.app_planned()}</small>}
                {progress[part.id] === 'finished' && <small>{m.app_finished()}</small>}
              </h3>
              <p>{part.summary}</p>
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}
