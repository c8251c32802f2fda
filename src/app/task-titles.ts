import { lessonIds, loadText } from './content.ts'
import { loadQuestions } from './questions.ts'
import { taskIds } from '../implement/task-ids.ts'
import { tasks } from '../implement/tasks.ts'
import { missionIds } from '../laboratory/missions/mission-ids.ts'
import { missions } from '../laboratory/missions/missions.ts'

/** What the headings of a lesson are called, by the address that the outcomes have for them. */
async function sectionTitles(locale: string, lesson: string) {
  const loaded = await loadText(locale, { kind: 'lesson', lesson })
  return (loaded?.text.outline.sections ?? []).map(
    ({ id, title }) => [`${lesson}#${id}`, () => title] as const,
  )
}

/**
 * What sections, questions, tasks and missions are called, by the names that the outcomes of the
 * course have for them.
 */
export async function taskTitles(locale: string): Promise<Readonly<Record<string, () => string>>> {
  const questions = await loadQuestions(locale)
  const sections = await Promise.all(lessonIds.map((lesson) => sectionTitles(locale, lesson)))
  return Object.fromEntries([
    ...sections.flat(),
    ...questions.map(({ id, aim }) => [`check:${id}`, () => aim] as const),
    ...taskIds.map((id) => [`task:${id}`, tasks[id].title]),
    ...missionIds.map((id) => [`mission:${id}`, missions[id].title]),
  ])
}
