import * as m from '#messages/messages.js'
import { SETTLED_MS, threeNodes } from '../clusters.ts'
import { questions } from './exercise-questions.ts'
import {
  countOf,
  deploymentOf,
  endpointsOver,
  fewestReady,
  isDrained,
  keyOf,
  nodesOff,
  type Place,
  podsOf,
  readyPods,
  type,
} from './evidence.ts'
import { dips } from './exercise-dips.ts'
import type { Evidence, Goal, Mission } from './mission.ts'

const WEB: Place = { namespace: 'redundancy-lab', app: 'web-app' }
const KEY = keyOf(WEB)
const N = '-n redundancy-lab'

const name = (index: number) => `{.items[${index}].metadata.name}`
const names = (...indices: readonly number[]) =>
  `$(kubectl get pod ${N} -l app=web-app -o jsonpath='${indices.map((index) => name(index)).join(' ')}')`

const COMMANDS = {
  create: 'kubectl create namespace redundancy-lab',
  apply: 'kubectl apply -f web-app.yaml',
  wide: `kubectl get pods ${N} -o wide`,
  slices: `kubectl get endpointslices ${N} -l kubernetes.io/service-name=web-app`,
  watch: `kubectl get pods ${N} -w`,
  refused: `kubectl delete pod ${N} -l app=web-app ${names(0)}`,
  one: `kubectl delete pod ${N} ${names(0)}`,
  two: `kubectl delete pod ${N} ${names(0, 1)}`,
  all: `kubectl delete pod ${N} -l app=web-app`,
  budget: 'kubectl apply -f pdb.yaml',
  drain: (node: number) => `kubectl drain node-${node} --ignore-daemonsets --delete-emptydir-data`,
  uncordon: 'kubectl uncordon node-1 node-2 node-3',
  clean: 'kubectl delete namespace redundancy-lab',
} as const

const hasBudget = ({ world }: Evidence): boolean =>
  Object.values(world.store.tables.poddisruptionbudgets).some(
    ({ metadata }) => metadata.namespace === WEB.namespace,
  )

const nodesOf = ({ world }: Evidence) => Object.values(world.store.tables.nodes)

/** A node is empty and takes no more, and since it was closed two pods were ready all the time. */
const drainedWell = (evidence: Evidence): boolean =>
  hasBudget(evidence) &&
  nodesOf(evidence).some(({ metadata }) => {
    const closed = evidence.entries.findLast(
      ({ note }) => note.note === 'node' && note.name === metadata.name && note.what === 'cordoned',
    )
    return (
      closed !== undefined &&
      isDrained(evidence.world, metadata.name, WEB) &&
      fewestReady(evidence, KEY, closed.atMs) >= 2
    )
  })

/** The budget allows no eviction, and a pod waits for a place that it does not get. */
const isRefused = ({ world }: Evidence): boolean =>
  Object.values(world.store.tables.poddisruptionbudgets).some(
    ({ metadata, status }) =>
      metadata.namespace === WEB.namespace && status.disruptionsAllowed === 0,
  ) &&
  podsOf(world, WEB).some(({ spec }) => spec.nodeName === undefined) &&
  readyPods(world, WEB).length === 2

/** A pod was given up with its node, and three are ready on others. */
const nodeLost = (evidence: Evidence): boolean =>
  nodesOff(evidence).some(
    ({ node }) =>
      Object.values(evidence.world.store.tables.pods).some(
        ({ metadata, spec }) =>
          metadata.namespace === WEB.namespace &&
          metadata.deletionTimestamp !== undefined &&
          spec.nodeName === node,
      ) && readyPods(evidence.world, WEB).filter(({ spec }) => spec.nodeName !== node).length >= 3,
  )

const isClean = (evidence: Evidence): boolean =>
  endpointsOver(evidence, KEY).length > 0 &&
  evidence.world.store.tables.namespaces[WEB.namespace] === undefined &&
  nodesOf(evidence).every(({ spec }) => spec.unschedulable !== true) &&
  nodesOff(evidence).length === 0

const goal = (part: string, id: string, say: () => string, met: Goal['met']): Goal => ({
  id,
  part,
  say,
  met,
  stays: true,
})

const dipped = (left: number) => (evidence: Evidence) =>
  dips(evidence, KEY).some(({ fewest, untilMs }) => fewest === left && untilMs !== undefined)

/**
 * The whole exercise: create, verify, fail over, drain, clean up.
 *
 * @source k8s-endpoints-deprecated
 * @source k8s-disruptions
 * @source k8s-node-grace
 */
