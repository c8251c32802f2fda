import * as m from '#messages/messages.js'
import { isWhole, requestsSince } from './evidence.ts'
import { checkout } from './manifests.ts'
import type { Evidence, Mission } from './mission.ts'
import { before, CHECKOUT, clusterOf, holds, KEY, reached, START_MS, steps } from './shop.ts'

const PER_SECOND = 60

/** When the rollouts began that the reader has caused. */
const begunMs = ({ entries }: Evidence): readonly number[] =>
  entries.flatMap(({ atMs, note }) =>
    atMs > START_MS && note.note === 'rollout' && note.key === KEY && note.what === 'begun'
      ? [atMs]
      : [],
  )

/** Whether the last rollout is over, with all that ended for it, under no less load than before. */
const isOver = ({ world, entries }: Evidence): boolean => {
  const last = entries.findLast(({ note }) => note.note === 'rollout' && note.key === KEY)?.note
  return (
    last?.note === 'rollout' &&
    last.what === 'done' &&
    isWhole(world, CHECKOUT) &&
    Object.values(world.store.tables.pods).every(
      ({ metadata }) => metadata.deletionTimestamp === undefined,
    ) &&
    (world.traffic.loads[KEY] ?? 0) >= PER_SECOND
  )
}

/**
 * Pods that end before the nodes have heard of it.
 *
 * @source k8s-pod-lifecycle
 */
export const graceful: Mission = {
  id: 'graceful',
  title: m.mission_graceful_title,
  lead: m.mission_graceful_lead,
  brief: () => [m.mission_graceful_brief(), m.mission_graceful_ask()],
  parts: [],
  cluster: clusterOf('abc', { 'checkout.yaml': checkout({ replicas: 3 }) }),
  before: before(['kubectl apply -f checkout.yaml'], PER_SECOND),
  startMs: START_MS,
  goals: [
    reached(
      'lost',
      m.mission_graceful_goal_lost,
      (evidence) =>
        begunMs(evidence).length > 0 && requestsSince(evidence.world, KEY, START_MS).failed > 0,
    ),
    holds('none', m.mission_graceful_goal_none, (evidence) => {
      const last = begunMs(evidence).at(-1)
      return (
        last !== undefined &&
        isOver(evidence) &&
        requestsSince(evidence.world, KEY, last - 1000).failed === 0
      )
    }),
  ],
  hints: [
    m.mission_graceful_hint_when,
    m.mission_graceful_hint_wait,
    m.mission_graceful_hint_write,
    m.mission_graceful_hint_twice,
  ],
  solution: {
    deeds: steps(
      [
        1,
        `kubectl patch deployment checkout -p '{"spec":{"template":{"spec":{"containers":[{"name":"checkout","lifecycle":{"preStop":{"sleep":{"seconds":5}}}}]}}}}'`,
      ],
      [3, 'kubectl rollout status deployment checkout'],
      [50, 'kubectl rollout restart deployment checkout'],
      [52, 'kubectl rollout status deployment checkout'],
      [100, 'kubectl get pods'],
    ),
    why: () => [
      m.mission_graceful_why_two(),
      m.mission_graceful_why_sleep(),
      m.mission_graceful_why_once(),
    ],
  },
}
