import * as m from '#messages/messages.js'
import { routeOfPart } from '../part-route.ts'
import { useHref, usePage } from '../page-context.ts'
import styles from '../Page.module.css'

/** The ways to the part before and the part after one, at its end. */
export function Neighbours({
  at,
}: {
  /** Its place in the course, from 0. */ readonly at: number
}) {
  const { course } = usePage()
  const href = useHref()
  const previous = course.parts[at - 1]
  const next = course.parts[at + 1]
  return (
    <nav className={styles['ends']} aria-label={`${m.app_previous()}, ${m.app_next()}`}>
      <a rel="prev" href={href(previous ? routeOfPart(previous) : { kind: 'overview' })}>
        <small>{m.app_previous()}</small>
        {previous ? previous.title : m.app_overview()}
      </a>
      {next && (
        <a rel="next" href={href(routeOfPart(next))}>
          <small>{m.app_next()}</small>
          {next.title}
        </a>
      )}
    </nav>
  )
}
