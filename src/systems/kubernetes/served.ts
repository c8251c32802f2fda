import type { Rules } from '../../simulation/rules.ts'
import { answer, type ApiRequest, type ApiResponse } from './api/rest.ts'
import { cluster, tell } from './rules.ts'
import { turnOf } from './turn.ts'
import type { ClusterAction, ClusterEvent, ClusterNote, ClusterParameters, World } from './world.ts'

/** What is done to a cluster that programs outside can reach. */
export type ServedAction =
  | ClusterAction
  /** A request to the API; answered by a note of the same id. */
  | { readonly do: 'call'; readonly id: string; readonly request: ApiRequest }

export type ServedNote =
  ClusterNote | { readonly note: 'answer'; readonly id: string; readonly response: ApiResponse }

/** The cluster with its API as HTTP has it, which the page needs nothing of. */
export const served: Rules<ClusterParameters, World, ClusterEvent, ServedAction, ServedNote> = {
  ...cluster,
  act(world, action, moment) {
    if (action.do !== 'call') return cluster.act(world, action, moment)
    const { turn, end } = turnOf(world, moment)
    const response = answer(turn, action.request)
    tell(turn)
    const { notes = [], ...step } = end()
    return { ...step, notes: [...notes, { note: 'answer', id: action.id, response }] }
  },
}
