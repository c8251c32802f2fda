import * as m from '#messages/messages.js'
import { endpointsOver, fewestReady, isDrained } from './evidence.ts'
import { budget, checkout, together } from './manifests.ts'
import type { Evidence, Mission } from './mission.ts'
import { before, CHECKOUT, clusterOf, KEY, holds, reached, START_MS, steps } from './shop.ts'

const wantsTwo = ({ world }: Evidence): boolean =>
  (world.store.tables.poddisruptionbudgets['default/checkout']?.status.desiredHealthy ?? 0) >= 2

/** Since when all three were ready again after there had been none. */
function againMs(evidence: Evidence): number | undefined {
  const over = endpointsOver(evidence, KEY).filter(({ atMs }) => atMs > START_MS)
  const none = over.find(({ ready }) => ready === 0)
  return over.find(({ atMs, ready }) => none && atMs > none.atMs && ready >= 3)?.atMs
}

/**
 * A budget that nobody asks.
 *
 * @source k8s-disruptions
 */
export const deleteBypasses: Mission = {
  id: 'delete-bypasses',
  title: m.mission_delete_bypasses_title,
  lead: m.mission_delete_bypasses_lead,
  brief: () => [m.mission_delete_bypasses_brief(), m.mission_delete_bypasses_ask()],
  parts: [],
  cluster: clusterOf('abc', {
    'checkout.yaml': together(checkout({ replicas: 3 }), budget('minAvailable: 2')),
  }),
  before: before(['kubectl apply -f checkout.yaml'], 20),
  startMs: START_MS,
  goals: [
    reached(
      'none',
      m.mission_delete_bypasses_goal_none,
      (evidence) =>
        wantsTwo(evidence) &&
        evidence.nowMs > START_MS &&
        endpointsOver(evidence, KEY).at(-1)?.ready === 0,
    ),
    reached(
      'again',
      m.mission_delete_bypasses_goal_again,
      (evidence) => againMs(evidence) !== undefined,
    ),
    holds('drained', m.mission_delete_bypasses_goal_drained, (evidence) => {
      const fromMs = againMs(evidence)
      return (
        fromMs !== undefined &&
        wantsTwo(evidence) &&
        isDrained(evidence.world, 'node-2', CHECKOUT) &&
        fewestReady(evidence, KEY, fromMs) >= 2
      )
    }),
  ],
  hints: [
    m.mission_delete_bypasses_hint_order,
    m.mission_delete_bypasses_hint_all,
    m.mission_delete_bypasses_hint_drain,
  ],
  solution: {
    deeds: steps(
      [1, 'kubectl get pdb'],
      [5, 'kubectl delete pods -l app=checkout'],
      [40, 'kubectl drain node-2 --ignore-daemonsets'],
      [70, 'kubectl get pods -o wide'],
    ),
    why: () => [m.mission_delete_bypasses_why_who(), m.mission_delete_bypasses_why_all()],
  },
}
