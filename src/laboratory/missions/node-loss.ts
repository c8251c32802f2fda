import * as m from '#messages/messages.js'
import { answersAll, nodesOff, readyPods } from './evidence.ts'
import { checkout } from './manifests.ts'
import type { Evidence, Mission } from './mission.ts'
import { before, CHECKOUT, clusterOf, KEY, reached, START_MS, steps } from './shop.ts'

const CALM_MS = 30_000
const SOON_MS = 120_000

/** Pods that are ready on other nodes than this one. */
const elsewhere = ({ world }: Evidence, node: string) =>
  readyPods(world, CHECKOUT).filter(({ spec }) => spec.nodeName !== node)

/** Whether a pod waits on this node for its kubelet to say that it is gone: it was given up. */
const givenUp = ({ world }: Evidence, node: string): boolean =>
  Object.values(world.store.tables.pods).some(
    ({ metadata, spec }) => metadata.deletionTimestamp !== undefined && spec.nodeName === node,
  )

const replaced = (evidence: Evidence, withinMs: number): boolean =>
  nodesOff(evidence).some(
    ({ node, sinceMs }) =>
      evidence.nowMs - sinceMs <= withinMs &&
      givenUp(evidence, node) &&
      elsewhere(evidence, node).length >= 3,
  )

const patience = (key: string) =>
  `{"key":"node.kubernetes.io/${key}","operator":"Exists","effect":"NoExecute","tolerationSeconds":30}`

/**
 * A node goes dark: what takes 50 seconds, and what takes five minutes.
 *
 * @source k8s-node-grace
 * @source k8s-taints
 */
export const nodeLoss: Mission = {
  id: 'node-loss',
  title: m.mission_node_loss_title,
  lead: m.mission_node_loss_lead,
  brief: () => [m.mission_node_loss_brief(), m.mission_node_loss_ask()],
  parts: [],
  cluster: clusterOf('abc', { 'checkout.yaml': checkout({ replicas: 3 }) }),
  before: before(['kubectl apply -f checkout.yaml'], 20),
  startMs: START_MS,
  goals: [
    reached('off', m.mission_node_loss_goal_off, (evidence) => nodesOff(evidence).length > 0),
    reached('around', m.mission_node_loss_goal_around, (evidence) =>
      nodesOff(evidence).some(
        ({ sinceMs }) => evidence.nowMs - sinceMs >= CALM_MS && answersAll(evidence, KEY, CALM_MS),
      ),
    ),
    reached('replaced', m.mission_node_loss_goal_replaced, (evidence) =>
      replaced(evidence, Infinity),
    ),
    reached('sooner', m.mission_node_loss_goal_sooner, (evidence) => replaced(evidence, SOON_MS)),
  ],
  hints: [
    m.mission_node_loss_hint_power,
    m.mission_node_loss_hint_who,
    m.mission_node_loss_hint_seconds,
    m.mission_node_loss_hint_do,
  ],
  solution: {
    deeds: steps(
      [1, { do: 'power', node: 'node-1', on: false }],
      [120, 'kubectl get nodes'],
      [400, 'kubectl get pods -o wide'],
      [410, { do: 'power', node: 'node-1', on: true }],
      [
        440,
        `kubectl patch deployment checkout -p '{"spec":{"template":{"spec":{"tolerations":[${patience('not-ready')},${patience('unreachable')}]}}}}'`,
      ],
      [442, 'kubectl rollout status deployment checkout'],
      [480, { do: 'power', node: 'node-2', on: false }],
      [590, 'kubectl get pods -o wide'],
    ),
    why: () => [
      m.mission_node_loss_why_fifty(),
      m.mission_node_loss_why_five(),
      m.mission_node_loss_why_shorter(),
      m.mission_node_loss_why_cut(),
    ],
  },
}
