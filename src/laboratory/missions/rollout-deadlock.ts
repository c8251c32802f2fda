import * as m from '#messages/messages.js'
import { countOf, isWhole, readyPods } from './evidence.ts'
import { APART, checkout, OVER_NODES } from './manifests.ts'
import type { Mission, Step } from './mission.ts'
import { before, CHECKOUT, clusterOf, holds, neverFewer, START_MS, steps } from './shop.ts'

const ONE_MAY_GO = '{rollingUpdate: {maxSurge: 0, maxUnavailable: 1}}'

/** The file changed and applied once more. */
const applied = (text: string): readonly Step[] =>
  steps(
    [1, { do: 'save', file: 'checkout.yaml', text }],
    [2, 'kubectl apply -f checkout.yaml'],
    [60, 'kubectl get pods -o wide'],
  )

/**
 * Nowhere for the first pod of the new revision to go, and nobody may leave before it is there.
 *
 * @source k8s-affinity
 * @source k8s-deployments
 */
export const rolloutDeadlock: Mission = {
  id: 'rollout-deadlock',
  title: m.mission_rollout_deadlock_title,
  lead: m.mission_rollout_deadlock_lead,
  brief: () => [m.mission_rollout_deadlock_brief(), m.mission_rollout_deadlock_ask()],
  parts: [],
  cluster: clusterOf('abca', {
    'checkout.yaml': checkout({ replicas: 3, pod: APART.required }),
  }),
  before: before(
    [
      'kubectl cordon node-4',
      'kubectl apply -f checkout.yaml',
      'kubectl rollout status deployment checkout',
      'kubectl set image deployment/checkout checkout=shop/checkout:2',
    ],
    20,
  ),
  startMs: START_MS,
  goals: [
    holds(
      'second',
      m.mission_rollout_deadlock_goal_second,
      ({ world }) =>
        isWhole(world, CHECKOUT) &&
        readyPods(world, CHECKOUT).length === 3 &&
        readyPods(world, CHECKOUT).every(({ spec }) =>
          spec.containers.every(({ image }) => image === 'shop/checkout:2'),
        ),
    ),
    {
      id: 'apart',
      say: m.mission_rollout_deadlock_goal_apart,
      met: ({ world }) => countOf(readyPods(world, CHECKOUT)) === 3,
      stays: false,
      canBeLost: true,
    },
    neverFewer(2, m.mission_kept_two),
  ],
  hints: [
    m.mission_rollout_deadlock_hint_why,
    m.mission_rollout_deadlock_hint_rules,
    m.mission_rollout_deadlock_hint_symmetry,
    m.mission_rollout_deadlock_hint_do,
  ],
  solution: {
    deeds: steps(
      [1, 'kubectl describe deployment checkout'],
      [
        5,
        `kubectl patch deployment checkout -p '{"spec":{"strategy":{"rollingUpdate":{"maxSurge":0,"maxUnavailable":1}}}}'`,
      ],
      [6, 'kubectl rollout status deployment checkout'],
      [60, 'kubectl get pods -o wide'],
    ),
    why: () => [
      m.mission_rollout_deadlock_why_both(),
      m.mission_rollout_deadlock_why_go(),
      m.mission_rollout_deadlock_why_relax(),
      m.mission_rollout_deadlock_why_node(),
    ],
  },
  ways: {
    'spread for each revision, and one may go': applied(
      checkout({ replicas: 3, image: 'shop/checkout:2', strategy: ONE_MAY_GO, pod: OVER_NODES }),
    ),
    'anti-affinity for each revision, and one may go': applied(
      checkout({
        replicas: 3,
        image: 'shop/checkout:2',
        strategy: ONE_MAY_GO,
        pod: [...APART.required, '        matchLabelKeys: [pod-template-hash]'],
      }),
    ),
    'a fourth node': steps([1, 'kubectl uncordon node-4'], [60, 'kubectl get pods -o wide']),
  },
}
