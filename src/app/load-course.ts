import type { Course } from '../practice/practice-context.ts'
import type { Misconceptions } from '../practice/misconceptions.ts'
import { BASE_LOCALE, type CourseModule } from './content.ts'
import { loadQuestions } from './questions.ts'
import type { Route } from './routes.ts'

const lists = import.meta.glob<{ readonly default: Misconceptions }>(
  '../../content/*/misconceptions.yaml',
)

/** What practice needs of the course: its questions, and what wrong answers rest on. */
export async function loadCourse(
  locale: string,
  { outcomes, parts }: CourseModule,
  href: (route: Route) => string,
): Promise<Course> {
  const load =
    lists[`../../content/${locale}/misconceptions.yaml`] ??
    lists[`../../content/${BASE_LOCALE}/misconceptions.yaml`]
  if (!load) throw new Error('loadCourse: no misconceptions.yaml')
  const [questions, { default: misconceptions }] = await Promise.all([
    loadQuestions(locale),
    load(),
  ])
  return {
    questions,
    misconceptions,
    outcomes,
    parts,
    hrefOf: {
      lesson: (lesson) => href({ kind: 'lesson', lesson }),
      scene: (widget, scene) => `${href({ kind: 'widget', widget })}?scene=${scene}`,
    },
  }
}
