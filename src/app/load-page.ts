import type { ComponentType } from 'react'
import { lessonIds, loadModule, loadText } from './content.ts'
import { partIds } from '../reference/library.ts'
import { loadReference } from '../reference/load.ts'
import type { PageData } from './page-context.ts'
import { loadWidget, widgetIds } from './registry.ts'
import type { Place, Route } from './routes.ts'

const kinds = {
  overview: 'Overview',
  lesson: 'Lesson',
  widgets: 'Gallery',
  widget: 'WidgetPage',
  reference: 'ReferenceIndex',
  referencePart: 'ReferencePart',
  missing: 'Missing',
} as const satisfies Record<Route['kind'], string>

const pages = import.meta.glob<{ readonly Page: ComponentType }>(
  './pages/{Overview,Lesson,Gallery,WidgetPage,ReferenceIndex,ReferencePart,Missing}.tsx',
)

async function loadKind({ kind }: Route) {
  const file = `./pages/${kinds[kind]}.tsx`
  const load = pages[file]
  if (!load) throw new Error(`loadPage: no ${file}`)
  return { Page: (await load()).Page, pageSource: file.replace('./', 'src/app/') }
}

/** Whether a place is a page of the course; an unknown lesson or widget is not. */
export const exists = ({ route }: Place) =>
  route.kind === 'lesson'
    ? lessonIds.includes(route.lesson)
    : route.kind === 'widget'
      ? widgetIds.includes(route.widget)
      : route.kind === 'referencePart'
        ? partIds.includes(route.part)
        : route.kind !== 'missing'

export async function loadPage(asked: Place): Promise<PageData> {
  const place: Place = exists(asked) ? asked : { ...asked, route: { kind: 'missing' } }
  const { route } = place
  // The gallery is pictures, and those are in the page already.
  const pictured = import.meta.env.SSR && route.kind === 'widgets' ? widgetIds : []
  const [course, text, reference, widgets, page] = await Promise.all([
    loadModule(place.locale),
    loadText(place.locale, route),
    route.kind === 'reference' || route.kind === 'referencePart'
      ? loadReference(route.kind === 'reference' ? undefined : route.part)
      : undefined,
    Promise.all(pictured.map(loadWidget)),
    loadKind(route),
  ])
  return { place, course, text, reference, widgets, ...page }
}
