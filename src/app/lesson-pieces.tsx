import * as m from '#messages/messages.js'
import type { MDXComponents } from 'mdx/types'
import { createContext, lazy, Suspense, useContext } from 'react'
import type { Widget } from '../frame/contract.ts'
import type { InstanceStore } from '../frame/instance.ts'
import { Check } from '../lesson/Check.tsx'
import { Cite } from '../lesson/Cite.tsx'
import { Code } from '../lesson/Code.tsx'
import { Glossary } from '../lesson/Glossary.tsx'
import {
  Correction,
  DidYouKnow,
  Footnote,
  Footnotes,
  Noted,
  NotedMargin,
  NotedText,
  NoteMark,
  Sidenote,
} from '../lesson/Margin.tsx'
import { SceneLink } from '../lesson/SceneLink.tsx'
import { Claimed, Source } from '../lesson/Source.tsx'
import { SortButton, Table } from '../lesson/Table.tsx'
import { Term } from '../lesson/Term.tsx'
import { Value } from '../lesson/Value.tsx'
import { EmbeddedWidget } from './EmbeddedWidget.tsx'
import { Outcomes } from './Outcomes.tsx'
import { CourseParts } from './pages/CourseParts.tsx'
import { usePage } from './page-context.ts'
import { Static } from './Static.tsx'

export const InstanceContext = createContext<
  ((widget: Widget, store: InstanceStore) => void) | undefined
>(undefined)

function WidgetInText({
  id,
  scene,
  number,
  unasked = false,
}: {
  readonly id: string
  readonly scene?: string
  readonly number: string
  /** Its question was asked in an earlier lesson. */
  readonly unasked?: boolean
}) {
  const { place, course } = usePage()
  const onInstance = useContext(InstanceContext)
  const { route } = place
  const part =
    route.kind === 'lesson' ? course.parts.findIndex(({ id }) => id === route.lesson) + 1 : 0
  return (
    <EmbeddedWidget
      id={id}
      label={m.app_figure({ part, number })}
      asks={!unasked}
      {...(scene === undefined ? {} : { scene })}
      {...(onInstance === undefined ? {} : { onInstance })}
    />
  )
}

/** One lesson has it, so its script comes with that one alone; until then the form stands as prerendered. */
const LazyReview = lazy(async () => ({
  default: (await import('../lesson/review/Review.tsx')).Review,
}))
const Review = () => (
  <Suspense>
    <LazyReview />
  </Suspense>
)

const Prerequisites = () => (
  <ul>
    {usePage().course.prerequisites.map((prerequisite) => (
      <li key={prerequisite}>{prerequisite}</li>
    ))}
  </ul>
)

/**
 * Of what nobody operates, the parts without a style of their own: a browser build needs none of
 * them, since it finds the text in the page as it was prerendered. See Static.tsx.
 */
const still: MDXComponents =
  import.meta.env.SSR || import.meta.env.DEV
    ? {
        Cite,
        Claimed,
        Glossary,
        Outcomes,
        pre: Code,
        Prerequisites,
        SceneLink,
        SortButton,
        Source,
        Value,
      }
    : {}

/** All that a text may use beside Markdown. */
export const pieces: MDXComponents = {
  ...still,
  Check,
  Correction,
  CourseMap: CourseParts,
  DidYouKnow,
  Footnote,
  Footnotes,
  Noted,
  NotedMargin,
  NotedText,
  NoteMark,
  Review,
  Sidenote,
  Static,
  Table,
  Term,
  Widget: WidgetInText,
}
