import * as m from '#messages/messages.js'
import { isWhole, readyPods } from './evidence.ts'
import { APART, checkout } from './manifests.ts'
import type { Mission } from './mission.ts'
import { before, CHECKOUT, clusterOf, holds, neverFewer, START_MS, steps } from './shop.ts'

const ONE_MAY_GO = '{rollingUpdate: {maxSurge: 0, maxUnavailable: 1}}'
const AS_EVER = '{rollingUpdate: {maxSurge: 25%, maxUnavailable: 25%}}'

/**
 * The way back is the old template, with the old rule in it.
 *
 * @source k8s-deployments
 */
export const rollbackDeadlock: Mission = {
  id: 'rollback-deadlock',
  title: m.mission_rollback_deadlock_title,
  lead: m.mission_rollback_deadlock_lead,
  brief: () => [m.mission_rollback_deadlock_brief(), m.mission_rollback_deadlock_ask()],
  parts: [],
  cluster: clusterOf('abc', {
    'first.yaml': checkout({ replicas: 3, pod: APART.required }),
    'second.yaml': checkout({
      replicas: 3,
      image: 'shop/checkout:2',
      strategy: ONE_MAY_GO,
      pod: APART.preferred,
    }),
    'strategy.yaml': `spec:\n  strategy: ${AS_EVER}\n`,
  }),
  before: before(
    [
      'kubectl apply -f first.yaml',
      'kubectl rollout status deployment checkout',
      'kubectl apply -f second.yaml',
      'kubectl rollout status deployment checkout',
      'kubectl patch deployment checkout --patch-file strategy.yaml',
      'kubectl rollout undo deployment checkout',
    ],
    20,
  ),
  startMs: START_MS,
  goals: [
    holds(
      'first',
      m.mission_rollback_deadlock_goal_first,
      ({ world }) =>
        isWhole(world, CHECKOUT) &&
        readyPods(world, CHECKOUT).length === 3 &&
        readyPods(world, CHECKOUT).every(({ spec }) =>
          spec.containers.every(({ image }) => image === 'shop/checkout:1'),
        ),
    ),
    neverFewer(2, m.mission_kept_two),
  ],
  hints: [
    m.mission_rollback_deadlock_hint_events,
    m.mission_rollback_deadlock_hint_what,
    m.mission_rollback_deadlock_hint_do,
  ],
  solution: {
    deeds: steps(
      [1, 'kubectl rollout history deployment checkout'],
      [
        5,
        `kubectl patch deployment checkout -p '{"spec":{"strategy":{"rollingUpdate":{"maxSurge":0,"maxUnavailable":1}}}}'`,
      ],
      [6, 'kubectl rollout status deployment checkout'],
      [60, 'kubectl get pods -o wide'],
    ),
    why: () => [
      m.mission_rollback_deadlock_why_what(),
      m.mission_rollback_deadlock_why_rule(),
      m.mission_rollback_deadlock_why_before(),
    ],
  },
}
