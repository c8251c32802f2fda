import type { CourseModule } from './content.ts'
import type { Route } from './routes.ts'

type Part = Pick<CourseModule['parts'][number], 'id' | 'page'>

/** Where a part of the course is. */
export const routeOfPart = ({ id, page }: Part): Route =>
  page === 'lesson' ? { kind: 'lesson', lesson: id } : { kind: 'practice' }

/** Whether a place is this part's page. */
export const isAt = (route: Route, { id, page }: Part): boolean =>
  page === 'lesson' ? route.kind === 'lesson' && route.lesson === id : route.kind === 'practice'
