import * as m from '#messages/messages.js'
import styles from './CourseMap.module.css'
import { useHref, usePage } from './page-context.ts'
import { isAt, routeOfPart } from './part-route.ts'
import { useReader } from './reader.ts'
import { useCurrentSection } from './current-section.ts'

/** The waypoints beside the text: what is done, where the reader is, and this page's sections. */
export function CourseMap() {
  const { place, course, text } = usePage()
  const href = useHref()
  const progress = useReader((state) => state.lessons)
  const { route } = place
  const sections = text?.text.outline.sections ?? []
  const current = useCurrentSection(sections)
  const list = (
    <ol className={styles['sections']} role="list">
      {sections.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`} aria-current={id === current ? 'location' : undefined}>
            {title}
          </a>
        </li>
      ))}
    </ol>
  )
  const overview = route.kind === 'overview'
  return (
    <nav className={styles['map']} aria-label={m.app_map()}>
      <details>
        <summary>{m.app_contents()}</summary>
        <ol role="list">
          <li data-state={overview ? 'here' : 'open'}>
            <a href={href({ kind: 'overview' })} aria-current={overview ? 'page' : undefined}>
              {m.app_overview()}
            </a>
            {overview && list}
          </li>
          {course.parts.map((part) => {
            const here = isAt(route, part)
            const state = here ? 'here' : (progress[part.id] ?? 'open')
            const word = here
              ? m.app_here()
              : state === 'finished'
                ? m.app_finished()
                : state === 'opened'
                  ? m.app_opened()
                  : ''
            return (
              <li key={part.id} data-state={state} data-finished={progress[part.id] === 'finished'}>
                <a href={href(routeOfPart(part))} aria-current={here ? 'page' : undefined}>
                  {part.title}
                </a>
                {word && <small>{word}</small>}
                {here && list}
              </li>
            )
          })}
        </ol>
      </details>
    </nav>
  )
}
