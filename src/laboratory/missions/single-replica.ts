import * as m from '#messages/messages.js'
import { isDrained, isWhole, requestsSince } from './evidence.ts'
import { budget, checkout, together } from './manifests.ts'
import type { Mission } from './mission.ts'
import { before, CHECKOUT, clusterOf, holds, KEY, START_MS, steps } from './shop.ts'

/**
 * One copy, and a budget that wants it.
 *
 * @source k8s-disruptions
 */
export const singleReplica: Mission = {
  id: 'single-replica',
  title: m.mission_single_replica_title,
  lead: m.mission_single_replica_lead,
  brief: () => [m.mission_single_replica_brief(), m.mission_single_replica_ask()],
  parts: [],
  cluster: clusterOf('abc', {
    'checkout.yaml': together(
      checkout({ replicas: 1, container: ['lifecycle: {preStop: {sleep: {seconds: 5}}}'] }),
      budget('minAvailable: 1'),
    ),
  }),
  before: before(
    [
      'kubectl cordon node-2 node-3',
      'kubectl apply -f checkout.yaml',
      'kubectl uncordon node-2 node-3',
    ],
    20,
  ),
  startMs: START_MS,
  goals: [
    holds(
      'drained',
      m.mission_single_replica_goal_drained,
      ({ world }) => isDrained(world, 'node-1', CHECKOUT) && isWhole(world, CHECKOUT),
    ),
    {
      id: 'answered',
      say: m.mission_single_replica_goal_answered,
      met: ({ world }) =>
        (world.traffic.loads[KEY] ?? 0) >= 20 && requestsSince(world, KEY, START_MS).failed === 0,
      stays: false,
      canBeLost: true,
    },
  ],
  hints: [
    m.mission_single_replica_hint_budget,
    m.mission_single_replica_hint_second,
    m.mission_single_replica_hint_do,
  ],
  solution: {
    deeds: steps(
      [1, 'kubectl scale deployment checkout --replicas=2'],
      [3, 'kubectl rollout status deployment checkout'],
      [30, 'kubectl drain node-1 --ignore-daemonsets'],
      [60, 'kubectl scale deployment checkout --replicas=1'],
      [80, 'kubectl get pods -o wide'],
    ),
    why: () => [
      m.mission_single_replica_why_second(),
      m.mission_single_replica_why_stop(),
      m.mission_single_replica_why_one(),
    ],
  },
  ways: {
    'the node closed, and a restart': steps(
      [1, 'kubectl cordon node-1'],
      [2, 'kubectl rollout restart deployment checkout'],
      [3, 'kubectl rollout status deployment checkout'],
    ),
  },
}
