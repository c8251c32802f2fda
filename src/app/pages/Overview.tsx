import * as m from '#messages/messages.js'
import { useMemo } from 'react'
import { emptyOutline, type LessonState } from '../../lesson/lesson-context.ts'
import { useHref, usePage } from '../page-context.ts'
import styles from '../Page.module.css'
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
  const first = course.parts.find((part) => part.lesson)
  return (
    <TextPage kicker={m.app_course()} lesson={lesson}>
      {first && (
        <nav className={styles['ends']} aria-label={m.app_next()}>
          <a rel="next" href={href({ kind: 'lesson', lesson: first.id })}>
            <small>{m.app_next()}</small>
            {first.title}
          </a>
        </nav>
      )}
    </TextPage>
  )
}
