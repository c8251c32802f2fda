import type { MDXComponents } from 'mdx/types'
import { createContext, Suspense, useContext, useMemo, type ReactNode } from 'react'
import { Value } from '../../lesson/Value.tsx'
import { Console } from '../../present/Console.tsx'
import { Projection } from '../../present/Projection.tsx'
import type { SlideAddress } from '../../present/room-address.ts'
import type { Show } from '../../present/show.ts'
import type { TalkText } from '../content.ts'
import { usePage } from '../page-context.ts'
import type { Projected } from '../routes.ts'
import { useShowParts } from '../show-parts.ts'
import { useWidgets } from '../use-widget.ts'

interface Wanted {
  readonly slide: number
  readonly part: 'say' | 'notes'
}
const WantedContext = createContext<Wanted>({ slide: 0, part: 'say' })

/** Of all that a talk says and notes, only what is wanted now is drawn. */
const piece = (part: Wanted['part']) =>
  function Piece({ n, children }: { readonly n: string; readonly children?: ReactNode }) {
    const wanted = useContext(WantedContext)
    return wanted.part === part && wanted.slide === Number(n) ? children : null
  }

const pieces: MDXComponents = { Say: piece('say'), Notes: piece('notes'), Value }

const textOf = ({ default: Content }: TalkText) =>
  function Text({ slide, part }: Wanted) {
    const wanted = useMemo(() => ({ slide, part }), [slide, part])
    return (
      <WantedContext value={wanted}>
        <Content components={pieces} />
      </WantedContext>
    )
  }

/** A slide is a number in the query, from one, as presenters count. */
const addressOf = ({ slides }: Show): SlideAddress => ({
  keys: ['slide'],
  read(query) {
    const named = query.get('slide')
    if (named === null) return { slide: 0 }
    const number = /^\d{1,3}$/.test(named) ? Number(named) : 0
    return number >= 1 && number <= slides.length
      ? { slide: number - 1 }
      : { slide: 0, unknown: `slide=${named.slice(0, 40)}` }
  },
  write: (slide) => ({ query: slide === 0 ? '' : `slide=${slide + 1}` }),
})

interface Props {
  readonly projected: Extract<Projected, { readonly kind: 'talk' }>
  readonly talk: TalkText
  readonly isConsole: boolean
}

function LessonShow({ projected, talk, isConsole }: Props) {
  // All of its figures at once: nobody waits for one between two slides.
  useWidgets(talk.slides.map(({ slide }) => slide.widget))
  const [show, address, Text] = useMemo(() => {
    const made: Show = {
      id: `talks/${projected.lesson}`,
      title: talk.frontmatter.title,
      slides: talk.slides.map(({ slide }) => slide),
      minutes: talk.slides.map(({ minutes }) => minutes),
    }
    return [made, addressOf(made), textOf(talk)] as const
  }, [projected, talk])
  const { parts, asked } = useShowParts({
    show,
    projected,
    isConsole,
    opening: 0,
    address,
    home: { kind: 'lesson', lesson: projected.lesson },
  })
  return isConsole ? (
    <Console {...parts} Text={Text} />
  ) : (
    <Projection {...parts} Text={Text} asked={asked} />
  )
}

export function Page() {
  const { place, talk } = usePage()
  const { route } = place
  const projected = route.kind === 'console' ? route.of : route
  const first = talk?.talk.slides[0]
  return (
    projected.kind === 'talk' &&
    talk && (
      <div data-widget-place={first?.slide.widget}>
        <Suspense>
          <LessonShow projected={projected} talk={talk.talk} isConsole={route.kind === 'console'} />
        </Suspense>
      </div>
    )
  )
}