export const exercise: Mission = {
  id: 'exercise',
  title: m.mission_exercise_title,
  lead: m.mission_exercise_lead,
  brief: () => [m.mission_exercise_brief(), m.mission_exercise_ask()],
  parts: [
    {
      id: 'a',
      title: m.mission_exercise_a_title,
      say: () => [m.mission_exercise_a_say(), m.mission_exercise_a_preferred()],
      commands: [COMMANDS.create, COMMANDS.apply],
    },
    {
      id: 'b',
      title: m.mission_exercise_b_title,
      say: () => [m.mission_exercise_b_say(), m.mission_exercise_b_load()],
      commands: [COMMANDS.wide, COMMANDS.slices],
    },
    {
      id: 'c',
      title: m.mission_exercise_c_title,
      say: () => [
        m.mission_exercise_c_say(),
        m.mission_exercise_c_names(),
        m.mission_exercise_c_look(),
      ],
      commands: [COMMANDS.watch, COMMANDS.refused, COMMANDS.one, COMMANDS.two, COMMANDS.all],
    },
    {
      id: 'd',
      title: m.mission_exercise_d_title,
      say: () => [
        m.mission_exercise_d_say(),
        m.mission_exercise_d_third(),
        m.mission_exercise_d_delete(),
        m.mission_exercise_d_power(),
      ],
      commands: [
        COMMANDS.budget,
        COMMANDS.drain(1),
        COMMANDS.drain(2),
        COMMANDS.drain(3),
        COMMANDS.uncordon,
        COMMANDS.all,
      ],
    },
    {
      id: 'e',
      title: m.mission_exercise_e_title,
      say: () => [m.mission_exercise_e_say()],
      commands: [COMMANDS.clean],
    },
  ],
  cluster: threeNodes,
  before: [],
  startMs: SETTLED_MS,
  goals: [
    goal(
      'a',
      'three',
      m.mission_exercise_goal_three,
      ({ world }) =>
        deploymentOf(world, WEB)?.spec.replicas === 3 && readyPods(world, WEB).length === 3,
    ),
    goal(
      'a',
      'apart',
      m.mission_exercise_goal_apart,
      ({ world }) =>
        deploymentOf(world, WEB)?.spec.template.spec.affinity?.podAntiAffinity !== undefined,
    ),
    goal(
      'b',
      'spread',
      m.mission_exercise_goal_spread,
      ({ world }) => countOf(readyPods(world, WEB)) === 3,
    ),
    goal(
      'b',
      'load',
      m.mission_exercise_goal_load,
      ({ world }) => (world.traffic.loads[KEY] ?? 0) > 0,
    ),
    goal('c', 'one', m.mission_exercise_goal_one, dipped(2)),
    goal('c', 'two', m.mission_exercise_goal_two, dipped(1)),
    goal('c', 'all', m.mission_exercise_goal_all, dipped(0)),
    goal('d', 'drained', m.mission_exercise_goal_drained, drainedWell),
    goal('d', 'refused', m.mission_exercise_goal_refused, isRefused),
    goal(
      'd',
      'bypassed',
      m.mission_exercise_goal_bypassed,
      (evidence) =>
        hasBudget(evidence) && (endpointsOver(evidence, KEY).at(-1)?.ready ?? Infinity) < 2,
    ),
    goal('d', 'lost', m.mission_exercise_goal_lost, nodeLost),
    goal('e', 'clean', m.mission_exercise_goal_clean, isClean),
  ],
  hints: [
    m.mission_exercise_hint_files,
    m.mission_exercise_hint_selector,
    m.mission_exercise_hint_stop,
    m.mission_exercise_hint_power,
  ],
  solution: {
    deeds: [
      { afterMs: 1000, action: type(COMMANDS.create) },
      { afterMs: 3000, action: type(COMMANDS.apply) },
      { afterMs: 20_000, action: type(COMMANDS.wide) },
      { afterMs: 22_000, action: type(COMMANDS.slices) },
      {
        afterMs: 25_000,
        action: { do: 'load', namespace: WEB.namespace, service: WEB.app, perSecond: 20 },
      },
      { afterMs: 30_000, action: type(COMMANDS.refused) },
      { afterMs: 35_000, action: type(COMMANDS.one) },
      { afterMs: 60_000, action: type(COMMANDS.two) },
      { afterMs: 90_000, action: type(COMMANDS.all) },
      { afterMs: 120_000, action: type(COMMANDS.budget) },
      { afterMs: 130_000, action: type(COMMANDS.drain(1)) },
      { afterMs: 160_000, action: type(COMMANDS.drain(2)) },
      { afterMs: 190_000, action: type(COMMANDS.drain(3)) },
      { afterMs: 220_000, action: { do: 'interrupt', shell: '1' } },
      { afterMs: 221_000, action: type(COMMANDS.uncordon) },
      { afterMs: 240_000, action: type(COMMANDS.all) },
      { afterMs: 270_000, action: { do: 'power', node: 'node-1', on: false } },
      { afterMs: 660_000, action: type(COMMANDS.wide) },
      { afterMs: 670_000, action: { do: 'power', node: 'node-1', on: true } },
      { afterMs: 700_000, action: type(COMMANDS.clean) },
    ],
    why: () => [
      m.mission_exercise_why_copies(),
      m.mission_exercise_why_budget(),
      m.mission_exercise_why_node(),
    ],
  },
  questions,
}
