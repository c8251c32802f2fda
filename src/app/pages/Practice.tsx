import * as m from '#messages/messages.js'
import { useCallback, useMemo } from 'react'
import { emptyOutline, type LessonState } from '../../lesson/lesson-context.ts'
import { Practice } from '../../practice/Practice.tsx'
import { loadCourse } from '../load-course.ts'
import { useHref, usePage } from '../page-context.ts'
import { combineKept } from '../reader.ts'
import { Neighbours } from './Neighbours.tsx'
import { TextPage } from './TextPage.tsx'

export function Page() {
  const { course, place, text } = usePage()
  const href = useHref()
  const outline = text?.text.outline ?? emptyOutline
  const lesson = useMemo<LessonState>(
    () => ({ outline, useAnswer: () => [undefined, () => undefined], hrefOf: (widget) => widget }),
    [outline],
  )
  // A page never changes under its questions, and addresses follow from the page.
  // oxlint-disable-next-line react/exhaustive-deps
  const load = useCallback(() => loadCourse(place.locale, course, href), [place.locale])
  const at = course.parts.findIndex(({ page }) => page === 'practice')
  return (
    <TextPage
      kicker={m.app_part_of({ part: at + 1, parts: course.parts.length })}
      lesson={lesson}
      before={
        <Practice
          outcomes={course.outcomes}
          parts={course.parts}
          load={load}
          combine={combineKept}
        />
      }
    >
      <p>
        <a href={href({ kind: 'practiceKey' })}>{m.practice_key_link()}</a>
      </p>
      <Neighbours at={at} />
    </TextPage>
  )
}
