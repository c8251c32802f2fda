import type { ComponentType } from 'react'
import { lessonIds, loadModule, loadTalk, loadText, talkIds } from './content.ts'
import { isTask } from '../implement/task-ids.ts'
import { isMission } from '../laboratory/missions/mission-ids.ts'
import { partIds } from '../reference/library.ts'
import { loadReference } from '../reference/load.ts'
import { hrefFrom, type PageData } from './page-context.ts'
import { loadWidget, widgetIds } from './registry.ts'
import type { Place, Route } from './routes.ts'

const kinds = {
  overview: 'Overview',
  lesson: 'Lesson',
  widgets: 'Gallery',
  widget: 'WidgetPage',
  present: 'Present',
  talk: 'Talk',
  embed: 'Embed',
  task: 'Task',
  lab: 'Lab',
  mission: 'Mission',
  practice: 'Practice',
  practiceKey: 'PracticeKey',
  reference: 'ReferenceIndex',
  referencePart: 'ReferencePart',
  missing: 'Missing',
} as const satisfies Record<Exclude<Route['kind'], 'console'>, string>

const pages = import.meta.glob<{ readonly Page: ComponentType }>(
  './pages/{Overview,Lesson,Gallery,WidgetPage,Present,Talk,Embed,Task,Lab,Mission,Practice,PracticeKey,ReferenceIndex,ReferencePart,Missing}.tsx',
)

async function loadKind(route: Route) {
  const file = `./pages/${kinds[route.kind === 'console' ? route.of.kind : route.kind]}.tsx`
  const load = pages[file]
  if (!load) throw new Error(`loadPage: no ${file}`)
  return { Page: (await load()).Page, pageSource: file.replace('./', 'src/app/') }
}

/** Whether a place is a page of the course; an unknown lesson or widget is not. */
export function exists({ route }: Pick<Place, 'route'>): boolean {
  switch (route.kind) {
    case 'lesson':
      return lessonIds.includes(route.lesson)
    case 'talk':
      return talkIds.includes(route.lesson)
    case 'widget':
    case 'present':
    case 'embed':
      return widgetIds.includes(route.widget)
    case 'task':
      return isTask(route.task)
    case 'mission':
      return isMission(route.mission)
    case 'console':
      return exists({ route: route.of })
    case 'referencePart':
      return partIds.includes(route.part)
    default:
      return route.kind !== 'missing'
  }
}

export async function loadPage(asked: Place): Promise<PageData> {
  const place: Place = exists(asked) ? asked : { ...asked, route: { kind: 'missing' } }
  const { route } = place
  // The gallery is pictures, and those are in the page already; the overview names some of them.
  const listed = route.kind === 'widgets' || route.kind === 'overview'
  const pictured = import.meta.env.SSR && listed ? widgetIds : []
  const named = import.meta.env.SSR && route.kind === 'overview'
  const taskTitles = named ? await (await import('./task-titles.ts')).taskTitles(place.locale) : {}
  const [course, text, talk, reference, widgets, page] = await Promise.all([
    loadModule(place.locale),
    loadText(place.locale, route),
    loadTalk(place.locale, route.kind === 'console' ? route.of : route),
    route.kind === 'reference' || route.kind === 'referencePart'
      ? loadReference(route.kind === 'reference' ? undefined : route.part)
      : undefined,
    Promise.all(pictured.map(loadWidget)),
    loadKind(route),
  ])
  // Keys are text: they come with the page, and without a script.
  const practice =
    import.meta.env.SSR && route.kind === 'practiceKey'
      ? await (await import('./load-course.ts')).loadCourse(place.locale, course, hrefFrom(place))
      : undefined
  return { place, course, practice, text, talk, reference, widgets, taskTitles, ...page }
}
