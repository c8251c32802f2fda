import type { TaskId } from '../task-ids.ts'
import { fencing } from './fencing.ts'
import { leaderElection } from './leader-election.ts'
import { quorumWrite } from './quorum-write.ts'

/** What a reader may write a part of, by the name that it has in addresses. */
export const trials = {
  fencing,
  'quorum-write': quorumWrite,
  'leader-election': leaderElection,
} as const satisfies Readonly<Record<TaskId, unknown>>
