import { lessonIds, loadModule, loadText } from './content.ts'
import type { PageData } from './page-context.ts'
import { widgetIds } from './registry.ts'
import type { Place } from './routes.ts'

/** Whether a place is a page of the course; an unknown lesson or widget is not. */
export const exists = ({ route }: Place) =>
  route.kind === 'lesson'
    ? lessonIds.includes(route.lesson)
    : route.kind === 'widget'
      ? widgetIds.includes(route.widget)
      : route.kind !== 'missing'

export async function loadPage(asked: Place): Promise<PageData> {
  const place: Place = exists(asked) ? asked : { ...asked, route: { kind: 'missing' } }
  const [course, text] = await Promise.all([
    loadModule(place.locale),
    loadText(place.locale, place.route),
  ])
  return { place, course, text }
}
