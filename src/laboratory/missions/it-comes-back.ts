import * as m from '#messages/messages.js'
import type { Pod } from '../../systems/kubernetes/objects.ts'
import { SETTLED_MS, threeNodes } from '../clusters.ts'
import type { Evidence, Mission } from './mission.ts'

const NAMESPACE = 'redundancy-lab'

/** Pods of the Deployment that are not about to end. */
const alive = ({ world }: Evidence): readonly Pod[] =>
  Object.values(world.store.tables.pods).filter(
    ({ metadata }) =>
      metadata.namespace === NAMESPACE &&
      metadata.labels?.['app'] === 'web-app' &&
      metadata.deletionTimestamp === undefined,
  )

const isReady = ({ status }: Pod): boolean =>
  status.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false

/** Whether a pod of the three that were there first is gone, and that since the reader came. */
const oneWasDeleted = ({ entries }: Evidence): boolean =>
  entries.some(
    ({ atMs, note }) =>
      atMs > START_MS &&
      note.note === 'pod' &&
      note.what === 'gone' &&
      note.key.startsWith(`${NAMESPACE}/web-app-`),
  )

const START_MS = SETTLED_MS + 60_000

const type = (text: string) => ({ do: 'type', shell: '1', text }) as const

/** The first mission: a Deployment puts back what is taken away. */
export const itComesBack: Mission = {
  id: 'it-comes-back',
  title: m.mission_it_comes_back_title,
  lead: m.mission_it_comes_back_lead,
  brief: () => [m.mission_it_comes_back_brief(), m.mission_it_comes_back_ask()],
  parts: [],
  cluster: threeNodes,
  before: [
    { atMs: SETTLED_MS, action: type('kubectl create namespace redundancy-lab') },
    { atMs: SETTLED_MS + 1000, action: type('kubectl apply -f web-app.yaml') },
  ],
  startMs: START_MS,
  goals: [
    {
      id: 'deleted',
      say: m.mission_it_comes_back_goal_deleted,
      met: oneWasDeleted,
      stays: true,
    },
    {
      id: 'three-again',
      say: m.mission_it_comes_back_goal_three,
      met: (evidence) =>
        oneWasDeleted(evidence) &&
        alive(evidence).length === 3 &&
        alive(evidence).every((pod) => isReady(pod)),
      stays: false,
    },
  ],
  hints: [m.mission_it_comes_back_hint_names, m.mission_it_comes_back_hint_delete],
  solution: {
    deeds: [
      {
        afterMs: 1000,
        action: type(
          "kubectl delete pod -n redundancy-lab $(kubectl get pods -n redundancy-lab -o jsonpath='{.items[0].metadata.name}')",
        ),
      },
      { afterMs: 60_000, action: type('kubectl get pods -n redundancy-lab -o wide') },
    ],
    why: () => [m.mission_it_comes_back_why()],
  },
}
