import * as m from '#messages/messages.js'
import { useMemo } from 'react'
import { emptyOutline, type LessonState } from '../../lesson/lesson-context.ts'
import { useHref, usePage } from '../page-context.ts'
import styles from '../Page.module.css'
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
  // Where the reader left off: the first lesson begun and not finished, or the first not begun.
  const progress = useReader((state) => state.lessons)
  const open = course.parts.filter((part) => part.lesson)
  const begun = open.find(({ id }) => progress[id] === 'opened')
  const next = begun ?? open.find(({ id }) => progress[id] !== 'finished')
  return (
    <TextPage kicker={m.app_course()} lesson={lesson}>
      {next && (
        <nav className={styles['ends']} aria-label={m.app_next()}>
          <a rel="next" href={href({ kind: 'lesson', lesson: next.id })}>
            <small>{begun ? m.app_left_off() : m.app_next()}</small>
            {next.title}
          </a>
        </nav>
      )}
    </TextPage>
  )
}
