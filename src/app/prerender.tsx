import { prerender } from 'react-dom/static'
import { App } from './App.tsx'
import { lessonIds, locales } from './content.ts'
import { headOf, type Head } from './head.ts'
import { loadPage } from './load-page.ts'
import { speak } from './locale.ts'
import { loadWidget, widgetIds, widgetSource } from './registry.ts'
import { fullPath, rootFrom, type Place, type Route } from './routes.ts'

export { searchOptions } from './search-index.ts'
export { STORAGE_KEY } from './stored.ts'
export { BASE_LOCALE, locales } from './content.ts'

const routes: readonly Route[] = [
  { kind: 'overview' },
  ...lessonIds.map((lesson) => ({ kind: 'lesson', lesson }) as const),
  { kind: 'widgets' },
  ...widgetIds.map((widget) => ({ kind: 'widget', widget }) as const),
]

/** Every page to write: in each language, and without one for addresses that are shared. */
export const places: readonly Place[] = [
  ...locales.flatMap((locale) => routes.map((route) => ({ locale, neutral: false, route }))),
  ...routes.map((route) => ({ locale: locales[0] ?? 'en', neutral: true, route })),
  { locale: locales[0] ?? 'en', neutral: false, route: { kind: 'missing' } },
]

export interface Rendered extends Head {
  readonly path: string
  readonly root: string
  readonly place: Place
  readonly html: string
  /** Source files that the page is drawn from; names its scripts in the build. */
  readonly sources: readonly string[]
  /** Figures on the page. */
  readonly widgets: readonly string[]
}

export async function render(place: Place): Promise<Rendered> {
  speak(place.locale)
  const page = await loadPage(place)
  const { prelude } = await prerender(
    <App current={{ get: () => page, subscribe: () => () => {} }} />,
    {
      // Long pages would otherwise be cut into hidden pieces that only an inline script can show.
      progressiveChunkSize: Infinity,
      onError(error) {
        throw error
      },
    },
  )
  const { route } = place
  const widgets =
    route.kind === 'widgets'
      ? widgetIds
      : route.kind === 'widget'
        ? [route.widget]
        : (page.text?.text.outline.widgets ?? [])
  const path = fullPath(place)
  return {
    ...(await headOf(page)),
    path,
    root: rootFrom(path),
    place,
    html: await new Response(prelude).text(),
    sources: [
      page.pageSource,
      `content/${place.locale}/module.yaml`,
      ...(page.text ? [page.text.source] : []),
      ...widgets.map(widgetSource),
    ],
    widgets,
  }
}

/** What a search can find beside the lessons: each figure by its title and lesson. */
export async function searchableWidgets(locale: string) {
  speak(locale)
  return Promise.all(
    widgetIds.map(async (id) => {
      const widget = await loadWidget(id)
      return {
        path: fullPath({ locale, neutral: false, route: { kind: 'widget', widget: id } }),
        title: widget.title(),
        text: [...widget.caption(), ...widget.scenes.map((scene) => scene.label())].join(' '),
      }
    }),
  )
}
