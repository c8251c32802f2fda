import * as m from '#messages/messages.js'
import { isWhole, perZone, readyPods } from './evidence.ts'
import { checkout, OVER_ZONES } from './manifests.ts'
import type { Mission } from './mission.ts'
import { before, CHECKOUT, clusterOf, holds, neverFewer, START_MS, steps } from './shop.ts'

/**
 * Fewer copies, and the wrong ones are left.
 *
 * @source k8s-replicasets
 */
export const scaleDownZones: Mission = {
  id: 'scale-down-zones',
  title: m.mission_scale_down_zones_title,
  lead: m.mission_scale_down_zones_lead,
  brief: () => [m.mission_scale_down_zones_brief(), m.mission_scale_down_zones_ask()],
  parts: [],
  cluster: clusterOf('aabbcc', { 'checkout.yaml': checkout({ replicas: 4, pod: OVER_ZONES }) }),
  before: before(
    [
      'kubectl apply -f checkout.yaml',
      'kubectl scale deployment checkout --replicas=6',
      'kubectl scale deployment checkout --replicas=3',
    ],
    20,
  ),
  startMs: START_MS,
  goals: [
    holds(
      'even',
      m.mission_scale_down_zones_goal_even,
      ({ world }) =>
        isWhole(world, CHECKOUT) &&
        readyPods(world, CHECKOUT).length === 3 &&
        perZone(world, readyPods(world, CHECKOUT)).every((pods) => pods === 1),
    ),
    neverFewer(2, m.mission_kept_two),
  ],
  hints: [
    m.mission_scale_down_zones_hint_see,
    m.mission_scale_down_zones_hint_new,
    m.mission_scale_down_zones_hint_do,
  ],
  solution: {
    deeds: steps(
      [1, 'kubectl get pods -o wide'],
      [5, 'kubectl rollout restart deployment checkout'],
      [6, 'kubectl rollout status deployment checkout'],
      [50, 'kubectl get pods -o wide'],
    ),
    why: () => [
      m.mission_scale_down_zones_why_rank(),
      m.mission_scale_down_zones_why_once(),
      m.mission_scale_down_zones_why_new(),
    ],
  },
  ways: {
    'one of the two deleted': steps([
      1,
      'kubectl delete $(kubectl get pods -o name --field-selector spec.nodeName=node-6)',
    ]),
  },
}
