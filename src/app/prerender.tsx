import { prerender } from 'react-dom/static'
import { App } from './App.tsx'
import { lessonIds, locales, talkIds } from './content.ts'
import { headOf, type Head } from './head.ts'
import { taskIds } from '../implement/task-ids.ts'
import { tasks } from '../implement/tasks.ts'
import { missionIds } from '../laboratory/missions/mission-ids.ts'
import { missions } from '../laboratory/missions/missions.ts'
import { loadPage } from './load-page.ts'
import { type Piece, loadPart, partIds } from '../reference/library.ts'
import { speak } from './locale.ts'
import type { PageData } from './page-context.ts'
import { loadWidget, widgetIds, widgetSource } from './registry.ts'
import { ASK, fullPath, rootFrom, type Place, type Projected, type Route } from './routes.ts'

export { searchOptions } from './search-index.ts'
export { STORAGE_KEY } from './stored.ts'
export { BASE_LOCALE, locales } from './content.ts'

/** Every scene of every figure, and its question where it has one, as a page to project. */
const projected: readonly Projected[] = [
  ...(await Promise.all(widgetIds.map(loadWidget))).flatMap(({ id, scenes, prediction }) =>
    [undefined, ...(prediction ? [ASK] : []), ...scenes.map((scene) => scene.id)].map(
      (scene): Projected => ({
        kind: 'present',
        widget: id,
        ...(scene === undefined ? {} : { scene }),
      }),
    ),
  ),
  ...talkIds.map((lesson) => ({ kind: 'talk', lesson }) as const),
]

const routes: readonly Route[] = [
  { kind: 'overview' },
  ...lessonIds.map((lesson) => ({ kind: 'lesson', lesson }) as const),
  { kind: 'widgets' },
  ...widgetIds.map((widget) => ({ kind: 'widget', widget }) as const),
  ...projected,
  ...projected
    .filter((show) => show.kind === 'talk' || show.scene === undefined)
    .map((of) => ({ kind: 'console', of }) as const),
  ...widgetIds.map((widget) => ({ kind: 'embed', widget }) as const),
  ...taskIds.map((task) => ({ kind: 'task', task }) as const),
  { kind: 'lab' },
  ...missionIds.map((mission) => ({ kind: 'mission', mission }) as const),
  { kind: 'practice' },
  { kind: 'practiceKey' },
  { kind: 'reference' },
  ...partIds.map((part) => ({ kind: 'referencePart', part }) as const),
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

/** The figures on a page, each once. */
function widgetsOf({ place, text, talk }: PageData): readonly string[] {
  const { route } = place
  const shown = route.kind === 'console' ? route.of : route
  if ('widget' in shown) return [shown.widget]
  if (talk) return [...new Set(talk.talk.slides.map(({ slide }) => slide.widget))]
  return text?.text.outline.widgets ?? []
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
  const widgets = widgetsOf(page)
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
      ...(page.talk ? [page.talk.source] : []),
      ...widgets.map(widgetSource),
      ...(route.kind === 'referencePart' ? ['virtual:reference/parts'] : []),
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

/** The tasks, each by its title and what it says. */
export function searchableTasks(locale: string) {
  speak(locale)
  return taskIds.map((id) => {
    const { title, lead, say } = tasks[id]
    return {
      path: fullPath({ locale, neutral: false, route: { kind: 'task', task: id } }),
      title: title(),
      text: [lead(), ...say.map((sentence) => sentence())].join(' '),
    }
  })
}

/** The missions of the laboratory, each by its title and what it asks. */
export function searchableMissions(locale: string) {
  speak(locale)
  return missionIds.map((id) => {
    const { title, lead, brief } = missions[id]
    return {
      path: fullPath({ locale, neutral: false, route: { kind: 'mission', mission: id } }),
      title: title(),
      text: [lead(), ...brief()].join(' ').replaceAll('`', ''),
    }
  })
}

/** The first sentences of an entry, as plain words. */
const plain = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece
      if ('code' in piece) return piece.code
      if ('link' in piece) return piece.text
      if ('symbol' in piece) return `${piece.symbol}_${piece.index}`
      return plain(
        'paragraph' in piece ? piece.paragraph : 'list' in piece ? piece.list : piece.item,
      )
    })
    .join('')

/** The functions of the library, each with what its docstring begins with. */
export async function searchableFunctions(locale: string) {
  const found = await Promise.all(
    partIds.map(async (part) => {
      const path = fullPath({ locale, neutral: false, route: { kind: 'referencePart', part } })
      return (await loadPart(part)).entries.map(({ name, about }) => ({
        path: `${path}#${name}`,
        title: name,
        text: plain(about.slice(0, 1)),
      }))
    }),
  )
  return found.flat()
}
