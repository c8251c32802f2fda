import * as m from '#messages/messages.js'
import { count } from './describe.ts'
import type { RolloutModel, Step } from './model.ts'

/** What the controller or the scheduler did between two steps. */
function deed(before: Step, after: Step): string {
  const nodeBefore = new Map(before.pods.map(({ id, node }) => [id, node]))
  const stays = new Set(after.pods.map(({ id }) => id))
  const made = after.pods.filter(({ id }) => !nodeBefore.has(id)).length
  const gone = before.pods.filter(({ id }) => !stays.has(id)).length
  if (made === 0 && gone === 0)
    return m.rollout_scheduler({
      count: count(
        after.pods.filter(({ id, node }) => node !== undefined && nodeBefore.get(id) === undefined)
          .length,
      ),
    })
  const deeds = [
    ...(made > 0 ? [m.rollout_made({ count: count(made) })] : []),
    ...(gone > 0 ? [m.rollout_gone({ count: count(gone) })] : []),
  ]
  return m.rollout_controller({ deeds: deeds.join(', ') })
}

/** Each step in words, the state before the update first. */
export const stepWords = ({ steps }: RolloutModel): readonly string[] =>
  steps.map((step, at) => {
    const before = steps[at - 1]
    if (before) return deed(before, step)
    const said = {
      ready: count(step.ready),
      waiting: count(step.pods.length - step.ready),
    }
    return step.ready < step.pods.length
      ? m.rollout_before_waiting(said)
      : m.rollout_before_ready(said)
  })

/** Where nobody can move again: who waits for whom. */
export const stuckWords = ({ outcome, values }: RolloutModel): readonly string[] =>
  outcome === 'stuck'
    ? [
        m.rollout_stuck_scheduler(),
        m.rollout_stuck_controller({ ready: count(values.replicas - values.unavailable) }),
        m.rollout_stuck_here(),
      ]
    : []
