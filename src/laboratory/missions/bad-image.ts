import * as m from '#messages/messages.js'
import { isWhole, podsOf, readyPods } from './evidence.ts'
import { checkout } from './manifests.ts'
import type { Evidence, Mission } from './mission.ts'
import {
  before,
  CHECKOUT,
  clusterOf,
  holds,
  KEY,
  neverFewer,
  reached,
  START_MS,
  steps,
} from './shop.ts'

/** What was last said of the rollout. */
const lastNews = ({ entries }: Evidence) =>
  entries
    .flatMap(({ note }) => (note.note === 'rollout' && note.key === KEY ? [note.what] : []))
    .at(-1)

/**
 * A release under a name that nobody has pushed.
 *
 * @source k8s-deployments
 */
export const badImage: Mission = {
  id: 'bad-image',
  title: m.mission_bad_image_title,
  lead: m.mission_bad_image_lead,
  brief: () => [m.mission_bad_image_brief(), m.mission_bad_image_ask()],
  parts: [],
  cluster: clusterOf('abc', { 'checkout.yaml': checkout({ replicas: 4 }) }),
  before: before(['kubectl apply -f checkout.yaml'], 20),
  startMs: START_MS,
  goals: [
    reached('stuck', m.mission_bad_image_goal_stuck, ({ world }) =>
      podsOf(world, CHECKOUT).some(({ status }) =>
        status.containerStatuses?.some(({ state }) => state.waiting?.reason === 'ImagePullBackOff'),
      ),
    ),
    holds(
      'back',
      m.mission_bad_image_goal_back,
      (evidence) =>
        evidence.entries.some(
          ({ atMs, note }) => atMs > START_MS && note.note === 'rollout' && note.what === 'begun',
        ) &&
        isWhole(evidence.world, CHECKOUT) &&
        readyPods(evidence.world, CHECKOUT).length === 4 &&
        lastNews(evidence) === 'done',
    ),
    neverFewer(3, m.mission_bad_image_goal_kept),
  ],
  hints: [
    m.mission_bad_image_hint_start,
    m.mission_bad_image_hint_describe,
    m.mission_bad_image_hint_undo,
  ],
  solution: {
    deeds: steps(
      [1, 'kubectl set image deployment/checkout checkout=shop/checkout:2.1'],
      [45, 'kubectl get pods'],
      [46, 'kubectl get events --field-selector type=Warning'],
      [50, 'kubectl rollout undo deployment checkout'],
      [52, 'kubectl rollout status deployment checkout'],
      [80, 'kubectl get pods'],
    ),
    why: () => [
      m.mission_bad_image_why_held(),
      m.mission_bad_image_why_undo(),
      m.mission_bad_image_why_three(),
    ],
  },
  ways: {
    'an image that exists': steps(
      [1, 'kubectl set image deployment/checkout checkout=shop/checkout:2.1'],
      [45, 'kubectl set image deployment/checkout checkout=shop/checkout:2'],
    ),
  },
}
