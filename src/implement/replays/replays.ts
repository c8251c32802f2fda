import type { TaskId } from '../task-ids.ts'
import type { Replay, Broken } from './replay.ts'

/** The picture of each task, which comes when something broke. */
const pictures = {
  fencing: () => import('./fencing.tsx'),
  'quorum-write': () => import('./quorum-write.tsx'),
  'leader-election': () => import('./leader-election.tsx'),
}

/** The edge between a task's name and the types of its system: whoever asks has parsed the course. */
export async function loadReplay(task: TaskId, broken: Broken<unknown, unknown>): Promise<Replay> {
  const { replay } = await pictures[task]()
  return (replay as (broken: Broken<unknown, unknown>) => Replay)(broken)
}
