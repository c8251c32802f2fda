import * as m from '#messages/messages.js'
import { deploymentOf, isWhole, requestsSince } from './evidence.ts'
import { checkout } from './manifests.ts'
import type { Evidence, Mission } from './mission.ts'
import { before, CHECKOUT, clusterOf, holds, KEY, reached, START_MS, steps } from './shop.ts'

const PER_SECOND = 66
const CALM_MS = 120_000

const probe = (fields: string) =>
  `livenessProbe: {httpGet: {path: /healthz, port: 8080}, ${fields}}`

const calm = (evidence: Evidence): boolean => {
  const { nowMs, world, entries } = evidence
  const fromMs = nowMs - CALM_MS
  const restarted = entries.some(
    ({ atMs, note }) => atMs > fromMs && note.note === 'pod' && note.what === 'restarted',
  )
  return (
    fromMs >= START_MS &&
    !restarted &&
    isWhole(world, CHECKOUT) &&
    (world.traffic.loads[KEY] ?? 0) >= PER_SECOND
  )
}

/**
 * Probes that kill what is only busy.
 *
 * @source k8s-probes
 */
export const liveness: Mission = {
  id: 'liveness',
  title: m.mission_liveness_title,
  lead: m.mission_liveness_lead,
  brief: () => [m.mission_liveness_brief(), m.mission_liveness_ask()],
  parts: [],
  cluster: clusterOf('abc', {
    'checkout.yaml': checkout({
      replicas: 3,
      image: 'shop/checkout:frail',
      container: [probe('periodSeconds: 3, timeoutSeconds: 1, failureThreshold: 2')],
    }),
  }),
  before: before(['kubectl apply -f checkout.yaml'], PER_SECOND),
  startMs: START_MS,
  goals: [
    reached('calm', m.mission_liveness_goal_calm, calm),
    reached('answered', m.mission_liveness_goal_answered, (evidence) => {
      const { sent, failed } = requestsSince(evidence.world, KEY, evidence.nowMs - CALM_MS)
      return calm(evidence) && failed <= sent * 0.01
    }),
    {
      ...holds(
        'readiness',
        m.mission_liveness_goal_readiness,
        ({ world }) =>
          deploymentOf(world, CHECKOUT)?.spec.template.spec.containers.every(
            ({ readinessProbe }) => readinessProbe !== undefined,
          ) ?? false,
      ),
      canBeLost: true,
    },
  ],
  hints: [
    m.mission_liveness_hint_restarts,
    m.mission_liveness_hint_probe,
    m.mission_liveness_hint_sum,
    m.mission_liveness_hint_do,
  ],
  solution: {
    deeds: steps(
      [1, 'kubectl describe pods'],
      [
        5,
        {
          do: 'save',
          file: 'checkout.yaml',
          text: checkout({
            replicas: 5,
            image: 'shop/checkout:frail',
            container: [probe('periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6')],
          }),
        },
      ],
      [6, 'kubectl apply -f checkout.yaml'],
      [7, 'kubectl rollout status deployment checkout'],
      [200, 'kubectl get pods'],
    ),
    why: () => [
      m.mission_liveness_why_circle(),
      m.mission_liveness_why_two(),
      m.mission_liveness_why_ask(),
    ],
  },
}
