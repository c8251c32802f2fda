import * as m from '#messages/messages.js'
import { isTask } from '../implement/task-ids.ts'
import { isMission } from '../laboratory/missions/mission-ids.ts'
import { useHref, usePage, type PageData } from './page-context.ts'
import styles from './Page.module.css'
import type { Route } from './routes.ts'

interface Place {
  readonly route: Route
  readonly section?: string
  readonly title: string
}

/** Where a task of an outcome is done, and what it is called there. */
function placeOf(task: string, { course, widgets, taskTitles }: PageData): Place {
  const [kind, id = ''] = task.split(':')
  const title = taskTitles[task]?.() ?? ''
  if (kind === 'task' && isTask(id)) return { route: { kind: 'task', task: id }, title }
  if (kind === 'mission' && isMission(id)) return { route: { kind: 'mission', mission: id }, title }
  const figure = widgets.find((widget) => kind === 'figure' && widget.id === id)
  if (figure) return { route: { kind: 'widget', widget: id }, title: figure.title() }
  const part = course.parts.find(({ questions }) => questions.includes(id))
  if (!part) throw new Error(`Outcomes: there is no ${task}`)
  return {
    route: { kind: 'lesson', lesson: part.id },
    section: `check-${id}`,
    title,
  }
}

function Places({ label, places }: { readonly label: string; readonly places: readonly Place[] }) {
  const href = useHref()
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <ul role="list">
          {places.map(({ route, section, title }) => (
            <li key={title + String(section)}>
              <a href={section === undefined ? href(route) : `${href(route)}#${section}`}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </dd>
    </div>
  )
}

/** What a reader will be able to do, with where it is taught and what there is to do for it. */
export function Outcomes() {
  const page = usePage()
  const { course } = page
  const taught = (address: string): Place => {
    const [lesson = '', section = ''] = address.split('#')
    const title = page.taskTitles[address]?.() ?? ''
    return { route: { kind: 'lesson', lesson }, section, title }
  }
  return (
    <ul className={styles['outcomes']}>
      {course.outcomes.map(({ text, sections, tasks }) => (
        <li key={text}>
          {text}
          <dl>
            <Places label={m.app_outcome_taught()} places={sections.map(taught)} />
            <Places
              label={m.app_outcome_tried()}
              places={tasks.map((task) => placeOf(task, page))}
            />
          </dl>
        </li>
      ))}
    </ul>
  )
}
