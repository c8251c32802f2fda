import { taskIds } from '../implement/task-ids.ts'
import { tasks } from '../implement/tasks.ts'
import { missionIds } from '../laboratory/missions/mission-ids.ts'
import { missions } from '../laboratory/missions/missions.ts'

/** What tasks and missions are called, by the names that the outcomes of the course have for them. */
export const taskTitles = (): Readonly<Record<string, () => string>> =>
  Object.fromEntries([
    ...taskIds.map((id) => [`task:${id}`, tasks[id].title]),
    ...missionIds.map((id) => [`mission:${id}`, missions[id].title]),
  ])
