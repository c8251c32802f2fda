import { createContext, useContext, type ComponentType } from 'react'
import type { Widget } from '../frame/contract.ts'
import type { Addresses } from '../frame/WidgetFrame.tsx'
import type { Course } from '../practice/practice-context.ts'
import type { Reference } from '../reference/load.ts'
import type { CourseModule, LoadedText, Talk } from './content.ts'
import { fullPath, pathOf, rootFrom, type Place, type Route } from './routes.ts'

/** Everything that a page is made from; loaded before it is drawn, so drawing never waits. */
export interface PageData {
  readonly place: Place
  readonly course: CourseModule
  readonly text: LoadedText | undefined
  readonly talk: Talk | undefined
  /** What a page of the library's reference shows. */
  readonly reference: Reference | undefined
  /** While prerendering: the figures whose pictures are on the page. */
  readonly widgets: readonly Widget[]
  /** While prerendering the overview: what sections, questions, tasks and missions are called. */
  readonly taskTitles: Readonly<Record<string, () => string>>
  /** While prerendering the sheet of keys: what stands on it. */
  readonly practice?: Course | undefined
  /** What draws it, and the file that comes from. */
  readonly Page: ComponentType
  readonly pageSource: string
  /** The text that the page was prerendered with; see Static.tsx. */
  readonly statics?: Readonly<Record<string, string>>
}

export const PageContext = createContext<PageData | undefined>(undefined)

export function usePage(): PageData {
  const page = useContext(PageContext)
  if (!page) throw new Error('usePage: no page around this')
  return page
}

/** The address of a page without a language, to be shared. */
export function useShareHref(): (route: Route) => string {
  const { place } = usePage()
  const root = rootFrom(fullPath(place))
  return (route) => root + pathOf(route)
}

/** Makes addresses of pages in this language, relative to the page that shows them. */
export const useHref = () => hrefFrom(usePage().place)

/** Makes addresses of pages in the language of one, relative to it. */
export function hrefFrom(place: Place): (route: Route, locale?: string) => string {
  const root = rootFrom(fullPath(place))
  return (route, locale = place.locale) => root + fullPath({ locale, neutral: false, route })
}

/** Where else a figure stands: alone, to be shared, on a wall, in somebody's page. */
export function useWidgetAddresses(widget: string): Addresses {
  const href = useHref()
  const shareHref = useShareHref()
  return {
    own: href({ kind: 'widget', widget }),
    share: shareHref({ kind: 'widget', widget }),
    present: href({ kind: 'present', widget }),
    embed: shareHref({ kind: 'embed', widget }),
  }
}
