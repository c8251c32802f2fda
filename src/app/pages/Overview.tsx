import * as m from '#messages/messages.js'
import { useMemo } from 'react'
import { emptyOutline, type LessonState } from '../../lesson/lesson-context.ts'
import { useHref, usePage } from '../page-context.ts'
import styles from '../Page.module.css'
import { routeOfPart } from '../part-route.ts'
import { useReader } from '../reader.ts'
import { TextPage } from './TextPage.tsx'

export function Page() {
  const { course, text } = usePage()
  const href = useHref()
  const outline = text?.text.outline ?? emptyOutline
  const lesson = useMemo<LessonState>(
    () => ({
      outline,
      useAnswer: () => [undefined, () => undefined],
      hrefOf: (widget) => widget,
    }),
    [outline],
  )
  // Where the reader left off: the first part begun and not finished, or the first not begun.
  const progress = useReader((state) => state.lessons)
  const begun = course.parts.find(({ id }) => progress[id] === 'opened')
  const next = begun ?? course.parts.find(({ id }) => progress[id] !== 'finished')
  return (
    <TextPage kicker={m.app_course()} lesson={lesson}>
      {next && (
        <nav className={styles['ends']} aria-label={m.app_next()}>
          <a rel="next" href={href(routeOfPart(next))}>
            <small>{begun ? m.app_left_off() : m.app_next()}</small>
            {next.title}
          </a>
        </nav>
      )}
    </TextPage>
  )
}
