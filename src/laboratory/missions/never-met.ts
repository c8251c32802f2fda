import * as m from '#messages/messages.js'
import { isDrained } from './evidence.ts'
import { budget, checkout, together } from './manifests.ts'
import type { Evidence, Mission } from './mission.ts'
import { before, CHECKOUT, clusterOf, holds, neverFewer, START_MS, steps } from './shop.ts'

const budgetOf = ({ world }: Evidence) =>
  world.store.tables.poddisruptionbudgets['default/checkout']

/**
 * The budget wants as many as there are.
 *
 * @source k8s-pdb
 */
export const neverMet: Mission = {
  id: 'never-met',
  title: m.mission_never_met_title,
  lead: m.mission_never_met_lead,
  brief: () => [m.mission_never_met_brief(), m.mission_never_met_ask()],
  parts: [],
  cluster: clusterOf('abc', {
    'checkout.yaml': together(checkout({ replicas: 3 }), budget('minAvailable: 3')),
  }),
  before: before(['kubectl apply -f checkout.yaml'], 20),
  startMs: START_MS,
  goals: [
    holds('drained', m.mission_never_met_goal_drained, ({ world }) =>
      isDrained(world, 'node-1', CHECKOUT),
    ),
    holds('one', m.mission_never_met_goal_one, (evidence) => {
      const status = budgetOf(evidence)?.status
      return status !== undefined && status.expectedPods - status.desiredHealthy === 1
    }),
    neverFewer(2, m.mission_kept_two),
  ],
  hints: [m.mission_never_met_hint_see, m.mission_never_met_hint_sum, m.mission_never_met_hint_do],
  solution: {
    deeds: steps(
      [1, 'kubectl get pdb'],
      [
        5,
        `kubectl patch pdb checkout --type merge -p '{"spec":{"minAvailable":null,"maxUnavailable":1}}'`,
      ],
      [10, 'kubectl drain node-1 --ignore-daemonsets'],
      [40, 'kubectl get pods -o wide'],
    ),
    why: () => [
      m.mission_never_met_why_sum(),
      m.mission_never_met_why_form(),
      m.mission_never_met_why_four(),
    ],
  },
  ways: {
    'a fourth copy': steps(
      [1, 'kubectl scale deployment checkout --replicas=4'],
      [30, 'kubectl drain node-1 --ignore-daemonsets'],
    ),
  },
}
