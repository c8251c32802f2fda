import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { duration } from '../../ui/format.ts'
import { useHref, usePage } from '../page-context.ts'
import { routeOfPart } from '../part-route.ts'
import { useReader } from '../reader.ts'
import { minutesOfPart } from '../reading-time.ts'
import styles from './CourseParts.module.css'

/** The course map in full: each part with what it teaches, as waypoints on one path. */
export function CourseParts() {
  const { course } = usePage()
  const href = useHref()
  const progress = useReader((state) => state.lessons)
  const done = course.parts.filter(({ id }) => progress[id] === 'finished').length
  const all = duration(
    getLocale(),
    course.parts.reduce((sum, part) => sum + minutesOfPart(part), 0) / 60,
    2,
  )
  return (
    <div className={styles['parts']}>
      <p className={styles['progress']}>
        {m.app_progress({ done, parts: course.parts.length })}{' '}
        {m.app_total({ time: `${all.value} ${all.unit}` })}
      </p>
      <ol role="list">
        {course.parts.map((part, index) => (
          <li key={part.id} data-finished={progress[part.id] === 'finished'}>
            <span className={styles['number']}>{index + 1}</span>
            <div>
              <h3>
                <a href={href(routeOfPart(part))}>{part.title}</a>{' '}
                <small>{m.app_minutes({ count: minutesOfPart(part) })}</small>{' '}
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
