import * as m from '#messages/messages.js'
import { isDrained, isWhole } from './evidence.ts'
import { budget, checkout, reports, together } from './manifests.ts'
import type { Mission } from './mission.ts'
import { before, CHECKOUT, clusterOf, holds, neverFewer, START_MS, steps } from './shop.ts'

/**
 * The budget is right; there is no room for what would replace the pods.
 *
 * @source k8s-drain
 */
export const drainBlocked: Mission = {
  id: 'drain-blocked',
  title: m.mission_drain_blocked_title,
  lead: m.mission_drain_blocked_lead,
  brief: () => [m.mission_drain_blocked_brief(), m.mission_drain_blocked_ask()],
  parts: [],
  cluster: clusterOf('abc', {
    'checkout.yaml': together(
      checkout({ replicas: 3, container: ['resources: {requests: {cpu: 500m}}'] }),
      budget('minAvailable: 2'),
    ),
    'reports.yaml': reports(4, '600m'),
  }),
  before: before(
    [
      'kubectl cordon node-3',
      'kubectl apply -f reports.yaml',
      'kubectl uncordon node-3; kubectl apply -f checkout.yaml',
      'kubectl drain node-3 --ignore-daemonsets',
    ],
    20,
  ),
  startMs: START_MS,
  goals: [
    holds('drained', m.mission_drain_blocked_goal_drained, ({ world }) =>
      isDrained(world, 'node-1', CHECKOUT),
    ),
    holds(
      'whole',
      m.mission_drain_blocked_goal_whole,
      ({ world }) =>
        world.store.tables.nodes['node-3']?.spec.unschedulable === true && isWhole(world, CHECKOUT),
    ),
    {
      id: 'budget',
      say: m.mission_drain_blocked_goal_budget,
      met: ({ world }) =>
        (world.store.tables.poddisruptionbudgets['default/checkout']?.status.desiredHealthy ?? 0) >=
        2,
      stays: false,
      canBeLost: true,
    },
    neverFewer(2, m.mission_kept_two),
  ],
  hints: [
    m.mission_drain_blocked_hint_pending,
    m.mission_drain_blocked_hint_room,
    m.mission_drain_blocked_hint_do,
  ],
  solution: {
    deeds: steps(
      [1, 'kubectl get pods -o wide'],
      [5, 'kubectl scale deployment reports --replicas=0'],
      [30, 'kubectl drain node-1 --ignore-daemonsets'],
      [60, 'kubectl get pods -o wide'],
    ),
    why: () => [
      m.mission_drain_blocked_why_room(),
      m.mission_drain_blocked_why_retry(),
      m.mission_drain_blocked_why_order(),
    ],
  },
}
