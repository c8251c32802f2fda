import * as m from '#messages/messages.js'
import { deploymentOf, isWhole, nodesOff, readyPods } from './evidence.ts'
import { checkout } from './manifests.ts'
import type { Evidence, Mission } from './mission.ts'
import { before, CHECKOUT, clusterOf, reached, START_MS, steps } from './shop.ts'

const OFF_MS = 6 * 60_000

const offLong = (evidence: Evidence): boolean =>
  nodesOff(evidence).some(
    ({ node, sinceMs }) => node === 'node-3' && evidence.nowMs - sinceMs > OFF_MS,
  )

/**
 * Room for the copies of a node that fails.
 *
 * @source k8s-scheduler
 */
export const capacity: Mission = {
  id: 'capacity',
  title: m.mission_capacity_title,
  lead: m.mission_capacity_lead,
  brief: () => [m.mission_capacity_brief(), m.mission_capacity_ask()],
  parts: [],
  cluster: clusterOf('abc', {
    'checkout.yaml': checkout({
      replicas: 6,
      container: ['resources: {requests: {cpu: 800m}}'],
    }),
  }),
  before: before(['kubectl apply -f checkout.yaml'], 60),
  startMs: START_MS,
  goals: [
    reached('off', m.mission_capacity_goal_off, offLong),
    reached(
      'whole',
      m.mission_capacity_goal_whole,
      (evidence) =>
        offLong(evidence) &&
        readyPods(evidence.world, CHECKOUT).length >= 4 &&
        isWhole(evidence.world, CHECKOUT),
    ),
    {
      id: 'size',
      say: m.mission_capacity_goal_size,
      met: ({ world }) =>
        deploymentOf(world, CHECKOUT)?.spec.template.spec.containers.every(
          ({ resources }) => resources?.requests?.['cpu'] === '800m',
        ) === true && (deploymentOf(world, CHECKOUT)?.spec.replicas ?? 0) >= 4,
      stays: false,
      canBeLost: true,
    },
  ],
  hints: [m.mission_capacity_hint_sum, m.mission_capacity_hint_rest, m.mission_capacity_hint_do],
  solution: {
    deeds: steps(
      [1, 'kubectl scale deployment checkout --replicas=4'],
      [10, { do: 'power', node: 'node-3', on: false }],
      [371, 'kubectl get pods -o wide'],
    ),
    why: () => [
      m.mission_capacity_why_sum(),
      m.mission_capacity_why_requests(),
      m.mission_capacity_why_choice(),
    ],
  },
}
