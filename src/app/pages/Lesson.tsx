import * as m from '#messages/messages.js'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { Widget } from '../../frame/contract.ts'
import type { InstanceStore } from '../../frame/instance.ts'
import { emptyOutline, type LessonState, type Outline } from '../../lesson/lesson-context.ts'
import { sortByHeading } from '../../lesson/sort-tables.ts'
import { Handout } from '../Handout.tsx'
import { InstanceContext } from '../lesson-pieces.tsx'
import { useHref, usePage } from '../page-context.ts'
import { reader, useReader } from '../reader.ts'
import styles from '../Page.module.css'
import { Neighbours } from './Neighbours.tsx'
import { minutesOf, readingMinutes } from '../reading-time.ts'
import { TextPage } from './TextPage.tsx'

/** The answers of a reader to the questions of a lesson; the first of each is remembered for practice. */
const answersTo =
  ({ questions }: Outline): LessonState['useAnswer'] =>
  (question) => {
    const answer = useReader((state) => state.answers[question])
    return [
      answer,
      (choice, confidence) => {
        reader.getState().keepAnswer(question, choice)
        const options = questions[question]?.options
        if (confidence && options)
          void import('../../practice/record-check.ts').then(({ recordCheck }) =>
            recordCheck(question, options, choice, confidence),
          )
      },
    ]
  }

/** Counts a lesson as opened when it is shown, and as finished when its end has been seen. */
function useProgress(lesson: string) {
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    reader.getState().openLesson(lesson)
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) reader.getState().finishLesson(lesson)
    })
    if (end.current) observer.observe(end.current)
    return () => observer.disconnect()
  }, [lesson])
  return end
}

/** The figures on this page by widget, so that a link in the text can put one into a scene. */
function useScenes() {
  const instances = useRef(new Map<string, { widget: Widget; store: InstanceStore }>())
  const wanted = useRef(new Map<string, string>())
  const show = useCallback((event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest('a[data-scene]') : null
    const [widget = '', scene = ''] = link?.getAttribute('data-scene')?.split('/') ?? []
    const place = document.querySelector(`[data-widget-place="${CSS.escape(widget)}"]`)
    if (!place) return
    event.preventDefault()
    const found = instances.current.get(widget)
    const values = found?.widget.scenes.find(({ id }) => id === scene)?.values
    if (found && values) found.store.getState().show(values)
    else wanted.current.set(widget, scene)
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    const figure = place.querySelector('figure') ?? place
    figure.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
  }, [])
  const register = useCallback((widget: Widget, store: InstanceStore) => {
    instances.current.set(widget.id, { widget, store })
    const scene = widget.scenes.find(({ id }) => id === wanted.current.get(widget.id))
    if (scene) store.getState().show(scene.values)
    wanted.current.delete(widget.id)
  }, [])
  useEffect(() => {
    addEventListener('click', show)
    return () => removeEventListener('click', show)
  }, [show])
  return register
}

/** Tables of the text are sorted where they stand: no figure, and nothing of React's. */
function useSorting() {
  useEffect(() => {
    addEventListener('click', sortByHeading)
    return () => removeEventListener('click', sortByHeading)
  }, [])
}

function LessonText({ lesson }: { readonly lesson: string }) {
  const { course, text } = usePage()
  const href = useHref()
  const end = useProgress(lesson)
  const register = useScenes()
  useSorting()
  const outline = text?.text.outline ?? emptyOutline
  const state = useMemo<LessonState>(
    () => ({
      outline,
      useAnswer: answersTo(outline),
      hrefOf: (widget) => href({ kind: 'widget', widget }),
    }),
    // The address of a widget follows from the page, and a page never changes under its lesson.
    // oxlint-disable-next-line react/exhaustive-deps
    [outline],
  )
  const at = course.parts.findIndex((part) => part.id === lesson)
  const reading = m.app_minutes({ count: readingMinutes(outline.words) })
  const all = m.app_minutes({
    count: minutesOf({
      words: outline.words,
      figures: outline.widgets.length,
      questions: Object.keys(outline.questions).length,
    }),
  })
  return (
    <InstanceContext value={register}>
      <TextPage
        kicker={`${m.app_part_of({ part: at + 1, parts: course.parts.length })} · ${m.app_reading_time({ all, reading })}`}
        lesson={state}
      >
        <div ref={end} />
        <p className={styles['practise']}>
          <a href={`${href({ kind: 'practice' })}?lesson=${lesson}`}>{m.app_practise()}</a>
        </p>
        <Handout lesson={lesson} />
        <Neighbours at={at} />
      </TextPage>
    </InstanceContext>
  )
}

export function Page() {
  const { route } = usePage().place
  return route.kind === 'lesson' && <LessonText key={route.lesson} lesson={route.lesson} />
}
