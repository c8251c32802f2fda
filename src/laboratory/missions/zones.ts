import * as m from '#messages/messages.js'
import { answersAll, fewestReady, isWhole, perZone, readyPods, zoneOf } from './evidence.ts'
import { checkout, OVER_ZONES } from './manifests.ts'
import type { Evidence, Mission } from './mission.ts'
import { before, CHECKOUT, clusterOf, KEY, reached, START_MS, steps } from './shop.ts'

const CALM_MS = 30_000

/** The zones of which no node can be reached, and since when: cut off, or without power. */
function zonesLost({ world, entries }: Evidence): readonly number[] {
  const away = Object.values(world.machines).filter(({ on, linked }) => !on || !linked)
  const zones = new Set(away.map(({ name }) => zoneOf(world, name)))
  return [...zones].flatMap((zone) => {
    const all = Object.values(world.machines).filter(({ name }) => zoneOf(world, name) === zone)
    if (!all.every(({ on, linked }) => !on || !linked)) return []
    const lost = entries.findLast(({ note }) => note.note === 'link' || note.note === 'power')
    return lost ? [lost.atMs] : []
  })
}

const isEven = ({ world }: Evidence): boolean => {
  const counts = perZone(world, readyPods(world, CHECKOUT))
  return isWhole(world, CHECKOUT) && Math.max(...counts) - Math.min(...counts) <= 1
}

/** Whether a zone went for a minute, and four stayed ready all the time, two in each other zone. */
const keptFour = (evidence: Evidence): boolean =>
  zonesLost(evidence).some(
    (sinceMs) =>
      evidence.nowMs - sinceMs > 60_000 &&
      fewestReady(evidence, KEY, sinceMs) >= 4 &&
      Math.max(...perZone(evidence.world, readyPods(evidence.world, CHECKOUT))) === 2,
  )

/**
 * Six copies that came to stand in two zones, and a zone that goes.
 *
 * @source k8s-topology-spread
 */
export const zones: Mission = {
  id: 'zones',
  title: m.mission_zones_title,
  lead: m.mission_zones_lead,
  brief: () => [m.mission_zones_brief(), m.mission_zones_ask()],
  parts: [],
  cluster: clusterOf('aabbcc', { 'checkout.yaml': checkout({ replicas: 6 }) }),
  before: before(
    [
      'kubectl cordon node-4 node-5 node-6',
      'kubectl apply -f checkout.yaml',
      'kubectl uncordon node-4 node-5 node-6',
    ],
    60,
  ),
  startMs: START_MS,
  goals: [
    reached('even', m.mission_zones_goal_even, isEven),
    reached('four', m.mission_zones_goal_four, keptFour),
    reached(
      'calm',
      m.mission_zones_goal_calm,
      (evidence) => keptFour(evidence) && answersAll(evidence, KEY, CALM_MS),
    ),
  ],
  hints: [m.mission_zones_hint_see, m.mission_zones_hint_rule, m.mission_zones_hint_do],
  solution: {
    deeds: steps(
      [1, 'kubectl get pods -o wide'],
      [5, { do: 'save', file: 'checkout.yaml', text: checkout({ replicas: 6, pod: OVER_ZONES }) }],
      [6, 'kubectl apply -f checkout.yaml'],
      [7, 'kubectl rollout status deployment checkout'],
      [60, { do: 'link', nodes: ['node-1', 'node-2'], up: false }],
      [180, 'kubectl get pods -o wide'],
      [440, 'kubectl get pods -o wide'],
    ),
    why: () => [
      m.mission_zones_why_place(),
      m.mission_zones_why_keys(),
      m.mission_zones_why_zone(),
      m.mission_zones_why_pending(),
    ],
  },
  ways: {
    'a wish in place of a rule': steps(
      [
        1,
        {
          do: 'save',
          file: 'checkout.yaml',
          text: checkout({
            replicas: 6,
            pod: OVER_ZONES.map((line) => line.replace('DoNotSchedule', 'ScheduleAnyway')),
          }),
        },
      ],
      [2, 'kubectl apply -f checkout.yaml'],
      [60, { do: 'link', nodes: ['node-1', 'node-2'], up: false }],
      [440, 'kubectl get pods -o wide'],
    ),
  },
}
